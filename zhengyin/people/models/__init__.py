"""Tables of the room: fields and constraints, no rules."""

from zhengyin.people.models.account import Account
from zhengyin.people.models.person import Person

__all__ = ["Account", "Person"]
