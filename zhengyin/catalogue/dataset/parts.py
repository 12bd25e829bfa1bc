"""The parts of an entry, each from the catalogue's own shape to the published one."""

from typing import Final

from zhengyin.catalogue.dataset.shapes import (
    AnswerTold,
    BasisTold,
    Coded,
    ExceptionTold,
    FieldTold,
    FormTold,
    GuideTold,
    Heading,
    SentenceTold,
    Telephone,
    WayTold,
)
from zhengyin.catalogue.entries import Basis, Entry, Form, Guide, NamedException, RouteStep
from zhengyin.catalogue.lists import Contact, PackRules
from zhengyin.catalogue.marks import (
    ISSUED_BY_NOBODY,
    at_a_glance,
    headline_of,
    is_issued,
    mark_of,
    may_be_deliberated,
)
from zhengyin.catalogue.policy import Answer, Outcome, Way
from zhengyin.catalogue.sentences import ended, sample_of

THIS_ONE: Final = "打这个电话"
THEIR_OWN: Final = "打村（居）委会的电话"
"""Where no telephone stands beside the words: a county's dataset names no village's."""


def basis(one: Basis) -> BasisTold:
    """A citation in its parts."""
    return BasisTold(
        document=one.document,
        number=one.number,
        article=one.article,
        issued_by=one.issued_by,
        standing=Coded.of(one.standing),
        confidence=Coded.of(one.confidence),
        words=one.words,
    )


def answer(given: Answer, entry: Entry) -> AnswerTold:
    """The answer in the words of the public pages."""
    mark, complaint = mark_of(given, entry), given.complaint or Contact("")
    return AnswerTold(
        outcome=Coded.of(given.outcome),
        shape=mark.shape,
        mark=mark.word,
        headline=headline_of(given, entry),
        reason="" if given.outcome is Outcome.ASK_MORE else given.reason,
        bases=given.basis,
        questions=tuple(ask.words for ask in given.asks),
        complaint=Telephone(name=complaint.name, number=complaint.telephone),
        is_yes=given.outcome.is_yes,
        is_open=given.outcome is Outcome.ASK_MORE,
        issued=is_issued(given, entry),
        issued_by_nobody=given.outcome in ISSUED_BY_NOBODY,
        deliberated=may_be_deliberated(given),
        guide_of=given.guide_code,
    )


def ways(entry: Entry, given: Answer | None, rules: PackRules) -> tuple[WayTold, ...]:
    """Those of the answer, the local ones first; else the entry's own."""
    if given and given.ways:
        return tuple(map(_way, given.ways))
    return tuple(_way(_resolved(step, rules)) for step in entry.routes)


def _resolved(step: RouteStep, rules: PackRules) -> Way:
    contact = rules.offices.get(step.office)
    return Way(step.who, step.do, step.where, step.bring, contact, step.to_confirm)


def _way(one: Way) -> WayTold:
    contact = one.contact if one.contact and one.contact.telephone else None
    return WayTold(
        who=one.who,
        do=ended(one.do if contact else one.do.replace(THIS_ONE, THEIR_OWN)),
        where=one.where,
        bring=one.bring,
        telephone=Telephone(name=contact.name, number=contact.telephone) if contact else None,
        to_confirm=one.to_confirm,
    )


def exception(one: NamedException) -> ExceptionTold:
    """The named exception of a prohibited entry."""
    return ExceptionTold(name=one.name, entry=one.entry, conditions=one.conditions)


def guide(entry: Entry, one: Guide, given: Answer | None) -> GuideTold:
    """The seven headings as they stand, also where one still says 待核."""
    deliberated = given is not None and may_be_deliberated(given)
    glance = at_a_glance(entry, one, deliberated=deliberated)
    return GuideTold(
        headings=tuple(Heading(title=title, texts=texts) for title, texts in one.headings),
        materials=one.materials,
        not_written=one.not_written,
        pending=entry.unfilled,
        glance=tuple(Heading(title=term, texts=(fact,)) for term, fact in glance),
    )


def form(one: Form) -> FormTold:
    """Fields and sentences, and the sample they make."""
    return FormTold(
        title=one.title,
        fields=tuple(
            FieldTold(
                key=field.key, label=field.label, kind=Coded.of(field.kind), required=field.required,
                printed=field.printed, max_length=field.max_length, choices=field.choices, hint=field.hint,
            )
            for field in one.fields
        ),
        sentences=tuple(
            SentenceTold(
                key=fact.key, label=fact.label, sentence=fact.sentence,
                methods=tuple(map(Coded.of, fact.methods)),
            )
            for fact in one.facts
        ),
        closing=one.closing,
        sample=sample_of(one),
    )  # fmt: skip
