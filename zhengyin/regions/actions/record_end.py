"""A committee was abolished or merged (撤销、合并): from a day on it does nothing more."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.regions import policy, queries
from zhengyin.regions.lines import COMMITTEE_ENDED
from zhengyin.regions.models import Committee
from zhengyin.regions.names import Ending
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def record_end(
    *,
    committee_id: UUID,
    how: Ending,
    ended_on: date,
    into_id: UUID | None,
    document: str,
    signature: Signature,
    signing_for: UUID,
    at: datetime,
) -> Committee:
    """Record the end of a committee; `ended_on` is the first day without it (H3.2.1d).

    Its seals and its certificate are the seals room's, which calls this in its own act.
    Refused: only_its_township_records_the_end, committee_ended_already, end_lies_ahead,
    end_document_missing, merged_into_nobody, abolished_into_somebody.
    """
    # No key lock: a seal being issued in another act may refer to the row and be waited for.
    committee = Committee.objects.select_for_update(of=("self",), no_key=True).get(pk=committee_id)
    into = Committee.objects.get(pk=into_id) if into_id else None
    facts = queries.facts_for_record_end(
        committee, how=how, ended_on=ended_on, into=into, document=document, today=day_of(at)
    )
    refuse_if(policy.refusals_to_record_end(facts, policy.Signer(signature.office, signing_for)))
    committee.ended_on, committee.ended_how, committee.merged_into = ended_on, how, into
    committee.end_document = document.strip()
    committee.save(update_fields=["ended_on", "ended_how", "merged_into", "end_document"])
    _write(committee, facts, signature, at)
    return committee


def _write(committee: Committee, facts: policy.EndFacts, signature: Signature, at: datetime) -> None:
    """The line that says how it ended, into whom and by which document."""
    assert committee.ended_on is not None
    registers.write(
        kind=COMMITTEE_ENDED,
        owner=committee.pk,
        county_code=committee.county_code,
        subject=committee.pk,
        happened_at=at,
        signature=signature,
        columns={
            "committee": facts.display_name,
            "how": "合并" if committee.ended_how == Ending.MERGED else "撤销",
            "ended_on": committee.ended_on.isoformat(),
            "into": facts.into,
            "document": committee.end_document,
        },
    )
