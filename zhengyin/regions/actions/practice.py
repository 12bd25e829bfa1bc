"""A village to practise in, in a practice database only; a fresh one leaves the old as it is."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.regions.actions import rows
from zhengyin.regions.lines import PRACTICE_VILLAGE_SET_UP
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.packs.places import DivisionRow, Level
from zhengyin.regions.queries import is_practice
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.refusal import Refusal, Refused

PREFIX = "练习"
LAST, FIRST = 299, 240  # of the township's own numbers 2xx: from behind, where no village is
DIGITS = "一二三四五六七八九"


@transaction.atomic
def add_practice_village(*, township_id: UUID, signature: Signature, at: datetime) -> Committee:
    """Set up the township's next village. Refused: not_a_practice, practice_villages_used_up."""
    if not is_practice():
        raise Refused([Refusal("not_a_practice")])
    township = Organization.objects.select_for_update(of=("self",)).get(pk=township_id)
    code = _next_code(township.division_id[:9])
    if code is None:
        raise Refused([Refusal("practice_villages_used_up", township.name)])
    row = DivisionRow(
        code, f"{PREFIX}{_ordinal(LAST + 1 - int(code[9:]))}村民委员会", Level.COMMITTEE, township.division_id
    )
    rows.put_committee(row, township.name)
    committee = Committee.objects.get(code=code)
    registers.write(
        kind=PRACTICE_VILLAGE_SET_UP, owner=committee.pk, county_code=committee.county_code,
        subject=committee.pk, happened_at=at, signature=signature, columns={"committee": committee.spoken},
    )  # fmt: skip
    return committee


def _next_code(before: str) -> str | None:
    taken = set(Committee.objects.filter(code__startswith=before).values_list("code", flat=True))
    codes = (f"{before}{number}" for number in range(LAST, FIRST - 1, -1))
    return next((code for code in codes if code not in taken), None)


def _ordinal(number: int) -> str:
    """二, 十一, 二十: the village's number; the first goes without."""
    if number == 1:
        return ""
    tens, ones = divmod(number, 10)
    ten = {0: "", 1: "十"}.get(tens, f"{DIGITS[tens - 1]}十" if tens else "")
    return ten + (DIGITS[ones - 1] if ones else "")
