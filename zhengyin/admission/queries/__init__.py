"""Reading admission: who sees what, and the facts of its rules."""

from zhengyin.admission.queries.visible import (
    meetings_visible_to,
    proposals_visible_to,
    questions_visible_to,
)

__all__ = ["meetings_visible_to", "proposals_visible_to", "questions_visible_to"]
