"""The papers sealed in a time of doubt: while a seal, or a signing key, was gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.shared.masking import mask_name

Period = tuple[datetime, datetime | None]  # [since, until), open while None


@dataclass(frozen=True, slots=True)
class PaperSealed:
    """One paper; names masked."""

    certificate_id: UUID
    number: str
    title: str
    names: tuple[str, ...]
    demanding_unit: str
    sealed_at: datetime
    state: str


def sealed_between(organization_id: UUID, periods: Iterable[Period]) -> tuple[PaperSealed, ...]:
    """Every paper of the committee stamped in one of the periods, late entries too, the first first.

    Two queries, however many papers.
    """
    inside = Q(pk__in=())
    for since, until in periods:
        inside |= Q(sealed_at__gte=since) & (Q(sealed_at__lt=until) if until else Q())
    rows = list(
        Certificate.objects.filter(inside, organization_id=organization_id).order_by("sealed_at", "id")
    )
    parties = Party.objects.filter(certificate__in=rows, role=Role.CERTIFIED).order_by("position")
    names: dict[UUID, list[str]] = {}
    for certificate, name in parties.values_list("certificate_id", "name"):
        names.setdefault(certificate, []).append(mask_name(name))
    return tuple(
        PaperSealed(
            row.pk, row.number, row.title, tuple(names.get(row.pk, ())), row.demanding_unit, row.sealed_at,
            row.state,
        )
        for row in rows
        if row.sealed_at is not None
    )  # fmt: skip
