"""Confirming a committee's legal name from its 统一社会信用代码证书."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.regions import policy, queries
from zhengyin.regions.lines import NAME_CONFIRMED
from zhengyin.regions.models import Committee
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def confirm_legal_name(
    *,
    committee_id: UUID,
    legal_name: str,
    uscc: str,
    certificate_file: UUID | None,
    signature: Signature,
    signing_for: UUID,
    at: datetime,
    why_without: str = "",
) -> Committee:
    """Enter the legal name and credit code that the township read off the certificate.

    `signing_for` is the organization where the signer holds the signed office; the caller has it
    from the actor. `why_without` says why the name does not hold the village's own.
    `certificate_file` is the stored scan; it may only be missing in demonstration.
    Refused: only_its_township_confirms_the_name, virtual_community_never_issues, legal_name_not_full,
    legal_name_belongs_to_another, legal_name_lacks_its_own, uscc_wrong, uscc_belongs_to_another,
    uscc_certificate_missing, ended_stays_as_it_was, legal_name_stands_already.
    """
    committee = Committee.objects.select_for_update(of=("self",)).get(pk=committee_id)
    facts = queries.facts_for_confirm_legal_name(
        committee, legal_name=legal_name, uscc=uscc, certificate_filed=certificate_file is not None,
        why_without=why_without,
    )  # fmt: skip
    signer = policy.Signer(signature.office, signing_for)
    refuse_if(policy.refusals_to_confirm_legal_name(facts, signer))
    committee.legal_name, committee.uscc = legal_name, uscc
    committee.certificate_file = certificate_file
    committee.legal_name_confirmed_on = day_of(at)
    committee.save(update_fields=["legal_name", "uscc", "certificate_file", "legal_name_confirmed_on"])
    _write(committee, facts, signature, at)
    return committee


def _write(committee: Committee, facts: policy.NameFacts, signature: Signature, at: datetime) -> None:
    """The line of the name as it was read off the certificate."""
    registers.write(
        kind=NAME_CONFIRMED,
        owner=committee.pk,
        county_code=committee.county_code,
        subject=committee.pk,
        happened_at=at,
        signature=signature,
        columns={
            "committee": facts.display_name,
            "legal_name": committee.legal_name,
            "uscc": committee.uscc,
            "certificate_file": str(committee.certificate_file or ""),
        },
        personal={"why_without": facts.why_without.strip()},
    )
