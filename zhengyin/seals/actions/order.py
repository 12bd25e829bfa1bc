"""The township has a seal engraved (制发, H3.2.1a): the first, one in place of a worn one, of a lost one."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.regions.models import Committee
from zhengyin.seals import queries
from zhengyin.seals.actions.record import step_of, write_of_seal
from zhengyin.seals.kinds import KIND_LABELS, SealKind
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.seal import OrderFacts, refusals_to_order
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.specification import AS_USUAL, Specification, name_of
from zhengyin.seals.workflow import SEAL, SealState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def order_seal(
    *,
    organization_id: UUID,
    actor: Actor,
    at: datetime,
    kind: SealKind = SealKind.OFFICIAL,
    purpose: str = "",
    specification: Specification = AS_USUAL,
    second_script_id: UUID | None = None,
    reason: str = "",
) -> Seal:
    """Order a seal under the committee's full legal name; a special one (专用章) with its purpose.

    Where one of the kind is in use or stands still, this is its replacement (更换, `reason` says why) or,
    of a lost one, the re-issue (补发). The old one goes on until it is collected.
    Refused: another_township, virtual_community_never_issues, legal_name_not_confirmed, committee_ended,
    seal_already_there, replacement_reason_missing, special_purpose_missing, seal_of_another_body,
    diameter_unbelievable, wrong_office.
    """
    # The committee's row is the lock: two orders at once would both find no seal.
    committee = Committee.objects.select_for_update(of=("self",)).get(pk=organization_id)
    asked = purpose.strip() if kind is SealKind.SPECIAL else ""
    rows = Seal.objects.filter(committee=committee, kind=kind, purpose=asked)
    old = queries.predecessor_of(rows)
    facts = queries.facts_for_order(
        rows, old=old, committee=committee_facts(organization_id), kind=kind, purpose=asked,
        specification=specification, reason=reason,
    )  # fmt: skip
    refuse_if(refusals_to_order(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, None, facts.act, facts.committee, actor)
    seal = _created(facts, committee, old=old, second_script_id=second_script_id, at=at)
    columns = {
        "kind": KIND_LABELS[kind],
        **specification.columns(),
        "second_script": seal.second_script.sha256 if seal.second_script else "",
        "replaces": old.name if old else "",
    }
    personal = {"reason": reason.strip()}
    write_of_seal(step.line, seal, signature, at=at, columns=columns, personal=personal)
    return seal


def _created(
    facts: OrderFacts, committee: Committee, *, old: Seal | None, second_script_id: UUID | None, at: datetime
) -> Seal:
    said = facts.specification
    return Seal.objects.create(
        committee=committee,
        kind=facts.kind,
        purpose=facts.purpose,
        name=name_of(facts.committee.name, facts.kind, facts.purpose),
        state=SealState.ENGRAVING,
        county_code=committee.county_code,
        ordered_at=at,
        replaces=old,
        shape=said.shape,
        diameter_mm=said.diameter_mm,
        star=said.star,
        second_script=StoredFile.objects.get(pk=second_script_id) if second_script_id else None,
        material=said.material.strip(),
        engraver=said.engraver.strip(),
        police_number=said.police_number.strip(),
    )
