"""A page of a brought form: as it was taken, and as it is shown, approved and kept."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zhengyin.certificates.brought import LEAST_INK, MOST_PAGES
from zhengyin.certificates.models.certificate import Certificate


class FormPage(models.Model):
    """`ink` in ten-thousandths of the page; `flattened`: the sheet's corners were found and laid flat."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="pages")
    position = models.PositiveSmallIntegerField()
    taken = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    shown = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    flattened = models.BooleanField()
    ink = models.PositiveSmallIntegerField()
    added_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            UniqueConstraint(
                fields=("certificate", "position"),
                condition=Q(removed_at__isnull=True),
                name="page_place_once",
            ),
            CheckConstraint(condition=Q(position__gte=1, position__lte=MOST_PAGES), name="page_known_place"),
            CheckConstraint(condition=Q(ink__gte=LEAST_INK), name="page_is_not_blank"),
            CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="page_removed_by_somebody",
            ),
        )
