"""Custodies by which somebody did keep the seal."""

from django.db.models import F, Q, QuerySet

from zhengyin.seals.models import Custody

_TAKEN_BACK = Q(valid_until=F("valid_from"), ended_at__date__lt=F("valid_from"))


def begun(rows: QuerySet[Custody]) -> QuerySet[Custody]:
    """Without those taken back before their first day; one that ended on its first day was kept for hours."""
    return rows.exclude(_TAKEN_BACK)
