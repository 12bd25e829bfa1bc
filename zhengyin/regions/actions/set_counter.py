"""Saying when an organization's door is open and who is on duty."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.regions import policy, queries
from zhengyin.regions.lines import COUNTER_SET
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def set_counter(
    *,
    organization_id: UUID,
    telephone: str,
    address: str,
    hours: str,
    duty: str,
    signature: Signature,
    signing_for: UUID,
    at: datetime,
) -> Organization:
    """Publish telephone, address, hours and who is on duty.

    By the director for the committee, by the township for itself and its committees, by the
    county's lead body for itself and its townships. Refused: not_your_counter, telephone_missing.
    """
    organization = Organization.objects.select_for_update(of=("self",)).get(pk=organization_id)
    facts = queries.facts_for_set_counter(organization, telephone)
    refuse_if(policy.refusals_to_set_counter(facts, policy.Signer(signature.office, signing_for)))
    wanted = (telephone, address, hours, duty)
    if wanted == (organization.telephone, organization.address, organization.hours, organization.duty):
        return organization  # the same form sent twice: nothing was set, so no line says so
    organization.telephone, organization.address = telephone, address
    organization.hours, organization.duty = hours, duty
    organization.save(update_fields=["telephone", "address", "hours", "duty"])
    _write(organization, signature, at)
    return organization


def _write(organization: Organization, signature: Signature, at: datetime) -> None:
    """The line of what hangs at the door; who is on duty lies beside it."""
    registers.write(
        kind=COUNTER_SET,
        owner=organization.pk,
        county_code=organization.county_code,
        subject=organization.pk,
        happened_at=at,
        signature=signature,
        columns={
            "organization": organization.name,
            "telephone": organization.telephone,
            "address": organization.address,
            "hours": organization.hours,
        },
        personal={"duty": organization.duty},
    )
