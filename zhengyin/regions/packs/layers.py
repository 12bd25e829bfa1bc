"""Laying one file's settings over another's, each value keeping its own file and line."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from zhengyin.regions.packs.marks import Document, Place, Problem, Where, problems_of
from zhengyin.regions.packs.settings import OWN_DEFAULT, Frozen, Settings, Text, UseClass

# Sections laid over key by key; any other section is replaced as a whole.
BY_KEY = ("documents", "rules", "words", "number_words", "numbers", "archive")
WHOLE = (
    "refusals_cite",
    "lead_bodies",
    "telephones",
    "joint_reviewers",
    "admission_forms",
    "seal_uses",
    "major_matters",
)
# Sections whose entries are {value, source}.
SOURCED = ("rules", "number_words", "numbers", "archive")


class Entry(Frozen):
    """A value and where it comes from."""

    value: Any
    source: Text


def overlay(base: Document, over: Document) -> Document:
    """Lay `over` on `base`."""
    data, places = dict(base.data), dict(base.places)
    for section, content in over.data.items():
        if section not in (*BY_KEY, *WHOLE):
            continue
        by_key = section in BY_KEY and isinstance(content, dict) and isinstance(data.get(section), dict)
        if by_key:
            data[section] = {**data[section], **content}
            replaced: tuple[Where, ...] = tuple((section, key) for key in content)
        else:
            data[section], replaced = content, ((section,),)
        places = {path: place for path, place in places.items() if not _under(path, replaced)}
        places.update({path: place for path, place in over.places.items() if _under(path, replaced)})
    return Document(over.file, data, places)


def _under(path: Where, roots: tuple[Where, ...]) -> bool:
    return any(path[: len(root)] == root for root in roots)


def settings_of(layered: Document, pack: str, code: str, name: str) -> tuple[Settings | None, list[Problem]]:
    """Turn laid-over sections into a county's settings, or say what is wrong with them."""
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    data = {key: layered.data[key] for key in layered.data if key in (*BY_KEY, *WHOLE)}
    for section in SOURCED:
        data[section] = _split(layered, section, sources, problems)
    problems += _sources_known(layered, data)
    data |= {"pack": pack, "county_code": code, "county_name": name, "sources": sources}
    try:
        settings = Settings.model_validate(_named(data, name))
    except ValidationError as error:
        return None, [*problems, *problems_of(error, layered)]
    problems += _consistent(settings, layered)
    return (None if problems else settings), problems


def _split(
    layered: Document, section: str, sources: dict[str, str], problems: list[Problem]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    entries = layered.data.get(section) or {}
    for key, raw in entries.items() if isinstance(entries, dict) else ():
        part = layered.part(section, key)
        try:
            entry = Entry.model_validate(raw)
        except ValidationError as error:
            problems += problems_of(error, part)
            continue
        values[key], sources[key] = entry.value, entry.source
    return values


def _sources_known(layered: Document, data: dict[str, Any]) -> Iterator[Problem]:
    """Every `source` names a document of the pack or says 产品默认."""
    known = {OWN_DEFAULT, *(data.get("documents") or {})}
    for path in layered.places:
        if path and path[-1] == "source":
            said = _at(layered.data, path)
            if said not in known:
                yield layered.place(path).problem(
                    f"source「{said}」不是 documents 里的文件，也不是{OWN_DEFAULT}"
                )


def _at(data: Any, path: Where) -> Any:
    for step in path:
        data = data[step]
    return data


def _named(data: Any, county: str) -> Any:
    """Write the county's name where a text says {county}."""
    if isinstance(data, str):
        return data.replace("{county}", county)
    if isinstance(data, list):
        return [_named(one, county) for one in data]
    if isinstance(data, dict):
        return {key: _named(one, county) for key, one in data.items()}
    return data


def _consistent(settings: Settings, layered: Document) -> Iterator[Problem]:
    cited = settings.documents.get(settings.refusals_cite)
    here: Place = layered.place(("refusals_cite",))
    if cited is None or not cited.citable:
        yield here.problem("refusals_cite 要指向一份可以引用的现行文件")
    if not settings.lead_bodies:
        yield layered.place(("lead_bodies",)).problem("至少写一个主管部门（lead_bodies）")
    yield from _scope_whole(settings, layered)


def _scope_whole(settings: Settings, layered: Document) -> Iterator[Problem]:
    """No code stands twice, and each of the three classes has an entry: a class left out stops the seal."""
    for section, rows in (("seal_uses", settings.seal_uses), ("major_matters", settings.major_matters)):
        codes = [row.code for row in rows]
        for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
            yield layered.place((section,)).problem(f"{section} 里「{code}」写了两次")
    missing = [one.value for one in UseClass if one not in {row.of_class for row in settings.seal_uses}]
    for one in missing:
        yield layered.place(("seal_uses",)).problem(f"用印范围（seal_uses）里「{one}」这一类一项也没有")
