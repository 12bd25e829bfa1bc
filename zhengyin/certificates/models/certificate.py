"""One certificate from the application to the hand-over."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint, Value
from django.db.models.functions import Concat

from zhengyin.certificates.brought import BROUGHT
from zhengyin.certificates.kinds import Voiding
from zhengyin.certificates.workflow import ONCE_SEALED, State

APPROVED_ON = (State.APPROVED, *ONCE_SEALED)
SEALED_ON = ONCE_SEALED
OVER = (State.WITHDRAWN, State.REFUSED)  # what came to nothing
# The register tells what was done on paper: a late entry may show what no act here would have let pass.
LATE = ~Q(pad_number="")


class Certificate(models.Model):
    """`state` is a cache of the journal's lines; the nightly replay proves it.

    The form is kept as it stood when it was applied for: a new one changes no running case. The rule
    (entry, list version, path, basis, who approves) is judged anew when it is accepted, sent and approved.
    What identifies a person is encrypted; tokens and codes are found by their blind index.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=[(s.value, s.name) for s in State])

    # the rule it rests on
    entry_code = models.CharField(max_length=20)
    title = models.CharField(max_length=60)
    list_version = models.TextField()
    path = models.CharField(max_length=40)
    basis = models.TextField()
    class_of_use = models.CharField(max_length=40)
    lock = models.CharField(max_length=12)
    needs_second = models.BooleanField(default=False)
    question = models.JSONField()  # what was asked and answered, to be judged again
    form = models.JSONField()  # the form as it stood
    materials = models.TextField(default="")  # what the guide says is to be brought, one a line
    brought_title = models.CharField(max_length=50, default="")  # of the other side's form; empty: our paper
    valid_days = models.PositiveIntegerField(default=0)
    working_days = models.PositiveIntegerField(default=0)

    # who wants it and for what
    unit_class = models.CharField(max_length=40)
    demanding_unit = models.CharField(max_length=50)
    purpose = models.CharField(max_length=60)
    channel = models.CharField(max_length=12)
    ties = models.CharField(max_length=100)  # claimed at the application, confirmed at acceptance
    sufficient_ties = models.CharField(max_length=100, default="")  # any one of them; empty: none is asked
    fields_encrypted = models.BinaryField()
    text_salt = models.CharField(max_length=32)
    copies = models.PositiveSmallIntegerField(default=1)
    applied_at = models.DateTimeField()

    # how it went
    handled_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    identity_method = models.CharField(max_length=20, default="")
    approved_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    countersigned_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    approved_digest = models.CharField(max_length=64, default="")
    frozen_encrypted = models.BinaryField(default=b"")
    seen_encrypted = models.BinaryField(default=b"")  # the text as it was last given back

    # sealed
    sealed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    sealed_at = models.DateTimeField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    no = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=80, default="")
    document = models.ForeignKey(
        "documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+"
    )
    slip = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    token_index = models.BinaryField(null=True, unique=True)
    check_code_index = models.BinaryField(null=True, unique=True)
    valid_until = models.DateField(null=True)
    pad_number = models.CharField(max_length=12, default="")  # stamped on paper first: 应急0019

    # after the seal
    void_kind = models.CharField(max_length=12, default="", choices=[(v.value, v.name) for v in Voiding])
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    reissues = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="reissued")

    # for the resident
    tracking_index = models.BinaryField(unique=True)
    tracking_failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(state__in=[s.value for s in State]), name="certificate_known_state"),
            CheckConstraint(condition=Q(copies__gte=1, copies__lte=99), name="certificate_copies_1_to_99"),
            CheckConstraint(
                condition=~Q(state__in=[s.value for s in APPROVED_ON])
                | (~Q(approved_digest="") & (Q(approved_by__isnull=False) | LATE)),
                name="certificate_approved_by_somebody",
            ),
            CheckConstraint(
                condition=~Q(state__in=[s.value for s in APPROVED_ON], needs_second=True)
                | Q(countersigned_by__isnull=False)
                | LATE,
                name="certificate_soft_needs_second_approver",
            ),
            CheckConstraint(
                condition=Q(countersigned_by__isnull=True) | ~Q(countersigned_by=F("approved_by")) | LATE,
                name="certificate_two_approvers_are_two",
            ),
            CheckConstraint(
                condition=~Q(state__in=[s.value for s in SEALED_ON])
                | Q(
                    sealed_by__isnull=False,
                    year__isnull=False,
                    no__isnull=False,
                    document__isnull=False,
                    token_index__isnull=False,
                ),
                name="certificate_sealed_is_whole",
            ),
            CheckConstraint(
                condition=Q(sealed_by__isnull=True)
                | LATE
                | (
                    ~Q(sealed_by=F("approved_by"))
                    & (Q(countersigned_by__isnull=True) | ~Q(sealed_by=F("countersigned_by")))
                ),
                name="certificate_approver_is_not_sealer",
            ),
            UniqueConstraint(fields=("organization", "year", "no"), name="certificate_number_once"),
            CheckConstraint(
                condition=Q(state=State.VOIDED.value, void_kind__in=[v.value for v in Voiding])
                | (~Q(state=State.VOIDED.value) & Q(void_kind="")),
                name="certificate_void_says_how",
            ),
            CheckConstraint(
                condition=Q(corrects__isnull=True) | Q(reissues__isnull=True),
                name="certificate_corrects_or_reissues",
            ),
            UniqueConstraint(
                fields=("corrects",),
                condition=~Q(state__in=[s.value for s in OVER]),
                name="certificate_corrected_once",
            ),
            CheckConstraint(
                condition=Q(brought_title="") | Q(title=Concat(Value(BROUGHT), F("brought_title"))),
                name="certificate_says_it_is_brought",
            ),
            CheckConstraint(
                condition=~Q(state__in=[s.value for s in SEALED_ON])
                | Q(brought_title="")
                | Q(slip__isnull=False),
                name="certificate_brought_has_its_slip",
            ),
        )
        indexes = (models.Index(fields=("organization", "state", "applied_at"), name="certificate_worklist"),)

    def __str__(self) -> str:
        return self.number or f"{self.title} ({self.state})"
