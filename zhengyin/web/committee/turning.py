"""Lists of a desk that turn their own pages: what waits for somebody else pushes nothing out."""

from collections.abc import Collection
from uuid import UUID

from zhengyin.certificates.queries.worklists import WorkPage, work_page
from zhengyin.certificates.workflow import State
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request


def turned_page(
    request: Request,
    organization_id: UUID,
    states: tuple[State, ...],
    turned: str,
    without: Collection[UUID] = (),
) -> WorkPage:
    """The page of these states that the address names by `turned`."""
    page = number_in(request.GET.get(turned, ""), 1)
    return work_page(request.actor, organization_id, request.at, states=states, page=page, without=without)
