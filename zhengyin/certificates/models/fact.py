"""How one printed fact was verified; each printed fact has its own (O2.2d)."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zhengyin.certificates.models.certificate import Certificate


class CheckedFact(models.Model):
    """Method, informant and result for one sentence of the form; replaced by a later check."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="checks")
    key = models.CharField(max_length=40)
    method = models.CharField(max_length=24)
    informant = models.CharField(max_length=60)  # 三社社长张有福 · 户籍册第46页
    confirmed = models.BooleanField()
    checked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()

    class Meta:
        constraints = (
            UniqueConstraint(fields=("certificate", "key"), name="fact_checked_once"),
            CheckConstraint(condition=~Q(informant=""), name="fact_says_who_or_what"),
        )
