"""Deciding, once, whether a database is for demonstration, or for practice."""

from datetime import datetime

from django.db import transaction

from zhengyin.regions.models import Installation
from zhengyin.shared.refusal import Refusal, refuse_if


@transaction.atomic
def install(*, demonstration: bool, at: datetime, practice: bool = False) -> Installation:
    """Fix the mode of this database for ever; saying the same again changes nothing.

    A practice database is a demonstration whose papers say 练习　无效.

    Refused: installation_is_fixed.
    """
    defaults = {"demonstration": demonstration, "practice": practice, "created_at": at}
    found, _ = Installation.objects.get_or_create(id=1, defaults=defaults)
    if (found.demonstration, found.practice) != (demonstration, practice):
        refuse_if([Refusal("installation_is_fixed", _mode(found))])
    return found


def _mode(found: Installation) -> str:
    if found.practice:
        return "练习"
    return "示例" if found.demonstration else "正式"
