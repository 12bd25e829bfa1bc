"""The registers of a committee that ended: which they are, whether they may be closed, whether they are."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from zhengyin.archive.models import EndedRegisters
from zhengyin.archive.policy import ClosingFacts
from zhengyin.archive.queries.carried import slips_without_end
from zhengyin.certificates.lines.names import REGISTER
from zhengyin.regions.models import Committee
from zhengyin.workuse.lines import INTRODUCTIONS
from zhengyin.workuse.lines import REGISTER as WORK

# Books of use. What is still written of an ended committee's seals, offices, cases and of who reads its
# books stands in the others (H3.2.1d).
CLOSED_AT_THE_END = (REGISTER, WORK, INTRODUCTIONS)


def facts_for_closing(committee: Committee) -> ClosingFacts:
    """Before the act."""
    return ClosingFacts(committee.ended_on, slips_without_end(committee.pk))


def ended_registers_of(organization_id: UUID) -> EndedRegisters | None:
    """The row, once they are closed."""
    return EndedRegisters.objects.filter(organization_id=organization_id).first()


def closed_among(committees: Collection[UUID]) -> frozenset[UUID]:
    """Those of them whose registers are closed for good."""
    rows = EndedRegisters.objects.filter(organization_id__in=committees)
    return frozenset(rows.values_list("organization_id", flat=True))


def registers_to_close(township_id: UUID, day: date) -> QuerySet[Committee]:
    """The committees of a township that ended by `day` and whose registers stand open still."""
    closed = EndedRegisters.objects.filter(organization_id=OuterRef("organization_id"))
    return Committee.objects.filter(~Exists(closed), township_id=township_id, ended_on__lte=day)
