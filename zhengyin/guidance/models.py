"""Whom to ask about an item, and what was asked and answered."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.guidance.kinds import Way
from zhengyin.guidance.workflow import EnquiryState


class Contact(models.Model):
    """The department behind an item and its office line; `department` is missing where it has no desk."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    item_code = models.CharField(max_length=20)
    item_name = models.CharField(max_length=60)
    department = models.ForeignKey(
        "regions.Organization", on_delete=models.PROTECT, null=True, related_name="+"
    )
    department_name = models.CharField(max_length=60)
    telephone = models.CharField(max_length=20)
    set_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="contact_is_an_office_line",
                condition=~Q(department_name="") & Q(telephone__regex=r"^0[0-9]{2,3}-[0-9]{7,8}$"),
            ),
            models.UniqueConstraint(name="contact_once_an_item", fields=("county_code", "item_code")),
        )


class Enquiry(models.Model):
    """A committee's question about an item; department and name as they stood that day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    lead = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    committee = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    committee_name = models.CharField(max_length=60)
    item_code = models.CharField(max_length=20)
    item_name = models.CharField(max_length=60)
    department = models.ForeignKey(
        "regions.Organization", on_delete=models.PROTECT, null=True, related_name="+"
    )
    department_name = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=20)
    words = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=800, blank=True)
    answered_by = models.CharField(max_length=30, blank=True)
    answered_on = models.DateField(null=True)
    way = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="enquiry_known_words",
                condition=Q(state__in=[one.value for one in EnquiryState])
                & (Q(way="") | Q(way__in=[one.value for one in Way])),
            ),
            models.CheckConstraint(name="enquiry_asks", condition=~Q(words="") & ~Q(item_code="")),
            models.CheckConstraint(
                name="enquiry_answer_is_whole",
                condition=Q(
                    state=EnquiryState.ASKED.value, answer="", answered_by="", answered_on=None, way=""
                )
                | Q(state=EnquiryState.ANSWERED.value, answered_on__isnull=False)
                & ~Q(answer="")
                & ~Q(answered_by="")
                & ~Q(way=""),
            ),
        )
        indexes = (models.Index(fields=("county_code", "state", "-asked_at"), name="enquiry_of_county"),)
