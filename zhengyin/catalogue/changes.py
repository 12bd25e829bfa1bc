"""What differs between two texts of one entry, part by part, in words for the public page. Pure (H2.1c)."""

from collections.abc import Iterator
from dataclasses import dataclass

from zhengyin.catalogue.entries import Entry, Form, RouteStep
from zhengyin.catalogue.kinds import Said
from zhengyin.shared.days import in_words

NOTHING = "（没有）"


@dataclass(frozen=True, slots=True)
class Changed:
    """One part of an entry: what it said before and what it says after."""

    part: str
    before: str
    after: str


def changes(before: Entry, after: Entry) -> tuple[Changed, ...]:
    """Every part that differs, in the order of the guide; empty when nothing a reader sees differs."""
    old, new = dict(_parts(before)), dict(_parts(after))
    both = (
        Changed(name, old.get(name) or NOTHING, new.get(name) or NOTHING)
        for name in dict.fromkeys((*old, *new))
    )
    return tuple(one for one in both if one.before != one.after)


def _parts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "名称", entry.name
    yield "别的叫法", "、".join(entry.aliases)
    yield "释义（非官方原文）", entry.explanation
    yield "依据", "；".join(basis.words for basis in entry.bases)
    yield "怎样办", "；".join(map(_way, entry.routes))
    yield "例外", entry.exception.name if entry.exception else ""
    yield "给谁开", "、".join(tie.words for tie in entry.ties)
    yield "办结", _completion(entry)
    yield "开出来管多少天", f"{entry.valid_days}天" if entry.valid_days else ""
    yield "涉及公共利益", "" if entry.public_interest is Said.NOT_ASKED else entry.public_interest.words
    yield "有效到哪天以前", in_words(entry.in_force_until) if entry.in_force_until else ""
    for title, texts in entry.guide.headings if entry.guide else ():
        yield title, "　".join(texts)
    yield "不能写的", entry.guide.not_written if entry.guide else ""
    if entry.form:
        yield from _form(entry.form)


def _way(step: RouteStep) -> str:
    bring = f"，带{'、'.join(step.bring)}" if step.bring else ""
    return f"{step.who}：{step.do}{f'（{step.where}）' if step.where else ''}{bring}"


def _completion(entry: Entry) -> str:
    days = f"，{entry.working_days}个工作日" if entry.working_days else ""
    return f"{entry.completion.words}{days}" if entry.completion else ""


def _form(form: Form) -> Iterator[tuple[str, str]]:
    yield "证明的标题", form.title
    yield (
        "要填的栏目",
        "、".join(f"{one.label}{'' if one.required else '（可以不填）'}" for one in form.fields),
    )
    yield "证明上的句子", "".join(fact.sentence for fact in form.facts) + form.closing
