"""A log-in reset by a second person: blocks approve and seal until time or the township says so."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.people.models.account import Account
from zhengyin.people.models.person import Person


class Reset(models.Model):
    """Password, PIN, second factor or telephone of an account, made anew by somebody above."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="resets")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="resets")
    what = models.CharField(max_length=16)
    reason = models.CharField(max_length=200)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    reset_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reset_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    county_code = models.CharField(max_length=12)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(reset_by=F("person")), name="nobody_resets_himself"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None)
                | (~Q(confirmed_by=F("person")) & ~Q(confirmed_by=F("reset_by"))),
                name="a_third_person_confirms_a_reset",
            ),
        )
