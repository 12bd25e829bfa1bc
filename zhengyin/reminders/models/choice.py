"""How one person wants to be reminded."""

from django.db import models
from django.db.models import CheckConstraint, Q

from zhengyin.reminders.policy.choice import Way


class Choice(models.Model):
    """Who has none is not reminded. The address is encrypted; it was confirmed by a code."""

    person = models.OneToOneField(
        "people.Person", on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    way = models.CharField(max_length=8, default=Way.NONE.value)
    email_encrypted = models.BinaryField(default=b"")
    email_masked = models.CharField(max_length=80, default="")
    county_code = models.CharField(max_length=12)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(way__in=[way.value for way in Way]), name="choice_known_way"),
            CheckConstraint(
                condition=~Q(way=Way.EMAIL.value) | ~Q(email_masked=""), name="choice_email_has_an_address"
            ),
        )

    def __str__(self) -> str:
        return self.way
