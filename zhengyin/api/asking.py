"""The request as these views see it, and the answers a view may give besides its own."""

from datetime import datetime

from django.http import HttpRequest

from zhengyin.api.standing import Failure


class Request(HttpRequest):
    """The door before the view has read the database's clock."""

    at: datetime


class WrongField(Exception):
    """A field that is well formed and wrong all the same; `args[0]` is the code."""


def failures(*statuses: int) -> dict[int, type[Failure]]:
    """Said in the document of every address: too many questions, and what goes wrong with this one."""
    return dict.fromkeys((*statuses, 429), Failure)
