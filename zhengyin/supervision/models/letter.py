"""调阅函: what two auditors may read, until when; and every look they took."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from zhengyin.supervision.kinds import READ_BY_LETTER, Sight


class AccessLetter(models.Model):
    """A letter as the county recorded it. Periods are half-open days; never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    number = models.CharField(max_length=60)
    unit = models.CharField(max_length=60)
    first = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    committees = ArrayField(models.UUIDField())  # in the row itself, so that none is added later
    books = ArrayField(models.CharField(max_length=30))
    papers = models.BooleanField()
    scope_from = models.DateField()
    scope_until = models.DateField()
    valid_from = models.DateField()
    valid_until = models.DateField()
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("county_code", "unit", "number"), name="letter_recorded_once"),
            models.CheckConstraint(condition=~Q(number="") & ~Q(unit=""), name="letter_is_named"),
            models.CheckConstraint(condition=~Q(first=F("second")), name="letter_two_persons"),
            models.CheckConstraint(
                condition=~Q(recorded_by=F("first")) & ~Q(recorded_by=F("second")),
                name="letter_not_for_oneself",
            ),
            models.CheckConstraint(
                condition=Q(scope_from__lt=F("scope_until")), name="letter_scope_runs_forward"
            ),
            models.CheckConstraint(
                condition=Q(valid_from__lt=F("valid_until")), name="letter_valid_runs_forward"
            ),
            models.CheckConstraint(condition=Q(committees__len__gte=1), name="letter_names_committees"),
            models.CheckConstraint(
                condition=Q(books__len__gte=1, books__contained_by=list(READ_BY_LETTER)),
                name="letter_names_books",
            ),
        )
        indexes = (
            models.Index(fields=("first", "valid_until"), name="letter_by_first"),
            models.Index(fields=("second", "valid_until"), name="letter_by_second"),
        )

    def __str__(self) -> str:
        return f"{self.unit}{self.number}"


class LetterEnd(models.Model):
    """A letter ended before its day, from this instant on. Written once, never taken back."""

    letter = models.OneToOneField(
        AccessLetter, on_delete=models.PROTECT, primary_key=True, related_name="ended"
    )
    reason = models.CharField(max_length=200)
    ended_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="letter_end_has_its_reason"),)

    def __str__(self) -> str:
        return f"{self.letter} ended"


class Look(models.Model):
    """One opening by a letter, good for the session in which it was made. Appended, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    letter = models.ForeignKey(AccessLetter, on_delete=models.PROTECT, related_name="looks")
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    sight = models.CharField(max_length=10)
    book = models.CharField(max_length=30)
    case = models.UUIDField(null=True)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    session = models.UUIDField()
    looked_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(sight__in=[one.value for one in Sight]), name="look_known_sight"
            ),
            models.CheckConstraint(
                condition=Q(sight__in=[Sight.CASE.value, Sight.PAPER.value], case__isnull=False)
                | Q(sight__in=[Sight.REGISTER.value, Sight.PRINT.value], case__isnull=True),
                name="look_names_a_case_where_there_is_one",
            ),
        )
        indexes = (models.Index(fields=("letter", "looked_at"), name="look_of_letter"),)
