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


_READING = frozenset({
    Office.HANDLER, Office.DIRECTOR, Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER, Office.CUSTODIAN,
    Office.SUPERVISION_COMMITTEE,
})  # fmt: skip

TABS: tuple[Tab, ...] = (
    Tab("待办", "handler-todo", frozenset({Office.HANDLER})),
    Tab("新申请", "handler-new", frozenset({Office.HANDLER})),
    Tab("等您定的", "director-list", frozenset({Office.DIRECTOR, Office.SECOND_APPROVER})),
    Tab("盖章", "custodian-list", frozenset({Office.CUSTODIAN})),
    Tab("登记簿", "committee-register", _READING),
)
