"""A seal taken out of its place of keeping, from asking to its return."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from zhengyin.seals.workflow.take_out import OPEN
from zhengyin.seals.workflow.take_out import TakeOutState as S

_UNDECIDED = Q(decided_by=None, decided_at=None)
_DECIDED = Q(decided_by__isnull=False, decided_at__isnull=False)
_NOT_LEFT, _LEFT = Q(left_at=None), Q(left_at__isnull=False)
_OPEN, _ENDED = Q(ended_by=None, ended_at=None), Q(ended_by__isnull=False, ended_at__isnull=False)


def _in(*states: S) -> Q:
    return Q(state__in=[state.value for state in states])


class TakeOut(models.Model):
    """One take-out. `until_at` is when it must be back; only an extension moves it, and only on.

    `carrier` is the custodian of the day it leaves, `decided_by` the director; `back_at` is when it
    came back as it was said, `ended_at` when that was recorded.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    seal = models.ForeignKey("seals.Seal", on_delete=models.PROTECT, related_name="take_outs")
    state = models.CharField(max_length=16)
    reason = models.CharField(max_length=200)
    place = models.CharField(max_length=120)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    carrier = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    back_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    county_code = models.CharField(max_length=12)

    class Meta:
        constraints = (
            CheckConstraint(name="seals_take_out_says_why_and_where", condition=~Q(reason="") & ~Q(place="")),
            CheckConstraint(name="seals_take_out_runs_forward", condition=Q(until_at__gt=F("from_at"))),
            CheckConstraint(
                name="seals_take_out_state_fits",
                condition=_in(S.ASKED) & _UNDECIDED & _NOT_LEFT & _OPEN
                | _in(S.APPROVED) & _DECIDED & _NOT_LEFT & _OPEN
                | _in(S.OUT) & _DECIDED & _LEFT & _OPEN
                | _in(S.BACK, S.LOST) & _DECIDED & _LEFT & _ENDED
                | _in(S.DECLINED) & _DECIDED & _NOT_LEFT & _ENDED
                | _in(S.WITHDRAWN) & (_DECIDED | _UNDECIDED) & _NOT_LEFT & _ENDED,
            ),
            CheckConstraint(
                name="seals_take_out_back_between",
                condition=_in(S.BACK)
                & Q(back_at__isnull=False, back_at__gte=F("left_at"), back_at__lte=F("ended_at"))
                | ~_in(S.BACK) & Q(back_at=None),
            ),
            CheckConstraint(
                name="seals_take_out_approved_by_another",
                condition=Q(decided_by=None) | ~Q(decided_by=F("carrier")) & ~Q(decided_by=F("asked_by")),
            ),
            UniqueConstraint(name="seals_one_open_take_out", fields=("seal",), condition=_in(*OPEN)),
        )
