"""The facts of each rule, gathered at the moment of the act."""

from collections.abc import Callable, Collection
from datetime import datetime

from zhengyin.catalogue.kinds import Lock
from zhengyin.deliberation import queries as deliberation
from zhengyin.documents import fonts
from zhengyin.documents.files import digest_of as digest_of_bytes
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
from zhengyin.workuse.asked import WorkAsked
from zhengyin.workuse.facts import NOT_MAJOR, SURELY_NOT_MAJOR, AskFacts, DecideFacts, PutUp, SealFacts
from zhengyin.workuse.kinds import Kind, Role
from zhengyin.workuse.lines import RECUSED
from zhengyin.workuse.models import WorkFile, WorkGrant, WorkUse
from zhengyin.workuse.policy.names import names_in
from zhengyin.workuse.queries.content import Looked, digest_now, digest_of, files_of
from zhengyin.workuse.queries.scope import majors_of, scope_of
from zhengyin.workuse.secrets import opened_personal
from zhengyin.workuse.workflow import WORK_USE

Digest = Callable[[WorkUse], str]
HANDLING = frozenset(step.line for step in WORK_USE.steps if step.line in ("work.asked", "work.changed"))


def facts_for_ask(work_use: WorkUse, asked: WorkAsked, looked: Looked, at: datetime) -> AskFacts:
    """A request as typed, with what was seen on its pages; `work_use` as it stood before."""
    card = regions.committee(work_use.organization_id)
    letter, held = asked.letter, deliberation.outcome_for(work_use.id, at)
    digests = tuple(digest_of_bytes(one.data) for one in asked.files)
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
        concerned=asked.concerned.strip(),
        pages=looked.pages,
        unreadable=looked.unreadable,
        files=len(asked.files),
        mixed=looked.mixed,
        override=asked.override,
        unprintable=fonts.uncovered_in(printed),
        letter=letter,
        inquiry=asked.inquiry,
        letter_scanned=bool(asked.letter_scans),
        digests=digests,
        put_up=_put_up(work_use) if held.stands else None,
        vote_lost=held.failed or _lost_elsewhere(work_use, digests, at),
    )


def _lost_elsewhere(work_use: WorkUse, digests: Collection[str], at: datetime) -> bool:
    """One of these files lay before a notice or a vote of the committee that did not pass."""
    same = WorkFile.objects.filter(
        work_use__organization_id=work_use.organization_id, file__sha256__in=digests, role=Role.CONTENT.value
    )
    others = set(same.exclude(work_use_id=work_use.id).values_list("work_use_id", flat=True))
    return any(one.failed for one in deliberation.outcomes_for(others, at).values())


def _put_up(work_use: WorkUse) -> PutUp:
    """The request as it was while it was deliberated: it cannot have changed since."""
    major = work_use.major_code or str(work_use.details.get("major", NOT_MAJOR))
    return PutUp(work_use.matter, major, tuple(one.file.sha256 for one in files_of(work_use)))


def unread_of(work_use: WorkUse) -> str:
    """What the custodian is asked to look at; requests from before say nothing more exact."""
    said = "照片或者扫描件" if work_use.on_photos else ""
    return str(work_use.details.get("unread", said))


def concerned_in(work_use: WorkUse) -> Concerned:
    """Whose case it is, by name: the person it is for, whom the letter introduces."""
    told = opened_personal(work_use.id, work_use.personal_encrypted)
    names = (name for key in ("concerned", "bearers") for name in names_in(told.get(key, "")))
    return Concerned(names_without_number=frozenset(names))


def concerns_somebody(work_use: WorkUse) -> bool:
    """Only then is anybody asked about relatives."""
    told = opened_personal(work_use.id, work_use.personal_encrypted)
    return bool(told.get("concerned") or told.get("bearers"))


def sounds_major(work_use: WorkUse) -> bool:
    """Whether it was said of a matter that sounds like a major one that it is none (H3.2.2b)."""
    return bool(work_use.details.get("major") == SURELY_NOT_MAJOR)


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
    work_use: WorkUse,
    actor: Actor,
    *,
    near_relative: bool | None,
    not_major: bool,
    seen: str,
    digest: Digest = digest_now,
    at: datetime,
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
        digest=digest(work_use),
        seen=seen,
        lock=Lock(work_use.lock),
        deliberated=deliberated(work_use, at),
        needs_second=work_use.needs_second,
        second_approvers=frozenset(
            one.person_id for one in officials if one.office is Office.SECOND_APPROVER
        ),
        first_approver=work_use.approved_by_id,
        looked_whether_major=not_major if sounds_major(work_use) else None,
    )


def facts_to_decide(work_use: WorkUse, actor: Actor, at: datetime) -> DecideFacts:
    """The same before anything was answered: nothing stands against it; no file is read to show a page."""
    registered = digest_of(work_use)
    return facts_for_decide(
        work_use, actor, near_relative=False, not_major=True, seen=registered,
        digest=lambda _: registered, at=at,
    )  # fmt: skip


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
    digest: Digest = digest_now,
    actor: Actor,
    at: datetime,
) -> SealFacts:
    """For the seal; the content's digest is made anew from the bytes on the disk unless told otherwise."""
    card = seals.seal_of(work_use.organization_id, day_of(at))
    granted = grant is not None and (
        grant.person_id, grant.session, grant.copies, grant.text_digest, grant.used_at
    ) == (actor.person_id, actor.session_id, copies, work_use.approved_digest, None)  # fmt: skip
    return SealFacts(
        concerned=concerned_in(work_use),
        deciding=deciding(work_use, actor, near_relative, at),
        stamping=_stamping(
            work_use, card, actor, copies=copies, impressions=impressions, where=where, digest=digest
        ),
        on_photos=work_use.on_photos,
        checked=checked,
        granted=granted,
        grant_expired=grant is not None and at > grant.expires_at,
        lock=Lock(work_use.lock),
        deliberated=deliberated(work_use, at),
        unread=unread_of(work_use),
        handover=card.remark if card else "",
        letter=work_use.kind == Kind.INTRODUCTION,
    )


def _stamping(
    work_use: WorkUse,
    card: seals.SealCard | None,
    actor: Actor,
    *,
    copies: int,
    impressions: int,
    where: Where,
    digest: Digest,
) -> Stamping:
    approvers = (work_use.approved_by_id, work_use.countersigned_by_id)
    return Stamping(
        person_id=actor.person_id,
        approvers=frozenset(person for person in approvers if person),
        seal_name=card.name if card and card.in_use else "",
        custodian=card.custodian_id if card else None,
        approved_digest=work_use.approved_digest,
        text_digest=digest(work_use),
        approved_copies=work_use.copies,
        copies=copies,
        impressions=impressions,
        seal=seals.where_is(card.id) if card else AT_OFFICE,
        where=where,
        handover_over=card.handover_over if card else "",
    )
