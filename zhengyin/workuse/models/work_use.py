"""One request for the seal: one content × so many copies, and what became of it."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from zhengyin.catalogue.kinds import Lock
from zhengyin.regions.packs.settings import UseClass
from zhengyin.workuse.kinds import MOST_COPIES, Inquirer, Kind, Override, Whose
from zhengyin.workuse.workflow import ONCE_SEALED, WorkState

APPROVED = [WorkState.APPROVED.value, *(state.value for state in ONCE_SEALED)]
SEALED = [state.value for state in ONCE_SEALED]


class WorkUse(models.Model):
    """`scope_…` and `major_…` are the entries of the pack's lists as they stood. `personal_encrypted` holds
    whom it concerns, whom a letter introduces, who inquired and about what; `details` what is not personal.

    `unfinished` says in words which blanks were let through, `override` by which named reason.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    scope_code = models.CharField(max_length=20)
    scope_name = models.CharField(max_length=120)
    scope_class = models.CharField(max_length=30)
    matter = models.CharField(max_length=100)
    major_code = models.CharField(max_length=20, default="")
    major_name = models.CharField(max_length=120, default="")
    whose = models.CharField(max_length=20, default="")
    lock = models.CharField(max_length=10, default=Lock.NONE.value)
    copies = models.PositiveSmallIntegerField()
    pages = models.PositiveSmallIntegerField(default=0)
    on_photos = models.BooleanField(default=False)
    unfinished = models.TextField(default="")
    override = models.CharField(max_length=30, default="")
    needs_second = models.BooleanField(default=False)
    inquirer = models.CharField(max_length=20, default="")
    details = models.JSONField(default=dict)
    personal_encrypted = models.BinaryField()
    salt = models.CharField(max_length=32)
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    approved_digest = models.CharField(max_length=64, default="")
    approved_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    countersigned_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    sealed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    sealed_at = models.DateTimeField(null=True)
    impressions = models.PositiveSmallIntegerField(default=0)
    year = models.PositiveSmallIntegerField(null=True)
    no = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=80, default="")
    letter_no = models.PositiveIntegerField(null=True)  # of a letter: its number in 介绍信登记簿 of `year`
    document = models.ForeignKey(
        "documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+"
    )
    token_index = models.BinaryField(null=True, unique=True)  # of a letter's codes; older ones have none
    check_code_index = models.BinaryField(null=True, unique=True)
    printed_at = models.DateTimeField(null=True)
    filed_as = models.CharField(max_length=100, default="")

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(state__in=[one.value for one in WorkState]), name="work_use_known_state"
            ),
            CheckConstraint(condition=Q(kind__in=[one.value for one in Kind]), name="work_use_known_kind"),
            CheckConstraint(
                condition=Q(scope_class__in=[one.value for one in UseClass])
                & ~Q(scope_code="")
                & ~Q(scope_name=""),
                name="work_use_of_one_class",
            ),
            CheckConstraint(condition=~Q(matter="") & ~Q(county_code=""), name="work_use_is_whole"),
            CheckConstraint(
                condition=Q(copies__gte=1, copies__lte=MOST_COPIES), name="work_use_has_copies"
            ),
            CheckConstraint(
                condition=Q(major_code="", major_name="", whose="", lock=Lock.NONE.value)
                | Q(whose=Whose.COMMITTEE.value, lock__in=[Lock.APPROVE.value, Lock.SEAL.value])
                & ~Q(major_code="")
                & ~Q(major_name=""),
                name="work_use_major_is_the_committees",
            ),
            CheckConstraint(
                condition=Q(override="", unfinished="")
                | Q(override__in=[one.value for one in Override], needs_second=True) & ~Q(unfinished=""),
                name="work_use_blank_needs_second",
            ),
            CheckConstraint(
                condition=Q(kind=Kind.EVIDENCE.value, inquirer__in=[one.value for one in Inquirer])
                | ~Q(kind=Kind.EVIDENCE.value) & Q(inquirer=""),
                name="work_use_inquirer_of_evidence",
            ),
            CheckConstraint(
                condition=~Q(state__in=APPROVED)
                | Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_digest=""),
                name="work_use_approved_by_somebody",
            ),
            CheckConstraint(
                condition=~Q(state__in=APPROVED)
                | Q(needs_second=False)
                | Q(countersigned_by__isnull=False) & ~Q(countersigned_by=F("approved_by")),
                name="work_use_two_approvers",
            ),
            CheckConstraint(
                condition=Q(
                    state__in=SEALED, sealed_by__isnull=False, sealed_at__isnull=False, impressions__gte=1,
                    year__isnull=False, no__isnull=False,
                )
                & ~Q(number="")
                | ~Q(state__in=SEALED)
                & Q(
                    sealed_by=None, sealed_at=None, impressions=0, year=None, no=None, number="",
                    document=None,
                ),
                name="work_use_sealed_is_numbered",
            ),
            CheckConstraint(
                condition=Q(sealed_by=None)
                | ~Q(sealed_by=F("approved_by"))
                & (Q(countersigned_by=None) | ~Q(sealed_by=F("countersigned_by"))),
                name="work_use_approver_is_no_sealer",
            ),
            CheckConstraint(
                condition=~Q(state__in=SEALED)
                | Q(kind=Kind.INTRODUCTION.value, document__isnull=False)
                | ~Q(kind=Kind.INTRODUCTION.value) & Q(document=None),
                name="work_use_letter_has_its_paper",
            ),
            CheckConstraint(
                condition=Q(token_index=None, check_code_index=None)
                | Q(
                    token_index__isnull=False, check_code_index__isnull=False,
                    kind=Kind.INTRODUCTION.value, state__in=SEALED,
                ),
                name="work_use_only_sealed_letters_have_codes",
            ),
            CheckConstraint(
                condition=Q(printed_at=None) | Q(kind=Kind.INTRODUCTION.value, state__in=SEALED),
                name="work_use_only_letters_are_printed",
            ),
            CheckConstraint(
                condition=Q(state=WorkState.FILED.value) & ~Q(filed_as="")
                | ~Q(state=WorkState.FILED.value) & Q(filed_as="")
                | Q(state=WorkState.VOIDED.value),
                name="work_use_filed_somewhere",
            ),
            CheckConstraint(
                condition=Q(kind=Kind.INTRODUCTION.value, state__in=SEALED, letter_no__isnull=False)
                | ~Q(kind=Kind.INTRODUCTION.value, state__in=SEALED) & Q(letter_no=None),
                name="work_use_letter_is_numbered",
            ),
            UniqueConstraint(fields=("organization", "year", "no"), name="work_use_number_once"),
            UniqueConstraint(
                fields=("organization", "year", "letter_no"), name="work_use_letter_number_once"
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=("organization", "state"), name="work_use_of_committee"),)
