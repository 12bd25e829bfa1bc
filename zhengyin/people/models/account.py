"""What a person logs in with. Offices hang on the person, never on the account."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from zhengyin.people.models.person import Person


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their name; accounts are made only by `people.actions`."""


class Account(AbstractBaseUser):
    """A name and a password of one person. No permissions: the right to act is the office."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    username = models.CharField(max_length=40, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="accounts")
    is_active = models.BooleanField(default=True)
    demonstration = models.BooleanField(default=False)
    must_change_password = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    objects: ClassVar[AccountManager] = AccountManager()

    def __str__(self) -> str:
        return self.username
