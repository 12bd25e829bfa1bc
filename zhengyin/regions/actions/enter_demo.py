"""The places of the demonstration cast: names confirmed, doors open, by recorded acts."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.regions.actions.confirm_legal_name import confirm_legal_name
from zhengyin.regions.actions.set_counter import set_counter
from zhengyin.regions.models import Committee
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.regions.packs import Demo
from zhengyin.regions.packs.demo import DemoCommittee, DemoTownship
from zhengyin.regions.queries import is_demonstration
from zhengyin.registers.lines import Signature
from zhengyin.shared.refusal import Refusal, refuse_if


@transaction.atomic
def enter_demo(*, demo: Demo, signatures: Mapping[UUID, Signature], at: datetime) -> int:
    """Confirm the invented names and open the invented counters; return how many places were new.

    `signatures` has, for each township's organization, one of its officers. Refused:
    not_a_demonstration, and whatever the two acts refuse.
    """
    if not is_demonstration():
        refuse_if([Refusal("not_a_demonstration")])
    ids = {organization_id(key_of(OrganizationKind.COMMITTEE, one.code)): one for one in demo.committees}
    fresh = list(Committee.objects.filter(pk__in=ids, legal_name="").order_by("code"))
    if not fresh:
        return 0
    for township in demo.townships:
        _open_township(township, signatures, at)
    for row in fresh:
        _open_committee(row, ids[row.pk], signatures[row.township_id], at)
    return len(fresh) + len(demo.townships)


def _open_township(township: DemoTownship, signatures: Mapping[UUID, Signature], at: datetime) -> None:
    """Its counter, signed by its own officer."""
    there = organization_id(key_of(OrganizationKind.TOWNSHIP, township.code))
    set_counter(
        organization_id=there,
        telephone=township.telephone,
        address=township.address,
        hours=township.hours,
        duty="",
        signature=signatures[there],
        signing_for=there,
        at=at,
    )


def _open_committee(row: Committee, one: DemoCommittee, signature: Signature, at: datetime) -> None:
    """Its name confirmed and its counter set, both by the township's officer."""
    confirm_legal_name(
        committee_id=row.pk, legal_name=one.legal_name, uscc=one.uscc, certificate_file=None,
        signature=signature, signing_for=row.township_id, at=at,
    )  # fmt: skip
    set_counter(
        organization_id=row.pk, **one.counter.model_dump(), signature=signature, signing_for=row.township_id,
        at=at,
    )  # fmt: skip
