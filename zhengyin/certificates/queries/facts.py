"""The facts of each rule, gathered at the moment of the act."""

from datetime import datetime
from uuid import UUID

from zhengyin.catalogue.entries import FieldKind, Form
from zhengyin.catalogue.kinds import Lock
from zhengyin.catalogue.policy import AskedOf, Path
from zhengyin.certificates import secrets
from zhengyin.certificates.asked import (
    RESIDENT_CARD,
    Application,
    Channel,
    Handed,
    everybody_in,
)
from zhengyin.certificates.content import Wording
from zhengyin.certificates.facts.afterwards import DeliverFacts
from zhengyin.certificates.facts.applying import ApplyFacts
from zhengyin.certificates.facts.deciding import ApproveFacts, Check, VerifyFacts
from zhengyin.certificates.facts.sealing import SealFacts
from zhengyin.certificates.kinds import How
from zhengyin.certificates.lines.names import RECUSED
from zhengyin.certificates.models import Certificate, GrantedPaper, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.policy.application import refusals_of_several, refusals_of_what_was_typed
from zhengyin.certificates.queries.again import differs_from_the_reissued, earlier_of
from zhengyin.certificates.queries.handling import handlers_of
from zhengyin.certificates.queries.judging import interest_without_reason, judged_again
from zhengyin.certificates.queries.mandates import mandates_of, proxies_of
from zhengyin.certificates.queries.pages import digests_of
from zhengyin.certificates.queries.serving import Serving, serving, typed_into
from zhengyin.certificates.queries.wording import (
    approved_digest_now,
    approved_issuer,
    parties_of,
    shown_digest,
    wording_of,
)
from zhengyin.certificates.typed import pictures_in, words_problem
from zhengyin.deliberation import queries as deliberation
from zhengyin.documents import fonts
from zhengyin.people import queries as people
from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.people.offices import Office
from zhengyin.people.policy.deciding import Concerned, Deciding
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Organization
from zhengyin.registers import queries as registers
from zhengyin.seals import queries as seals
from zhengyin.seals.policy.whereabouts import AT_OFFICE, Where
from zhengyin.shared.days import day_of
from zhengyin.shared.names import name_problem, normalise_name


def facts_for_apply(
    organization: Organization, application: Application, at: datetime
) -> tuple[Serving, ApplyFacts]:
    """What the lists of the day give for it, and what the rule looks at."""
    served, card = serving(organization.id, application, at), regions.committee(organization.id)
    answer, entry, form = served.answer, served.entry, served.form
    if form is None:
        return served, ApplyFacts(card.reasons, answer)
    values = typed_into(form, application)
    wording = Wording(
        form, values, card.issuer_full, application.question.demanding_unit, application.purpose, 1
    )
    said = [form.title, *values.values(), application.purpose, application.question.demanding_unit]
    said += [normalise_name(person.name) for person in everybody_in(application)]
    brought = application.brought
    online = application.channel is Channel.ONLINE
    return served, ApplyFacts(
        not_issuing=card.reasons,
        answer=answer,
        asked_of=frozenset({AskedOf.RESIDENT} if online else AskedOf),  # the handler's come at acceptance
        interest_without_reason=interest_without_reason(application.question),
        holes=wording.holes(),
        unprintable=tuple(one for one in fonts.uncovered_in(said) if not pictures_in(one)),
        wrong=(
            *refusals_of_what_was_typed(application, form, values, day_of(at)),
            *refusals_of_several(application, number_optional=entry is None or entry.identity_optional),
        ),
        brought_says_nothing=brought is not None and not brought.facts & {fact.key for fact in form.facts},
        note_by_one=bool(brought and brought.note) and not answer.needs_second_approver,
    )  # fmt: skip


def facts_for_verify(certificate: Certificate) -> VerifyFacts:
    """Every fact of the form beside its check."""
    made = {check.key: check for check in certificate.checks.order_by("key")}
    checks = []
    for fact in Form.model_validate(certificate.form).facts:
        check, allowed = made.get(fact.key), frozenset(method.value for method in fact.methods)
        if check is None:
            checks.append(Check(fact.label, allowed))
        else:
            checks.append(Check(fact.label, allowed, check.method, check.informant, check.confirmed))
    return VerifyFacts(tuple(checks), not_photographed(certificate))


def not_photographed(certificate: Certificate) -> bool:
    """A form was brought, and there is no picture of it."""
    return bool(certificate.brought_title) and not digests_of(certificate)


def concerned_in(certificate: Certificate) -> Concerned:
    """Everybody whose case this is: the persons of the case, and whoever else the paper names."""
    parties = parties_of(certificate)
    told = frozenset(party.name for party in parties if _number_tells(party))
    untold = frozenset(party.name for party in parties if not _number_tells(party))
    numbers = frozenset(bytes(party.identity_index) for party in parties if party.identity_index)
    return Concerned(numbers | proxies_of(certificate), untold | (names_in(certificate) - told))


def names_in(certificate: Certificate) -> frozenset[str]:
    """Every name typed into the form: a relative, a former head of household. None of them has a number."""
    typed = secrets.opened_fields(certificate.id, certificate.fields_encrypted)
    fields = Form.model_validate(certificate.form).fields
    names = (typed.get(field.key, "") for field in fields if field.kind is FieldKind.NAME)
    return frozenset(name for name in names if name)


def _number_tells(party: Party) -> bool:
    """Whether the number would be an officer's own; another document's or a doubtful one leaves the name."""
    return party.identity_kind == RESIDENT_CARD and not party.identity_note


def deciding(certificate: Certificate, actor: Actor, near_relative: bool | None, at: datetime) -> Deciding:
    """The person at the decision."""
    index = Person.objects.values_list("identity_index", flat=True).get(pk=actor.person_id)
    return Deciding(
        actor.person_id,
        bytes(index),
        actor.name,
        people.blocked_from_approving(actor.person_id, at),
        actor.person_id in registers.who_wrote(certificate.id, RECUSED),
        near_relative,
    )


def facts_for_approve(
    certificate: Certificate, actor: Actor, *, near_relative: bool | None, seen: str, at: datetime
) -> ApproveFacts:
    """For approval and countersignature."""
    rules = regions.settings_for(certificate.county_code).rules
    officials = people.officials(certificate.organization_id, day_of(at)) if certificate.needs_second else ()
    answer = judged_again(certificate, at)
    return ApproveFacts(
        not_issuing=regions.committee(certificate.organization_id).reasons,
        answer=answer,
        rested_on=Path(certificate.path),
        text_digest=shown_digest(certificate, day_of(at)),
        seen=seen,
        concerned=concerned_in(certificate),
        deciding=deciding(certificate, actor, near_relative, at),
        handlers=handlers_of(certificate),
        may_approve_own_handling=rules.director_approves_own_handling,
        deliberated=deliberated(certificate, answer.lock, at),
        holes=wording_of(certificate, day_of(at)).holes(),
        not_photographed=not_photographed(certificate),
        first_approver=certificate.approved_by_id,
        needs_second=certificate.needs_second,
        second_approvers=frozenset(
            official.person_id for official in officials if official.office is Office.SECOND_APPROVER
        ),
        earlier=earlier_of(certificate),
        differs=differs_from_the_reissued(certificate),
    )


def facts_to_be_approved(certificate: Certificate, actor: Actor, at: datetime) -> ApproveFacts:
    """The same before anything was answered: no near relative, and the text as it stands was seen."""
    return facts_for_approve(
        certificate, actor, near_relative=False, seen=shown_digest(certificate, day_of(at)), at=at
    )


def facts_for_seal(
    certificate: Certificate,
    paper: GrantedPaper | None,
    *,
    copies: int,
    impressions: int,
    near_relative: bool | None,
    form_filled: bool | None,
    where: Where = Where.OFFICE,
    actor: Actor,
    at: datetime,
) -> SealFacts:
    """For the seal; `paper` is what the grant names, if it names this one."""
    card = seals.seal_of(certificate.organization_id, day_of(at))
    lock = Lock(certificate.lock)
    return SealFacts(
        concerned=concerned_in(certificate),
        deciding=deciding(certificate, actor, near_relative, at),
        approvers=_approvers(certificate),
        approved_digest=certificate.approved_digest,
        text_digest=approved_digest_now(certificate),
        approved_issuer=approved_issuer(certificate),
        issuer=regions.committee(certificate.organization_id).issuer_full,
        approved_copies=certificate.copies,
        copies=copies,
        impressions=impressions,
        seal_name=card.name if card and card.in_use else "",
        custodian=card.custodian_id if card else None,
        handover_over=card.handover_over if card else "",
        handover=card.remark if card else "",
        granted=paper is not None and _names_this(paper, certificate, copies, actor),
        grant_expired=paper is not None and at > paper.grant.expires_at,
        lock=lock,
        deliberated=deliberated(certificate, lock, at),
        earlier=earlier_of(certificate),
        brought=bool(certificate.brought_title),
        form_filled=form_filled,
        seal=seals.where_is(card.id) if card else AT_OFFICE,
        where=where,
    )


def _approvers(certificate: Certificate) -> frozenset[UUID]:
    """Whoever approved it, the second one included."""
    both = (certificate.approved_by_id, certificate.countersigned_by_id)
    return frozenset(person for person in both if person)


def _names_this(paper: GrantedPaper, certificate: Certificate, copies: int, actor: Actor) -> bool:
    """The grant is this person's, of this session, for exactly this text in so many copies."""
    named = (paper.grant.person_id, paper.grant.session, paper.copies, paper.text_digest)
    return named == (actor.person_id, actor.session_id, copies, certificate.approved_digest)


def deliberated(certificate: Certificate, lock: Lock, at: datetime) -> bool:
    """Whether notice or vote let it through; nobody is asked where nothing is locked."""
    return lock is not Lock.NONE and deliberation.outcome_for(certificate.id, at).done


def facts_for_deliver(
    certificate: Certificate, handed: Handed, at: datetime, *, has_signature: bool
) -> DeliverFacts:
    """For the hand-over."""
    applicant = next(one.name for one in parties_of(certificate) if one.role == Role.APPLICANT)
    said = [("承运单位", handed.carrier, 20), ("单号", handed.post_number, 40)]
    found = [words_problem(label, value, most) for label, value, most in said]
    if handed.how is How.TO_UNIT and handed.recipient:
        found.append(name_problem(handed.recipient))
    return DeliverFacts(
        has_signature=has_signature,
        recipient=handed.recipient,
        how=handed.how.value,
        applicant=applicant,
        mandates=mandates_of(certificate) if handed.how is How.BY_PROXY else (),
        today=day_of(at),
        signed_by=handed.signed_by.value,
        carrier=handed.carrier,
        post_number=handed.post_number,
        problems=tuple(words for words in found if words),
    )
