"""The table of what lies encrypted on disk: sealed papers, photographs, forms."""

from uuid import uuid4

from django.db import models


class StoredFile(models.Model):
    """One encrypted file. A row is written once: the application may neither change nor delete it.

    `owner` is the organization whose book the file belongs to, and its folder's name; `name` is random
    and says nothing. `sha256` is of the plain bytes, hexadecimal. `wrapped_key` is the file's own key,
    encrypted by the installation's key that `key_id` names.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.UUIDField()
    county_code = models.CharField(max_length=12)
    name = models.CharField(max_length=64, unique=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()  # of the plain bytes
    content_type = models.CharField(max_length=100)
    purpose = models.CharField(max_length=40)
    wrapped_key = models.BinaryField()
    key_id = models.CharField(max_length=16)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="stored_file_sha256_is_hexadecimal"
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="stored_file_is_not_empty"),
            models.CheckConstraint(
                condition=models.Q(name__regex=r"^[0-9a-f]{32}$"), name="stored_file_name_is_random"
            ),
            models.CheckConstraint(
                condition=~models.Q(purpose="") & ~models.Q(county_code=""), name="stored_file_is_placed"
            ),
        )
        indexes = (
            models.Index(fields=["owner", "name"], name="stored_file_by_owner"),
            models.Index(fields=["sha256"], name="stored_file_by_digest"),
        )
