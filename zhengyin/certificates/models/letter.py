"""The 告知函 of a refusal: drafted by one, approved by another, numbered in a series of its own."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from zhengyin.certificates.kinds import SentBy
from zhengyin.certificates.models.certificate import Certificate
from zhengyin.certificates.workflow import LetterState

S = LetterState
SENT_ON = (S.SENT, S.BASIS_GIVEN, S.DEMAND_DROPPED, S.UNANSWERED)
APPROVED_ON = (S.APPROVED, *SENT_ON)


class Letter(models.Model):
    """`state` is a cache of the journal's lines. Once approved its words and number stay (a trigger)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    certificate = models.OneToOneField(Certificate, on_delete=models.PROTECT, related_name="letter")
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    county_code = models.CharField(max_length=12)
    state = models.CharField(max_length=24, choices=[(s.value, s.name) for s in LetterState])

    unit = models.CharField(max_length=50)
    text_encrypted = models.BinaryField()  # it names who was sent for the paper
    text_digest = models.CharField(max_length=64)
    answer_by = models.DateField()
    drafted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()

    approved_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    no = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=80, default="")
    previous_hash = models.CharField(max_length=64, default="")

    sent_how = models.CharField(max_length=12, default="", choices=[(h.value, h.name) for h in SentBy])
    post_number = models.CharField(max_length=40, default="")
    sent_at = models.DateTimeField(null=True)
    basis_words = models.CharField(max_length=200, default="")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(state__in=[s.value for s in LetterState]), name="letter_known_state"),
            CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("drafted_by")),
                name="letter_drafted_and_approved_by_two",
            ),
            CheckConstraint(
                condition=~Q(state__in=[s.value for s in APPROVED_ON])
                | (Q(approved_by__isnull=False, year__isnull=False, no__isnull=False) & ~Q(number="")),
                name="letter_approved_is_whole",
            ),
            CheckConstraint(
                condition=~Q(state__in=[s.value for s in SENT_ON])
                | Q(sent_at__isnull=False, sent_how__in=[h.value for h in SentBy]),
                name="letter_sent_says_how",
            ),
            CheckConstraint(
                condition=~Q(sent_how=SentBy.POST.value) | ~Q(post_number=""),
                name="letter_by_post_has_its_number",
            ),
            CheckConstraint(
                condition=~Q(state=LetterState.BASIS_GIVEN.value) | ~Q(basis_words=""),
                name="letter_basis_is_said",
            ),
            CheckConstraint(
                condition=Q(state__in=[s.value for s in APPROVED_ON])
                | Q(number="", approved_by__isnull=True),
                name="letter_not_let_go_has_no_number",
            ),
            UniqueConstraint(fields=("organization", "year", "no"), name="letter_number_once"),
        )
        indexes = (models.Index(fields=("organization", "state"), name="letter_worklist"),)

    @property
    def title(self) -> str:
        """What the refused case was about."""
        return self.certificate.title

    def __str__(self) -> str:
        return self.number or f"{self.unit} ({self.state})"
