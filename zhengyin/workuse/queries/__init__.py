"""Reading: the scope list, facts for the rules, what a person may see, the book."""

from zhengyin.workuse.queries.scope import majors_of, scope_for, scope_of
from zhengyin.workuse.queries.visible import READERS, visible_to

__all__ = ["READERS", "majors_of", "scope_for", "scope_of", "visible_to"]
