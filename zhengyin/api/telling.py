"""From what the rooms say to the shapes of the answers, which ask by themselves only what `Told` does."""

from collections.abc import Sequence
from datetime import date

from zhengyin.api.shapes import (
    AnswerGiven,
    BasisNamed,
    CommitteeNamed,
    Demand,
    FieldAsked,
    GuideGiven,
    Item,
    Items,
    Line,
    Named,
    OpenQuestion,
    Section,
    WayOn,
    WhichItems,
    coded,
    named,
)
from zhengyin.catalogue.entries import Basis
from zhengyin.catalogue.kinds import EntryKind, Standing, Tie
from zhengyin.catalogue.lists import Contact, Listed, Lists
from zhengyin.catalogue.policy import Answer, Ask, Outcome, Question, Way
from zhengyin.catalogue.search import Found
from zhengyin.catalogue.sentences import sample_of
from zhengyin.regions.queries import CommitteeCard


def question(asked: Demand, day: date) -> Question:
    """The question for the rules; naming an item is confirming it."""
    return Question(
        day=day,
        entry_code=asked.item or "",
        asked_for="" if asked.item else (asked.words or "").strip(),
        confirmed=bool(asked.item) or asked.none_of_these,
        unit_class=asked.unit or "",
        ties_asked=asked.tie is not None,
        ties=frozenset[Tie]() if asked.tie is None else frozenset({asked.tie}),
        document_proves=asked.document_proves,
        basis_given=asked.basis_given,
    )


def items(card: CommitteeCard, lists: Lists, kinds: Sequence[EntryKind], asked: WhichItems) -> Items:
    """One page of the entries of these kinds; local ways to others are no items."""
    listed = [
        one
        for kind in kinds
        for one in lists.listed.values()
        if one.entry.kind is kind and not one.entry.for_code
    ]
    start = (asked.page - 1) * asked.size
    return Items(
        committee=committee(card),
        day=lists.day,
        list_versions=[version.words for version in lists.versions],
        items=[item(one) for one in listed[start : start + asked.size]],
        page=asked.page,
        pages=-(-len(listed) // asked.size),
        total=len(listed),
    )


def item(listed: Listed) -> Item:
    """One line of the list."""
    entry = listed.entry
    return Item(
        code=entry.code,
        name=entry.name,
        kind=coded(entry.kind),
        aliases=list(entry.aliases),
        level=coded(listed.level),
        list_version=listed.version.words,
        bases=bases(entry.bases),
        guide=bool(entry.guide and entry.form and not entry.unfilled),
    )


def answer(card: CommitteeCard, day: date, given: Answer, found: Found | None) -> AnswerGiven:
    """The rules' answer; `found` is what somebody's own words may mean."""
    return AnswerGiven(
        committee=committee(card),
        day=day,
        outcome=coded(given.outcome),
        may_be_issued=given.outcome.is_yes,
        settled=given.settled and given.outcome is not Outcome.ASK_MORE,
        headline=given.headline,
        reason=given.reason,
        rule=coded(given.path),
        bases=list(given.basis),
        list_version=given.list_version,
        item=Named(code=given.entry_code, name=given.entry_name) if given.entry_code else None,
        guide=given.guide_code,
        questions=[open_question(ask) for ask in given.asks],
        ways=[way_on(way) for way in given.ways],
        complaint=line(given.complaint),
        candidates=[Named(code=one.code, name=one.name) for one in found.candidates] if found else [],
        instead=found.instead if found else "",
    )


def guide(card: CommitteeCard, day: date, listed: Listed) -> GuideGiven:
    """The seven headings and the sample, of an entry that has them."""
    entry = listed.entry
    if entry.guide is None or entry.form is None:
        raise ValueError(f"{entry.code} has no guide")
    return GuideGiven(
        committee=committee(card),
        day=day,
        item=named(entry),
        sections=[Section(title=title, texts=list(texts)) for title, texts in entry.guide.headings],
        materials=list(entry.guide.materials),
        working_days=entry.working_days,
        valid_days=entry.valid_days,
        not_written=entry.guide.not_written,
        bases=bases(entry.bases),
        list_version=listed.version.words,
        form_title=entry.form.title,
        form_fields=[
            FieldAsked(label=field.label, kind=coded(field.kind), required=field.required)
            for field in entry.form.fields
        ],
        sample=list(sample_of(entry.form)),
    )


def committee(card: CommitteeCard) -> CommitteeNamed:
    """Whose lists they are."""
    return CommitteeNamed(
        code=card.code,
        name=card.legal_name or card.name,
        township=card.township_name,
        county=card.county_name,
    )


def bases(found: Sequence[Basis]) -> list[BasisNamed]:
    """What may be cited: a draft never stands as a basis."""
    return [
        BasisNamed(
            document=basis.document, number=basis.number, article=basis.article, issued_by=basis.issued_by,
            standing=coded(basis.standing), words=basis.words,
        )
        for basis in found
        if basis.standing is not Standing.DRAFT
    ]  # fmt: skip


def open_question(ask: Ask) -> OpenQuestion:
    """A condition still to be confirmed."""
    return OpenQuestion(code=ask.key, words=ask.words, asked_of=coded(ask.of), decides=ask.decides)


def way_on(way: Way) -> WayOn:
    """Where to go instead."""
    return WayOn(
        who=way.who, do=way.do, where=way.where, bring=list(way.bring), contact=line(way.contact),
        to_confirm=way.to_confirm,
    )  # fmt: skip


def line(contact: Contact | None) -> Line | None:
    """An office's line."""
    return Line(name=contact.name, telephone=contact.telephone) if contact else None
