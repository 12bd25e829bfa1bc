"""The ways of sending that this installation has: codes go out by them at once, reminders by the outbox."""

from collections.abc import Mapping

from zhengyin.outbox.policy import Channel
from zhengyin.outbox.senders import Sender, senders
from zhengyin.regions.queries import is_demonstration


def offered() -> Mapping[Channel, Sender]:
    """What is set up here; a way that is not here is offered on no page."""
    return senders(demonstration=is_demonstration())


def sender() -> Sender | None:
    """The sender of text messages, or None when they are not set up."""
    return offered().get(Channel.SMS)
