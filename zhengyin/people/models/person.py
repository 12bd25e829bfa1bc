"""One human, whatever the accounts."""

from uuid import uuid4

from django.db import models


class Person(models.Model):
    """A human who holds, held or will hold an office.

    `identity_index` is the keyed blind index of the identity number: unique, so the same human
    entered twice is the same row, and useless to a reader of the table without the key.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=30)
    identity_encrypted = models.BinaryField()
    identity_index = models.BinaryField(unique=True)
    phone_encrypted = models.BinaryField(default=b"")
    phone_tail = models.CharField(max_length=4, default="")
    county_code = models.CharField(max_length=12)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(phone_tail__regex=r"^(\d{4})?$"), name="person_phone_tail_is_four_digits"
            ),
        )

    def __str__(self) -> str:
        return self.name
