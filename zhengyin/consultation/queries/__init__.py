"""Reading consultations: who sees what, and the facts of its rules."""

from zhengyin.consultation.queries.visible import asked_of, consultations_visible_to, published

__all__ = ["asked_of", "consultations_visible_to", "published"]
