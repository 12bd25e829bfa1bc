"""The facts of each rule, gathered at the moment of the act."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from zhengyin.catalogue.kinds import Lock
from zhengyin.deliberation import queries as deliberation
from zhengyin.documents import fonts
from zhengyin.people import queries as people
from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.people.offices import Office
from zhengyin.people.policy.deciding import Concerned, Deciding
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.seals import queries as seals
from zhengyin.seals.policy.stamping import Stamping
from zhengyin.seals.policy.whereabouts import AT_OFFICE, Where
from zhengyin.shared.days import day_of
from zhengyin.shared.names import normalise_name
from zhengyin.workuse.asked import WorkAsked
from zhengyin.workuse.facts import AskFacts, DecideFacts, SealFacts
from zhengyin.workuse.lines import RECUSED
from zhengyin.workuse.models import WorkGrant, WorkUse
from zhengyin.workuse.queries.content import Looked, digest_now, digest_of
from zhengyin.workuse.queries.scope import majors_of, scope_of
from zhengyin.workuse.secrets import opened_personal
from zhengyin.workuse.workflow import WORK_USE

HANDLING = frozenset(step.line for step in WORK_USE.steps if step.line in ("work.asked", "work.changed"))


def facts_for_ask(organization_id: UUID, asked: WorkAsked, looked: Looked, at: datetime) -> AskFacts:
    """A request as typed, with what was seen on its pages."""
    card = regions.committee(organization_id)
    letter = asked.letter
    printed = (asked.matter, letter.to, letter.bearers) if letter else (asked.matter,)
    return AskFacts(
        today=day_of(at),
        not_issuing=card.reasons,
        kind=asked.kind,
        matter=asked.matter,
        copies=asked.copies,
        scope=asked.scope,
        scopes=frozenset(scope_of(card.county_code)),
        major=asked.major,
        majors={code: one.name for code, one in majors_of(card.county_code).items()},
        whose=asked.whose,
        for_resident=asked.for_resident,
        concerned=normalise_name(asked.concerned),
        pages=looked.pages,
        unreadable=looked.unreadable,
        files=len(asked.files),
        mixed=looked.mixed,
        override=asked.override,
        unprintable=fonts.uncovered_in(printed),
        letter=letter,
        inquiry=asked.inquiry,
        letter_scanned=bool(asked.letter_scans),
    )


def concerned_in(work_use: WorkUse) -> Concerned:
    """Whose case it is, by name: the person it is for, whom the letter introduces."""
    told = opened_personal(work_use.id, work_use.personal_encrypted)
    names = (normalise_name(told.get(key, "")) for key in ("concerned", "bearers"))
    return Concerned(names_without_number=frozenset(name for name in names if name))


def concerns_somebody(work_use: WorkUse) -> bool:
    """Only then is anybody asked about relatives."""
    told = opened_personal(work_use.id, work_use.personal_encrypted)
    return bool(told.get("concerned") or told.get("bearers"))


def deciding(work_use: WorkUse, actor: Actor, near_relative: bool | None, at: datetime) -> Deciding:
    """The person at the decision; where nobody is concerned the question is not asked."""
    index = Person.objects.values_list("identity_index", flat=True).get(pk=actor.person_id)
    return Deciding(
        actor.person_id,
        bytes(index),
        actor.name,
        people.blocked_from_approving(actor.person_id, at),
        recused=actor.person_id in registers.who_wrote(work_use.id, RECUSED),
        near_relative=near_relative if concerns_somebody(work_use) else False,
    )


def facts_for_decide(
    work_use: WorkUse, actor: Actor, *, near_relative: bool | None, seen: str, at: datetime
) -> DecideFacts:
    """For approval and countersignature."""
    rules = regions.settings_for(work_use.county_code).rules
    officials = people.officials(work_use.organization_id, day_of(at)) if work_use.needs_second else ()
    acts = registers.first_acts([work_use.id], HANDLING, Office.HANDLER.value)
    return DecideFacts(
        not_issuing=regions.committee(work_use.organization_id).reasons,
        concerned=concerned_in(work_use),
        deciding=deciding(work_use, actor, near_relative, at),
        handlers=frozenset(acts.get(work_use.id, ())),
        may_approve_own_handling=rules.director_approves_own_handling,
        digest=digest_now(work_use),
        seen=seen,
        lock=Lock(work_use.lock),
        deliberated=deliberated(work_use, at),
        needs_second=work_use.needs_second,
        second_approvers=frozenset(
            one.person_id for one in officials if one.office is Office.SECOND_APPROVER
        ),
        first_approver=work_use.approved_by_id,
    )


def facts_to_decide(work_use: WorkUse, actor: Actor, at: datetime) -> DecideFacts:
    """The same before anything was answered: no near relative, and what lies there was seen."""
    facts = facts_for_decide(work_use, actor, near_relative=False, seen=digest_of(work_use), at=at)
    return replace(facts, seen=facts.digest)


def deliberated(work_use: WorkUse, at: datetime) -> bool:
    """Whether notice or vote let it through; nobody is asked where nothing is locked."""
    return work_use.lock != Lock.NONE and deliberation.outcome_for(work_use.id, at).done


def facts_for_seal(
    work_use: WorkUse,
    grant: WorkGrant | None,
    *,
    copies: int,
    impressions: int,
    near_relative: bool | None,
    checked: bool | None,
    where: Where = Where.OFFICE,
    actor: Actor,
    at: datetime,
) -> SealFacts:
    """For the seal; the content's digest is made anew from the bytes on the disk."""
    card = seals.seal_of(work_use.organization_id, day_of(at))
    approvers = (work_use.approved_by_id, work_use.countersigned_by_id)
    granted = grant is not None and (
        grant.person_id, grant.session, grant.copies, grant.text_digest, grant.used_at
    ) == (actor.person_id, actor.session_id, copies, work_use.approved_digest, None)  # fmt: skip
    return SealFacts(
        concerned=concerned_in(work_use),
        deciding=deciding(work_use, actor, near_relative, at),
        stamping=Stamping(
            person_id=actor.person_id,
            approvers=frozenset(person for person in approvers if person),
            seal_name=card.name if card and card.in_use else "",
            custodian=card.custodian_id if card else None,
            approved_digest=work_use.approved_digest,
            text_digest=digest_now(work_use),
            approved_copies=work_use.copies,
            copies=copies,
            impressions=impressions,
            seal=seals.where_is(card.id) if card else AT_OFFICE,
            where=where,
            handover_over=card.handover_over if card else "",
        ),
        on_photos=work_use.on_photos,
        checked=checked,
        granted=granted,
        grant_expired=grant is not None and at > grant.expires_at,
        lock=Lock(work_use.lock),
        deliberated=deliberated(work_use, at),
        handover=card.remark if card else "",
    )
