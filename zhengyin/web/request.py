"""The request as our views see it: Django's, with the actor and the day's instant on it."""

from datetime import datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from zhengyin.people.actor import Actor


class Request(HttpRequest):
    """What the door middleware hands on. `actor` stands only behind a door that is not PUBLIC."""

    actor: Actor
    at: datetime  # the database's clock, read once a request
    htmx: HtmxDetails
