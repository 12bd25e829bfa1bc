"""The files of a request: what is sealed, the letter of an inquiry, the stamped paper scanned."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zhengyin.workuse.kinds import Role
from zhengyin.workuse.models.work_use import WorkUse


class WorkFile(models.Model):
    """One file in its place, counted from 1. Handed in anew, the old ones are taken away, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    work_use = models.ForeignKey(WorkUse, on_delete=models.PROTECT, related_name="files")
    role = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()
    pages = models.PositiveSmallIntegerField()
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]) & Q(position__gte=1, pages__gte=1),
                name="work_file_known_role",
            ),
            UniqueConstraint(
                fields=("work_use", "role", "position"), condition=Q(removed_at=None), name="work_file_place"
            ),
        )
