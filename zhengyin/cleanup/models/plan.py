"""工作方案: what a county set out to do, who does it by when."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.cleanup.kinds import Milestone
from zhengyin.cleanup.workflow import TaskState


class WorkPlan(models.Model):
    """A county's plan; `number` is its 文号, empty where it has none."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    lead = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=60)
    number = models.CharField(max_length=60, blank=True)
    begins_on = models.DateField()
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(name="plan_is_named", condition=~Q(title="")),
            models.UniqueConstraint(fields=("county_code", "title"), name="plan_title_once"),
        )


class PlanTask(models.Model):
    """One task, counted from 1; `owner` is missing where it has no desk here. `note` is the last word."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(WorkPlan, on_delete=models.PROTECT, related_name="tasks")
    no = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=200)
    owner = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=120)
    due_on = models.DateField()
    milestone = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=20)
    done_on = models.DateField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="task_known_words",
                condition=Q(state__in=[one.value for one in TaskState])
                & (Q(milestone="") | Q(milestone__in=[one.value for one in Milestone])),
            ),
            models.CheckConstraint(name="task_is_named", condition=~Q(what="") & ~Q(owner_name="")),
            models.CheckConstraint(
                name="task_done_on_a_day",
                condition=Q(state=TaskState.DONE.value, done_on__isnull=False)
                | ~Q(state=TaskState.DONE.value) & Q(done_on=None),
            ),
            models.CheckConstraint(
                name="task_dropped_with_reason", condition=~Q(state=TaskState.DROPPED.value) | ~Q(note="")
            ),
            models.UniqueConstraint(fields=("plan", "no"), name="task_no_once"),
        )
