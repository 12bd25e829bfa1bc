"""The tables of this room."""

from zhengyin.consultation.models.answered import ListedItem, Opinion, Reply, TakenUp
from zhengyin.consultation.models.asked import Addressee, Clause, Consultation, Enclosure

__all__ = [
    "Addressee", "Clause", "Consultation", "Enclosure", "ListedItem", "Opinion", "Reply", "TakenUp",
]  # fmt: skip
