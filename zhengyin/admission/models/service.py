"""公共服务事项、工作任务 that were admitted into the committees of a county; no certificates."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.admission.kinds import What


class Service(models.Model):
    """`content` is what its form said (by form.Piece.key, and `bases`); it begins and ends by a decision.

    It stands in a table of its own, so nothing that looks for what may be issued can find it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    what = models.CharField(max_length=10)
    content = models.JSONField(default=dict)
    applicant_name = models.CharField(max_length=60)
    decision = models.ForeignKey("catalogue.ListDecision", on_delete=models.PROTECT, related_name="+")
    in_force_from = models.DateField()
    in_force_until = models.DateField(null=True)
    ended_by = models.ForeignKey(
        "catalogue.ListDecision", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="service_known_what", condition=Q(what__in=[one.value for one in What])
            ),
            models.CheckConstraint(
                name="service_is_named", condition=~Q(name="") & ~Q(code="") & ~Q(applicant_name="")
            ),
            models.CheckConstraint(
                name="service_runs_forward",
                condition=Q(in_force_until=None, ended_by=None)
                | Q(in_force_until__isnull=False, in_force_until__gte=F("in_force_from")),
            ),
            models.UniqueConstraint(name="service_code_once", fields=("county_code", "code")),
        )
        indexes = (models.Index(fields=("county_code", "in_force_from"), name="service_of_county"),)
