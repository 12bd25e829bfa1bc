"""补登: the facts of an entry as of the moment the paper was stamped, and what the register says of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.entries import Entry, Fact, FieldKind, Form, FormField
from zhengyin.catalogue.kinds import Method
from zhengyin.catalogue.policy import Answer
from zhengyin.certificates.asked import tidied
from zhengyin.certificates.content import Wording
from zhengyin.certificates.models import Certificate, Grant, GrantedSlip, Slip
from zhengyin.certificates.policy.application import refusals_of_what_was_typed
from zhengyin.certificates.policy.late import refusals_to_record_late
from zhengyin.certificates.policy.verify import refusals_of_the_informant
from zhengyin.certificates.queries.demands import title_of
from zhengyin.certificates.queries.facts import concerned_in
from zhengyin.certificates.queries.sealing import slip_asked, too_early
from zhengyin.certificates.slips import LateFacts, LateGiven, RecordFacts, Signer
from zhengyin.certificates.typed import tidy
from zhengyin.certificates.words import WORDS
from zhengyin.people import queries as people
from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.regions import queries as regions
from zhengyin.regions.words import WORDS as OF_REGIONS
from zhengyin.seals import queries as seals
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal

WRITTEN = "written"  # the field for what was written by hand where no item's form fits


@dataclass(frozen=True, slots=True)
class LateItem:
    """The item as the lists of that day had it; `entry` is None where none let it through."""

    answer: Answer
    entry: Entry | None
    form: Form


def late_item(organization_id: UUID, late: LateGiven) -> LateItem:
    """Judge the question by the lists in force on the day the paper was stamped."""
    question = replace(late.application.question, day=day_of(late.happened_at))
    answer = catalogue.answer_to(organization_id, question)
    code = answer.guide_code or answer.entry_code
    listed = catalogue.entry(organization_id, code, question.day) if answer.outcome.is_yes else None
    entry = listed.entry if listed else None
    form = late_form(answer, entry, title_of(answer, late.application))
    return LateItem(answer, entry if entry and entry.form else None, form)


def late_form(answer: Answer, entry: Entry | None, title: str) -> Form:
    """What the slip is typed in: the item's form where that day's lists let it through and there is one.

    The page that asks and the act that enters both take it from here: a yes without a form of its own
    (据实出具, or on neither list) was stamped on paper like any other.
    """
    listed = entry.form if entry and answer.outcome.is_yes else None
    return listed or written_form(title)


def written_form(title: str) -> Form:
    """The form of a paper that no item's form serves: its own words are kept."""
    return Form(
        title=title,
        fields=(
            FormField(key="subject_name", label="被证明人姓名", kind=FieldKind.NAME),
            FormField(key=WRITTEN, label="纸上写的内容", kind=FieldKind.TEXT, max_length=200),
        ),
        facts=(
            Fact(
                key=WRITTEN, label="纸上写的内容", sentence=f"{{subject_name}}：{{{WRITTEN}}}",
                methods=tuple(Method),
            ),
        ),
        closing="本证明仅用于{purpose}。",
    )  # fmt: skip


def facts_for_record_late(
    slip: Slip, late: LateGiven, item: LateItem, granted: GrantedSlip | None, actor: Actor, at: datetime
) -> RecordFacts:
    """What must be so before anything is entered."""
    application, card = late.application, regions.committee(slip.organization_id)
    values, unit = tidy(item.form, application.values), application.question.demanding_unit
    wording = Wording(item.form, values, card.issuer_full, unit, application.purpose, application.copies)
    known = {person for person, _ in people.everybody(slip.organization_id)}
    named = {late.approved_by, late.countersigned_by, late.handled_by, late.sealed_by} - {None}
    return RecordFacts(
        happened_at=late.happened_at,
        issued_at=slip.pad.issued_at,
        now=at,
        strangers=bool(named - known),
        near_answered=late.approver_near is not None and late.sealer_near is not None,
        impressions=late.impressions,
        has_photo=bool(late.photo),
        granted=granted is not None
        and (granted.grant.person_id, granted.grant.session) == (actor.person_id, actor.session_id),
        grant_expired=granted is not None and at > granted.grant.expires_at,
        blocked_after_reset=people.blocked_from_approving(actor.person_id, at),
        holes=wording.holes(),
        wrong=(
            *refusals_of_what_was_typed(application, item.form, values, day_of(late.happened_at)),
            *refusals_of_the_informant(late.informant),
        ),
    )


def facts_for_failed_checks(certificate: Certificate, late: LateGiven, item: LateItem) -> LateFacts:
    """The rules' facts as of that moment. The case and its persons stand already.

    Lists, offices, seal, custody and the confirmed name have a history and are those of the moment. The
    settings of the pack have none: whether a director may approve what he handled, what the pack does
    with prohibited and unlisted items, and the classes of units are those of the day of entry.
    """
    issuing = regions.reasons_not_to_issue_then(certificate.organization_id, late.happened_at)
    then = seals.seal_then(certificate.organization_id, late.happened_at)
    sufficient = item.entry.ties if item.entry else ()
    ties = late.application.question.ties
    sealer = _signer(certificate, late.sealed_by, late)
    assert sealer is not None
    return LateFacts(
        committee=tuple(_sentences(issuing)),
        answer=item.answer,
        tie_missing=""
        if not sufficient or set(sufficient) & ties
        else "、".join(t.words for t in sufficient),
        unverified=tuple(
            fact.label for fact in item.form.facts if not {m.value for m in fact.methods} & set(late.methods)
        ),
        concerned=concerned_in(certificate),
        approver=_signer(certificate, late.approved_by, late),
        second=_signer(certificate, late.countersigned_by, late),
        sealer=sealer,
        handler=late.handled_by,
        may_approve_own_handling=regions.settings_for(
            certificate.county_code
        ).rules.director_approves_own_handling,
        seal_name=then.name if then else "",
        seal_lost=then is not None and then.lost,
        seal_still=then.still if then else "",
        carrier=then.where.carrier_id if then else None,
        keeper=then.custodian_id if then else None,
        handover_over=bool(then and then.handover and then.handover.stops),
    )


def failed_words(refusals: Iterable[Refusal]) -> str:
    """All reasons in one text, for the column 待整改; no resident's name is in it."""
    said = (WORDS[refusal.code].replace("{about}", refusal.about.rstrip("。")) for refusal in refusals)
    return "；".join(words.rstrip("。") for words in said)


def _sentences(refusals: Iterable[Refusal]) -> Iterable[str]:
    return (OF_REGIONS[refusal.code].replace("{about}", refusal.about) for refusal in refusals)


def _signer(certificate: Certificate, person_id: UUID | None, late: LateGiven) -> Signer | None:
    if person_id is None:
        return None
    person = Person.objects.get(pk=person_id)
    holds = people.offices_then(person_id, late.happened_at)
    near = (person_id == late.approved_by and late.approver_near) or (
        person_id == late.sealed_by and late.sealer_near
    )
    return Signer(
        person_id,
        person.name,
        bytes(person.identity_index),
        frozenset(held.office for held in holds if held.at == certificate.organization_id),
        bool(near),
    )


def reasons_before_entry(slip: Slip, late: LateGiven, actor: Actor, at: datetime) -> tuple[Refusal, ...]:
    """Why the entry would be refused whatever the second factor says; empty when only that is missing."""
    if early := too_early(slip_asked(slip, actor), actor):
        return early
    assert actor.session_id is not None
    grant = Grant(person_id=actor.person_id, session=actor.session_id, granted_at=at, expires_at=at)
    late = replace(late, application=tidied(late.application))
    item = late_item(slip.organization_id, late)
    facts = facts_for_record_late(slip, late, item, GrantedSlip(grant=grant, slip=slip), actor, at)
    return tuple(refusals_to_record_late(facts))
