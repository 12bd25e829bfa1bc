"""Deciding, once, whether a database is for demonstration."""

from datetime import datetime

from django.db import transaction

from zhengyin.regions.models import Installation
from zhengyin.shared.refusal import Refusal, refuse_if


@transaction.atomic
def install(*, demonstration: bool, at: datetime) -> Installation:
    """Fix the mode of this database for ever; saying the same again changes nothing.

    Refused: installation_is_fixed.
    """
    defaults = {"demonstration": demonstration, "created_at": at}
    found, _ = Installation.objects.get_or_create(id=1, defaults=defaults)
    if found.demonstration is not demonstration:
        refuse_if([Refusal("installation_is_fixed", "示例" if found.demonstration else "正式")])
    return found
