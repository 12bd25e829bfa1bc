"""Which numbers of a year's books are of a class and of a kind, or lead to a place; how many of each kind."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.fields.json import KT

from zhengyin.regions.packs.settings import UseClass
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.models import WorkUse


def numbers_of(
    organization_id: UUID, year: int, *, use_class: UseClass | None, kind: Kind | None
) -> frozenset[int] | None:
    """The numbers these leave; None where neither is asked for: then every number stays."""
    said = {"scope_class": use_class, "kind": kind}
    asked = {name: one.value for name, one in said.items() if one is not None}
    if not asked:
        return None
    rows = WorkUse.objects.filter(organization_id=organization_id, year=year, **asked)
    return frozenset(no for no in rows.values_list("no", flat=True) if no is not None)


def letters_to(organization_id: UUID, year: int, to: str) -> frozenset[int]:
    """The numbers in 介绍信登记簿 of the letters whose addressee is called like this, in part or whole."""
    own = WorkUse.objects.filter(organization_id=organization_id, year=year)
    rows = own.alias(to=KT("details__to")).filter(to__contains=to)
    return frozenset(no for no in rows.values_list("letter_no", flat=True) if no is not None)


def kinds_in(
    organization_id: UUID, year: int, since: datetime | None = None, until: datetime | None = None
) -> Mapping[Kind, int]:
    """How many of each kind were stamped in a year's book, between two instants where they are said."""
    said = {"sealed_at__gte": since, "sealed_at__lt": until}
    limits = {what: at for what, at in said.items() if at}
    return _counted(WorkUse.objects.filter(organization_id=organization_id, year=year, **limits))


def kinds_between(organization_id: UUID, year: int, first_no: int, last_no: int) -> Mapping[Kind, int]:
    """The same of a run of numbers, both of them in it."""
    rows = WorkUse.objects.filter(organization_id=organization_id, year=year)
    return _counted(rows.filter(no__gte=first_no, no__lte=last_no))


def _counted(rows: QuerySet[WorkUse]) -> Mapping[Kind, int]:
    counted = rows.order_by().values_list("kind").annotate(uses=Count("pk"))
    return {Kind(kind): uses for kind, uses in counted}
