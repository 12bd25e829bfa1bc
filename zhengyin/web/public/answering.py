"""From the rules' answer to the page: verdict, reason with public basis, ways on, whom to call."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import Lock
from zhengyin.catalogue.lists import Contact, Lists
from zhengyin.catalogue.policy import Answer, Outcome, Way
from zhengyin.catalogue.sentences import sample_of
from zhengyin.web.place import Telephone
from zhengyin.web.public.asking import Address, follow_up, left_to_the_village
from zhengyin.web.public.pages import (
    ISSUED_BY_NOBODY,
    MARKS,
    UNSETTLED,
    WITH_EXCEPTION,
    AnswerPage,
    GuidePage,
    Heading,
    Mark,
    Step,
)

FREE = "不收钱"
IN_PERSON = "这几件事，来村（居）委会当面说"
IN_PERSON_AFTER_NO = "有没有例外？"
EXCEPTION_ONLY = "公证才开，别的用途不用开。"


@dataclass(frozen=True, slots=True)
class Links:
    """Where the page's links go; `apply` is empty while an appointment cannot be made."""

    again: str
    sheet: str
    sample: str
    apply: str = ""
    units: dict[str, str] = field(default_factory=dict)


def answer_page(
    answer: Answer, said: Address, lists: Lists, links: Links, not_yet: Telephone | None = None
) -> AnswerPage:
    """Put the answer into the order of the page; no appointment where nobody could receive it yet."""
    listed = lists.listed.get(said.item)
    entry = listed.entry if listed else None
    guide = lists.listed.get(answer.guide_code)
    mark = mark_of(answer, entry)
    documents = "、".join(entry.replaced_by) if entry else ""
    return AnswerPage(
        asked=answer.entry_name or said.asked_for,
        purpose=f"{links.units[said.unit]}要的" if said.unit else "",
        shape=mark.shape,
        colour="is-ok" if answer.outcome.is_yes and answer.settled else "",
        headline=headline_of(answer, entry),
        more=answer.reason if answer.outcome.is_yes else "",
        title=mark.word,
        is_yes=answer.outcome.is_yes,
        is_open=answer.outcome is Outcome.ASK_MORE,
        reason=answer.reason,
        basis="；".join(answer.basis),
        in_person_title=IN_PERSON_AFTER_NO if answer.outcome.is_no else IN_PERSON,
        in_person=left_to_the_village(answer, said),
        steps=tuple(step_of(way) for way in answer.ways),
        complaint=telephone_of(answer.complaint),
        issued_by_nobody=answer.outcome in ISSUED_BY_NOBODY,
        letter=answer.letter_to_unit,
        follow_up=follow_up(answer, said, links.units, documents),
        guide=guide_page(guide.entry, links.sample, deliberated=may_be_deliberated(answer))
        if guide
        else None,
        print_href=f"{links.sheet}?{urlencode(said.kept)}",
        apply_href=links.apply if answer.settled and not not_yet else "",
        again_href=links.again,
        versions=tuple(version.words for version in lists.versions),
        not_yet=not_yet,
    )


def step_of(way: Way) -> Step:
    """One way on."""
    return Step(
        title=way.who,
        words=ended(way.do),
        where=way.where,
        bring="、".join(way.bring),
        telephone=telephone_of(way.contact),
        to_confirm=way.to_confirm,
    )


def ended(words: str) -> str:
    """End a sentence that the list's file left open."""
    return words if words.endswith(("。", "；", "！")) else f"{words}。"


def telephone_of(contact: Contact | None) -> Telephone | None:
    """An office's line; None while none is known."""
    if contact is None or not contact.telephone:
        return None
    return Telephone(contact.name, contact.telephone)


def may_be_deliberated(answer: Answer) -> bool:
    """Whether a notice or a meeting may come before the paper: it does, or the village has yet to say."""
    return answer.lock is not Lock.NONE or any(ask.key == "public_interest" for ask in answer.asks)


def guide_page(entry: Entry, sample_href: str, *, deliberated: bool = False) -> GuidePage | None:
    """The guide with what stands at a glance; None for an entry without guide or form."""
    if entry.guide is None or entry.form is None:
        return None
    days = f"{entry.working_days}个工作日" if entry.working_days else "当场办"
    if deliberated:
        days += "；涉及公共利益的，公示、议事的时间另算"
    valid = f"{entry.valid_days}天" if entry.valid_days else "没有另外规定"
    bring = f"{len(entry.guide.materials)}样"
    return GuidePage(
        name=entry.name,
        glance=(("几天", days), ("多少钱", FREE), ("带什么", bring), ("有效期", valid)),
        headings=tuple(Heading(title, texts) for title, texts in entry.guide.headings),
        materials=entry.guide.materials,
        not_written=entry.guide.not_written,
        sample_href=sample_href,
        sample_title=entry.form.title,
        sample=sample_of(entry.form),
    )


def headline_of(answer: Answer, entry: Entry | None) -> str:
    """The answer first: on the village's page and at the counter in the same words."""
    return EXCEPTION_ONLY if mark_of(answer, entry) is WITH_EXCEPTION else answer.headline


def mark_of(answer: Answer, entry: Entry | None) -> Mark:
    """The answer in a few words, those of its headline: in a list as it stands before any question."""
    named = entry is not None and (entry.exception is not None or bool(entry.exception_of))
    if answer.outcome is Outcome.NO_PROHIBITED and named:
        return WITH_EXCEPTION
    return MARKS[answer.outcome] if answer.settled else UNSETTLED
