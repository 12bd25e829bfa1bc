"""Which numbers of a year's 工作用印登记簿 are of a class and of a kind."""

from uuid import UUID

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
