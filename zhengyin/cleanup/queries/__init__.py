"""Reading clean-up rounds and work plans: who sees what, and the facts of their rules."""

from zhengyin.cleanup.queries.visible import plans_visible_to, reviews_visible_to, rounds_visible_to

__all__ = ["plans_visible_to", "reviews_visible_to", "rounds_visible_to"]
