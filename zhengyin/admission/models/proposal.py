"""准入、退出、报备 of one item, from the paper of whoever asks to the version that brings it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.admission.kinds import Kind, Rule
from zhengyin.admission.workflow import ProposalState
from zhengyin.regions.packs.settings import FormCovers

NUMBERED = [
    ProposalState.ACCEPTED.value, ProposalState.CONSULTING.value, ProposalState.MEETING.value,
    ProposalState.APPROVED.value, ProposalState.REJECTED.value, ProposalState.PUBLISHED.value,
]  # fmt: skip
WITHDRAWN = ProposalState.WITHDRAWN.value


class Proposal(models.Model):
    """`applicant` is missing where the body has no desk here; its name always stands.

    `entry` is the item as it would stand on the list (catalogue.entries.Entry without its code), `said` what
    the other questions of the form were answered, by form.Piece.key. `before` is the whole entry that a 调整
    changes, as it stood when it was handed in. `liaison` and `telephone` are the
    applicant's office contact. `paper` is the stamped form that came on paper.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    lead = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=30)
    covers = models.CharField(max_length=12, default=FormCovers.CERTIFICATES.value)
    form_name = models.CharField(max_length=80)
    applicant = models.ForeignKey(
        "regions.Organization", on_delete=models.PROTECT, null=True, related_name="+"
    )
    applicant_name = models.CharField(max_length=60)
    liaison = models.CharField(max_length=30)
    telephone = models.CharField(max_length=20)
    item_code = models.CharField(max_length=20, blank=True)
    item_name = models.CharField(max_length=60)
    entry = models.JSONField(default=dict)
    said = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    stop_on = models.DateField(null=True)
    paper = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    received_on = models.DateField(null=True)
    rule = models.CharField(max_length=20, blank=True)
    number = models.CharField(max_length=60, blank=True)
    asked_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    summary = models.CharField(max_length=500, blank=True)
    drafted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    decision = models.ForeignKey(
        "catalogue.ListDecision", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="proposal_known_words",
                condition=Q(kind__in=[one.value for one in Kind], state__in=[s.value for s in ProposalState])
                & (Q(rule="") | Q(rule__in=[one.value for one in Rule])),
            ),
            models.CheckConstraint(
                name="proposal_covers_what_it_can",
                condition=Q(covers=FormCovers.CERTIFICATES.value)
                | Q(covers=FormCovers.SERVICES.value, kind__in=[Kind.ADMIT.value, Kind.EXIT.value]),
            ),
            models.CheckConstraint(
                name="proposal_is_named", condition=~Q(applicant_name="") & ~Q(item_name="")
            ),
            models.CheckConstraint(
                name="proposal_numbered_once_accepted",
                condition=Q(state__in=NUMBERED) & ~Q(number="")
                | Q(state=WITHDRAWN)  # before or after it was taken in
                | ~Q(state__in=[*NUMBERED, WITHDRAWN]) & Q(number=""),
            ),
            models.CheckConstraint(
                name="proposal_refused_by_a_rule",
                condition=Q(state=ProposalState.REFUSED.value) & ~Q(rule="")
                | ~Q(state=ProposalState.REFUSED.value) & Q(rule=""),
            ),
            models.CheckConstraint(
                name="proposal_published_by_a_decision",
                condition=Q(state=ProposalState.PUBLISHED.value, decision__isnull=False)
                | ~Q(state=ProposalState.PUBLISHED.value) & Q(decision=None),
            ),
            models.CheckConstraint(
                name="proposal_submitted_is_whole",
                condition=Q(state__in=[ProposalState.DRAFT.value, ProposalState.WITHDRAWN.value])
                | Q(submitted_at__isnull=False, received_on__isnull=False),
            ),
            models.CheckConstraint(
                name="proposal_adjusts_what_stood",
                condition=~Q(kind=Kind.ADJUST.value) & Q(before={})
                | Q(kind=Kind.ADJUST.value)
                & ~Q(item_code="")
                & (Q(state__in=[ProposalState.DRAFT.value, ProposalState.WITHDRAWN.value]) | ~Q(before={})),
            ),
            models.CheckConstraint(
                name="proposal_is_filed_or_decided",
                condition=~Q(kind=Kind.FILE.value, state__in=NUMBERED)
                & (~Q(state=ProposalState.FILED.value) | Q(kind=Kind.FILE.value)),
            ),
            models.UniqueConstraint(
                name="proposal_number_once", fields=("county_code", "number"), condition=~Q(number="")
            ),
        )
        indexes = (
            models.Index(fields=("county_code", "state", "-drafted_at"), name="proposal_of_county"),
            models.Index(fields=("applicant", "state"), name="proposal_of_applicant"),
        )
