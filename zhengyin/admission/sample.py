"""A certificate's sentences as one types them: what is filled in stands in 【】. Pure.

    【姓名】户住本村【住址】，从【从什么时候起：日期】起接着用水。

The brackets say what is typed and of which kind (姓名, 证件号码, 日期, 数字, 选 甲/乙; without one, words).
A name that comes again is the same field. What stands in [] is left out where nothing is typed into it:
    【姓名】[，公民身份号码【公民身份号码】]住本村【住址】。
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from zhengyin.catalogue.kinds import FieldKind, Method

HOLE: Final = re.compile(r"【([^【】]*)】")
OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
LEFT: Final = re.compile(r"[【】{}\[\]]")
PERSON: Final = {
    "姓名": ("subject_name", FieldKind.NAME),
    "公民身份号码": ("subject_identity", FieldKind.IDENTITY),
    "性别": ("subject_sex", FieldKind.CHOICE),
}
KINDS: Final = {
    "": FieldKind.TEXT, "文字": FieldKind.TEXT, "姓名": FieldKind.NAME, "证件号码": FieldKind.IDENTITY,
    "日期": FieldKind.SINCE, "数字": FieldKind.NUMBER, "到日的日期": FieldKind.DATE,
}  # fmt: skip
LONGEST: Final = 60
NEW: Final[Mapping[str, Any]] = MappingProxyType({})


def form_of(
    title: str, text: str, methods: Sequence[Method], before: Mapping[str, Any] = NEW
) -> dict[str, Any]:
    """The form these sentences make, as catalogue.entries.Form reads it; faults_in says whether it can.

    `before` is the form as it stood: a field of the same name and kind keeps what is not typed here (how
    long it may be, its hint), a sentence that stays keeps how it is verified.
    """
    known = {_label(one): one for one in before.get("fields", ())}
    stood = {fact["sentence"]: fact for fact in before.get("facts", ())}
    fields: dict[str, dict[str, Any]] = {}
    facts = []
    for no, line in enumerate(_lines(text), 1):
        sentence = HOLE.sub(lambda hole: "{" + _field(hole.group(1), fields, known) + "}", line)
        labels = [_said(hole)[0] for hole in HOLE.findall(line)]
        facts.append(stood.get(sentence) or {
            "key": _free(f"s{no}", (fact["key"] for fact in stood.values())),
            "label": "、".join(dict.fromkeys(labels))[:30], "sentence": sentence,
            "methods": [one.value for one in methods],
        })  # fmt: skip
    kept = [one for one in known.values() if not one.get("printed", True)]
    closing = {"closing": before["closing"]} if "closing" in before else {}
    every = [*_in_order(fields, known, text), *kept]
    return {"title": title.strip(), "fields": every, "facts": facts, **closing}


def faults_in(text: str) -> Iterator[str]:
    """What keeps the sentences from being a form, in words."""
    lines = _lines(text)
    holes = [_said(hole) for line in lines for hole in HOLE.findall(line)]
    if "姓名" not in {label for label, _ in holes}:
        yield "样表里要有【姓名】：给谁开的"
    for label, kind in holes:
        if not label:
            yield "【】里没有写要填什么"
        elif kind not in KINDS and not _choices(kind) and label not in PERSON:
            yield f"“{kind}”不是栏目的种类：可以写姓名、证件号码、日期、数字，或者“选 甲/乙”"
    if any(LEFT.search(OPTIONAL.sub(r"\1", HOLE.sub("", line))) for line in lines):
        yield "【和】要成对，[和]也要成对，句子里不用别的括号"
    if any(not HOLE.search(part) for line in lines for part in OPTIONAL.findall(line)):
        yield "[]里没有要填的"
    for line in lines:
        if not HOLE.search(line):
            yield f"“{line[:20]}”里没有要填的：每句话都要说这一家的事"


def text_of(form: Mapping[str, Any]) -> str:
    """The sentences as they were typed, from the form they made."""
    fields = {one["key"]: one for one in form.get("fields", ())}

    def hole(found: re.Match[str]) -> str:
        if found.group(1) not in fields:
            return found.group(0)  # what every certificate has: {purpose}, {demanding_unit}
        return f"【{_hole(fields[found.group(1)])}】"

    return "\n".join(re.sub(r"\{([a-z0-9_]+)\}", hole, one["sentence"]) for one in form.get("facts", ()))


def _hole(one: Mapping[str, Any]) -> str:
    """What stands in the brackets of this field."""
    if one["key"] in _PERSON:
        return _PERSON[one["key"]]
    kind = f"选 {'/'.join(one['choices'])}" if one.get("choices") else _WORDS[FieldKind(one["kind"])]
    return f"{one['label']}：{kind}" if kind else str(one["label"])


def _label(one: Mapping[str, Any]) -> str:
    """The name a field goes by in the brackets."""
    return _PERSON.get(one["key"], str(one["label"]))


_PERSON = {key: label for label, (key, _) in PERSON.items()}
_WORDS = {kind: words for words, kind in KINDS.items() if words != "文字"}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _said(hole: str) -> tuple[str, str]:
    label, _, kind = hole.replace(":", "：").partition("：")
    return label.strip(), kind.strip()


def _choices(kind: str) -> tuple[str, ...]:
    found = [one.strip() for one in kind.removeprefix("选").split("/")] if kind.startswith("选") else []
    return tuple(one for one in found if one) if len(found) > 1 else ()


def _field(hole: str, fields: dict[str, dict[str, Any]], known: Mapping[str, Mapping[str, Any]]) -> str:
    """The key of the field, new where the label is."""
    label, kind = _said(hole)
    if label in fields:
        return str(fields[label]["key"])
    if label in known and _said(_hole(known[label])) == (label, kind):
        fields[label] = dict(known[label])
        return str(fields[label]["key"])
    one: dict[str, Any] = {"label": label, "max_length": LONGEST}
    if label in PERSON:
        key, of = PERSON[label]
        one |= {"key": key, "kind": of.value, "required": of is not FieldKind.IDENTITY}
        one |= {"choices": ["男", "女"]} if of is FieldKind.CHOICE else {}
    else:
        one["key"] = _free(f"f{len(fields) + 1}", (str(other["key"]) for other in known.values()))
        choices = _choices(kind)
        one |= {"kind": (FieldKind.CHOICE if choices else KINDS[kind]).value}
        one |= {"choices": list(choices)} if choices else {}
    fields[label] = one
    return str(one["key"])


def _free(key: str, used: Iterable[str]) -> str:
    """This key, or one like it that stood for nothing else before."""
    return f"{key}_new" if key in set(used) else key


def _in_order(
    fields: Mapping[str, dict[str, Any]], known: Mapping[str, object], text: str
) -> Iterator[dict[str, Any]]:
    """What stood before in its order, then the new; what is named in [] alone may be left empty."""
    asked = {_said(hole)[0] for hole in HOLE.findall(OPTIONAL.sub("", text))}
    for label in [*(one for one in known if one in fields), *(one for one in fields if one not in known)]:
        one = fields[label]
        yield one if label in asked else {**one, "required": False}
