"""A member of the supervision committee signed what was recorded in a month."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.supervision.kinds import SIGNED


class MonthlyCheck(models.Model):
    """One signature: a person, a committee, a month; the same again is the same. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    month_on = models.DateField()  # its first day
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organization", "month_on", "person"), name="month_checked_once"),
            models.CheckConstraint(condition=Q(month_on__day=1), name="month_begins_on_its_first"),
        )


class CheckedBook(models.Model):
    """What of a book was signed: a run of numbers, by recording, with the hash of the last line."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    check_of = models.ForeignKey(MonthlyCheck, on_delete=models.PROTECT, related_name="books")
    book = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField()
    first_no = models.PositiveIntegerField()
    last_no = models.PositiveIntegerField()
    last_hash = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("check_of", "book", "year"), name="checked_book_once"),
            models.CheckConstraint(condition=Q(book__in=SIGNED), name="checked_book_known"),
            models.CheckConstraint(
                condition=Q(first_no__gte=1, last_no__gte=F("first_no")), name="checked_run_forward"
            ),
            models.CheckConstraint(
                condition=Q(last_hash__regex=r"^[0-9a-f]{64}$"), name="checked_hash_whole"
            ),
        )
