"""A certificate's sentences as one types them: what is filled in stands in 【】. Pure.

    【姓名】户住本村【住址】，从【从什么时候起：日期】起接着用水。

The brackets say what is typed and of which kind (姓名, 证件号码, 日期, 数字, 选 甲/乙; without one, words).
A name that comes again is the same field.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from zhengyin.catalogue.kinds import FieldKind, Method

HOLE: Final = re.compile(r"【([^【】]*)】")
LEFT: Final = re.compile(r"[【】{}\[\]]")
PERSON: Final = {
    "姓名": ("subject_name", FieldKind.NAME),
    "公民身份号码": ("subject_identity", FieldKind.IDENTITY),
    "性别": ("subject_sex", FieldKind.CHOICE),
}
KINDS: Final = {
    "": FieldKind.TEXT, "文字": FieldKind.TEXT, "姓名": FieldKind.NAME, "证件号码": FieldKind.IDENTITY,
    "日期": FieldKind.SINCE, "数字": FieldKind.NUMBER,
}  # fmt: skip
LONGEST: Final = 60


def form_of(title: str, text: str, methods: Sequence[Method]) -> dict[str, Any]:
    """The form these sentences make, as catalogue.entries.Form reads it; faults_in says whether it can."""
    fields: dict[str, dict[str, Any]] = {}
    facts = []
    for no, line in enumerate(_lines(text), 1):
        sentence = HOLE.sub(lambda hole: "{" + _field(hole.group(1), fields) + "}", line)
        labels = [_said(hole)[0] for hole in HOLE.findall(line)]
        facts.append({
            "key": f"s{no}", "label": "、".join(dict.fromkeys(labels))[:30], "sentence": sentence,
            "methods": [one.value for one in methods],
        })  # fmt: skip
    return {"title": title.strip(), "fields": list(fields.values()), "facts": facts}


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
    if any(LEFT.search(HOLE.sub("", line)) for line in lines):
        yield "【和】要成对，句子里不用别的括号"
    for line in lines:
        if not HOLE.search(line):
            yield f"“{line[:20]}”里没有要填的：每句话都要说这一家的事"


def text_of(form: dict[str, Any]) -> str:
    """The sentences as they were typed, from the form they made."""
    fields = {one["key"]: one for one in form.get("fields", ())}

    def hole(found: re.Match[str]) -> str:
        one = fields[found.group(1)]
        if one["key"] in {key for key, _ in PERSON.values()}:
            return f"【{one['label']}】"
        kind = f"选 {'/'.join(one['choices'])}" if one.get("choices") else _WORDS[FieldKind(one["kind"])]
        return f"【{one['label']}：{kind}】" if kind else f"【{one['label']}】"

    return "\n".join(re.sub(r"\{([a-z0-9_]+)\}", hole, one["sentence"]) for one in form.get("facts", ()))


_WORDS = {kind: words for words, kind in KINDS.items() if words != "文字"} | {FieldKind.DATE: "日期"}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _said(hole: str) -> tuple[str, str]:
    label, _, kind = hole.replace(":", "：").partition("：")
    return label.strip(), kind.strip()


def _choices(kind: str) -> tuple[str, ...]:
    found = [one.strip() for one in kind.removeprefix("选").split("/")] if kind.startswith("选") else []
    return tuple(one for one in found if one) if len(found) > 1 else ()


def _field(hole: str, fields: dict[str, dict[str, Any]]) -> str:
    """The key of the field, new where the label is."""
    label, kind = _said(hole)
    if label in fields:
        return str(fields[label]["key"])
    one: dict[str, Any] = {"label": label, "max_length": LONGEST}
    if label in PERSON:
        key, of = PERSON[label]
        one |= {"key": key, "kind": of.value, "required": of is not FieldKind.IDENTITY}
        one |= {"choices": ["男", "女"]} if of is FieldKind.CHOICE else {}
    elif choices := _choices(kind):
        one |= {"key": f"f{len(fields) + 1}", "kind": FieldKind.CHOICE.value, "choices": list(choices)}
    else:
        one |= {"key": f"f{len(fields) + 1}", "kind": KINDS[kind].value}
    fields[label] = one
    return str(one["key"])
