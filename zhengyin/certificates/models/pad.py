"""应急用印单: a printed range, its slips, and the grant to enter one."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from zhengyin.certificates.models.certificate import Certificate
from zhengyin.certificates.models.grant import Grant
from zhengyin.certificates.slips import PadState, SlipState, Spoilt, slip_number


class Pad(models.Model):
    """One printing. `document` is the PDF with the slips' codes: printed again it is the same."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12)
    first_no = models.PositiveIntegerField()
    last_no = models.PositiveIntegerField()
    document = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    issued_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    closed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(first_no__gte=1, last_no__gte=F("first_no")), name="pad_has_a_range"),
            CheckConstraint(
                condition=Q(state=PadState.OPEN.value, closed_at=None, closed_by=None)
                | Q(state=PadState.CLOSED.value, closed_at__isnull=False, closed_by__isnull=False),
                name="pad_closed_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{slip_number(self.first_no)}–{slip_number(self.last_no)}"


class Slip(models.Model):
    """One slip; `no` goes on over all pads and years of a committee (gap-free by migration 0016).

    `failed` says why the entry is 待整改, in words; empty where every check held.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    pad = models.ForeignKey(Pad, on_delete=models.PROTECT, related_name="slips")
    no = models.PositiveIntegerField()
    state = models.CharField(max_length=12)
    token_index = models.BinaryField(unique=True)
    check_code_index = models.BinaryField(unique=True)
    reason = models.CharField(max_length=12, default="")  # why it is void
    certificate = models.OneToOneField(
        Certificate, on_delete=models.PROTECT, null=True, related_name="pad_slip"
    )
    failed = models.TextField(default="")
    ended_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    rectified_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    rectified_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(
                    state=SlipState.ISSUED.value, certificate=None, reason="", failed="", ended_at=None,
                    ended_by=None,
                )
                | Q(
                    state=SlipState.ENTERED.value, certificate__isnull=False, reason="",
                    ended_at__isnull=False, ended_by__isnull=False,
                )
                | Q(
                    state=SlipState.SPOILED.value, certificate=None, reason__in=[s.value for s in Spoilt],
                    failed="", ended_at__isnull=False, ended_by__isnull=False,
                )
                | Q(
                    state=SlipState.UNUSED.value, certificate=None, reason="", failed="",
                    ended_at__isnull=False, ended_by__isnull=False,
                ),
                name="slip_has_one_end",
            ),
            CheckConstraint(
                condition=Q(rectified_at=None, rectified_by=None)
                | (~Q(failed="") & Q(rectified_at__isnull=False, rectified_by__isnull=False)),
                name="slip_rectified_where_it_failed",
            ),
            UniqueConstraint(fields=("organization", "no"), name="slip_number_once"),
        )  # fmt: skip

    def __str__(self) -> str:
        return slip_number(self.no)


class GrantedSlip(models.Model):
    """The slip a grant lets its person enter, once."""

    grant = models.OneToOneField(Grant, on_delete=models.PROTECT, primary_key=True, related_name="slip")
    slip = models.ForeignKey(Slip, on_delete=models.PROTECT, related_name="+")
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            UniqueConstraint(
                fields=("slip",), condition=Q(used_at__isnull=False), name="slip_entered_by_one_grant"
            ),
        )
