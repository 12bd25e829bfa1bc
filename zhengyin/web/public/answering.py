"""From the rules' answer to the page: verdict, reason with public basis, ways on, whom to call."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from zhengyin.catalogue.entries import SECTIONS, Entry
from zhengyin.catalogue.lists import Contact, Lists
from zhengyin.catalogue.marks import ISSUED_BY_NOBODY, at_a_glance, headline_of, mark_of, may_be_deliberated
from zhengyin.catalogue.policy import Answer, Outcome, Way
from zhengyin.catalogue.sentences import ended, sample_of
from zhengyin.web.place import Telephone
from zhengyin.web.public.asking import Address, follow_up, left_to_the_village
from zhengyin.web.public.pages import AnswerPage, GuidePage, Heading, Step

IN_PERSON = "这几件事，来村（居）委会当面说"
IN_PERSON_AFTER_NO = "有没有例外？"
BASIS = 2  # 三、法律政策依据


@dataclass(frozen=True, slots=True)
class Links:
    """Where the page's links go; `apply` is empty while an appointment cannot be made.

    `doubts`: what became of the bases the page names.
    """

    again: str
    sheet: str
    sample: str
    apply: str = ""
    doubts: tuple[str, ...] = ()
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
        guide=guide_page(
            guide.entry, links.sample, deliberated=may_be_deliberated(answer), doubts=links.doubts
        )
        if guide
        else None,
        print_href=f"{links.sheet}?{urlencode(said.kept)}",
        apply_href=links.apply if answer.settled and not not_yet else "",
        again_href=links.again,
        versions=tuple(version.words for version in lists.versions),
        not_yet=not_yet,
        doubts=links.doubts,
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


def telephone_of(contact: Contact | None) -> Telephone | None:
    """An office's line; None while none is known."""
    if contact is None or not contact.telephone:
        return None
    return Telephone(contact.name, contact.telephone)


def guide_page(
    entry: Entry, sample_href: str, *, deliberated: bool = False, doubts: tuple[str, ...] = ()
) -> GuidePage | None:
    """The guide with what stands at a glance; None for an entry without guide or form."""
    if entry.guide is None or entry.form is None:
        return None
    return GuidePage(
        name=entry.name,
        glance=at_a_glance(entry, entry.guide, deliberated=deliberated),
        headings=tuple(
            Heading(title, texts, doubts if title == SECTIONS[BASIS] else ())
            for title, texts in entry.guide.headings
        ),
        materials=entry.guide.materials,
        not_written=entry.guide.not_written,
        sample_href=sample_href,
        sample_title=entry.form.title,
        sample=sample_of(entry.form),
    )
