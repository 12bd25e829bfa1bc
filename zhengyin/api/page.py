"""The OpenAPI document as a person reads it: rows for the page, finished. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

KINDS: Final = {
    "string": "文字",
    "integer": "整数",
    "boolean": "是或否",
    "array": "列表",
    "object": "对象",
    "null": "空",
}
REF: Final = "#/components/schemas/"
Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is sent or answered. `shape` names where it is described."""

    name: str
    kind: str
    words: str
    needed: bool
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """One address with what it takes and answers."""

    method: str
    path: str
    title: str
    words: str
    rows: tuple[Row, ...]
    sends: str
    answers: str
    statuses: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of the answers."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Every address in the document's order, and the shapes they name."""

    addresses: tuple[Address, ...]
    shapes: tuple[Shape, ...]


def page_of(document: Node) -> Page:
    """The whole document; a list of words stands where it is used, not under a name."""
    known = document["components"]["schemas"]
    lists = {REF + name: shape for name, shape in known.items() if "enum" in shape}
    whole = written_out(document, lists)
    found = tuple(
        address(method, path, said)
        for path, methods in whole["paths"].items()
        for method, said in methods.items()
    )
    shown = tuple(Shape(name, tuple(rows(shape))) for name, shape in whole["components"]["schemas"].items()
                  if "properties" in shape)  # fmt: skip
    linked = {row.shape for shape in shown for row in shape.rows} | {"Failure"}
    linked |= {name for one in found for name in (one.sends, one.answers)}
    return Page(found, tuple(shape for shape in shown if shape.name in linked))


def written_out(node: Any, lists: Mapping[str, Node]) -> Any:
    """The same with every reference to a list of words replaced by the list."""
    if isinstance(node, Mapping):
        if node.get("$ref") in lists:
            return {**lists[node["$ref"]], **{name: said for name, said in node.items() if name != "$ref"}}
        return {name: written_out(said, lists) for name, said in node.items()}
    return [written_out(one, lists) for one in node] if isinstance(node, list) else node


def address(method: str, path: str, said: Node) -> Address:
    """One address."""
    body = said.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    good = said["responses"]["200"]["content"]["application/json"]["schema"]
    return Address(
        method=method.upper(),
        path=path,
        title=said["summary"],
        words=said.get("description", ""),
        rows=tuple(
            row(one["name"], {**one["schema"], **one}, one["required"]) for one in said.get("parameters", ())
        ),
        sends=named(body),
        answers=named(good),
        statuses="、".join(code for code in said["responses"] if code != "200"),
    )


def rows(shape: Node) -> Iterator[Row]:
    """The fields of a shape."""
    for name, field in shape["properties"].items():
        yield row(name, field, name in shape.get("required", ()))


def row(name: str, field: Node, needed: bool) -> Row:
    """One field."""
    return Row(name, kind(field), field.get("description", ""), needed, named(field))


def kind(field: Node) -> str:
    """What may stand there, in words."""
    if "enum" in field:
        return "、".join(str(one) for one in field["enum"])
    options = [kind(one) for one in field.get("anyOf", field.get("allOf", ())) if one.get("type") != "null"]
    if options:
        return " 或 ".join(options)
    if field.get("format") == "date":
        return "日期"
    if field.get("type") == "array":
        return f"列表（{kind(field.get('items', {}))}）"
    return KINDS.get(field.get("type", "object"), "对象")


def named(field: Node) -> str:
    """The shape a field refers to, where it does."""
    if "$ref" in field:
        return str(field["$ref"]).removeprefix(REF)
    inner = (
        *field.get("anyOf", ()),
        *field.get("allOf", ()),
        *((field["items"],) if "items" in field else ()),
    )
    return next((name for one in inner if (name := named(one))), "")
