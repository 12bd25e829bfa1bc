"""What the township said about a line that was filed with it."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zhengyin.seals.workflow.filing import FilingState as S


class Filing(models.Model):
    """One line of a committee's book before its township; without a row nobody has looked yet.

    `question` and `answer` are the last ones; `handled_at` is the township's last act.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    committee = models.ForeignKey("regions.Committee", on_delete=models.PROTECT, related_name="filings")
    book = models.CharField(max_length=30)
    year = models.PositiveIntegerField()
    no = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    state = models.CharField(max_length=20)
    question = models.CharField(max_length=300, default="")
    answer = models.CharField(max_length=300, default="")
    handled_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    handled_at = models.DateTimeField()
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    county_code = models.CharField(max_length=12)

    class Meta:
        constraints = (
            UniqueConstraint(name="seals_filing_once_a_line", fields=("committee", "book", "year", "no")),
            CheckConstraint(
                name="seals_filing_state_fits",
                condition=Q(state=S.ACKNOWLEDGED.value)
                | Q(state=S.RETURNED.value) & ~Q(question="")
                | Q(state=S.ANSWERED.value) & ~Q(question="") & ~Q(answer=""),
            ),
            CheckConstraint(
                name="seals_filing_answered_by_somebody",
                condition=Q(answer="", answered_by=None, answered_at=None)
                | ~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False),
            ),
        )
