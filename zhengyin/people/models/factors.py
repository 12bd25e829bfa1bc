"""Second factors: what a person has, beside the password."""

from uuid import uuid4

from django.db import models

from zhengyin.people.models.account import Account
from zhengyin.people.models.person import Person


class Totp(models.Model):
    """An authenticator app. `last_step` is the last 30-second step accepted: a code works once."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="totp")
    secret_encrypted = models.BinaryField()
    last_step = models.BigIntegerField(default=0)
    made_at = models.DateTimeField()


class CodeSheet(models.Model):
    """A printed sheet of one-time codes. A new sheet ends the one before."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sheets")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("account",), condition=models.Q(ended_at=None), name="one_live_code_sheet"
            ),
        )


class SheetCode(models.Model):
    """One code of a sheet, as a keyed digest."""

    sheet = models.ForeignKey(CodeSheet, on_delete=models.CASCADE, related_name="codes")
    position = models.PositiveSmallIntegerField()
    digest = models.BinaryField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("sheet", "position"), name="one_code_a_position"),
            models.UniqueConstraint(fields=("sheet", "digest"), name="no_code_twice_on_a_sheet"),
        )


class SmsCode(models.Model):
    """A code sent by text message, as a keyed digest; five minutes, once."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sms_codes")
    digest = models.BinaryField()
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Device(models.Model):
    """A computer at the counter that was registered; its secret lies in a signed cookie."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=40)
    token_digest = models.BinaryField(unique=True)
    registered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    county_code = models.CharField(max_length=12)

    def __str__(self) -> str:
        return self.name


class DevicePin(models.Model):
    """One account's PIN on one device; five wrong ones lock it until it is set anew."""

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="pins")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="pins")
    pin_hash = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)
    locked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("device", "account"), name="one_pin_a_device_and_account"),
        )


class FactorLock(models.Model):
    """Wrong second factors in a row; too many lock the second step for a while."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="lock")
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
