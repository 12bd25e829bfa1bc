"""The tabs at the head of staff pages: one table, one line a page that has a tab.

A person sees the tabs of all offices held at the organization, in this order, so the clerk who
is also custodian has one head for both.
"""

from dataclasses import dataclass

from zhengyin.people.offices import Office


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab, the name of its address (with organization_id alone) and whom it is for."""

    words: str
    url_name: str
    offices: frozenset[Office]


TABS: tuple[Tab, ...] = ()
