"""发件箱: what waits and what failed, addresses masked; 再发一次."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.outbox import queries
from zhengyin.outbox.policy import Channel, MessageState
from zhengyin.people import senders
from zhengyin.people.offices import Office
from zhengyin.reminders import actions
from zhengyin.web.acting import act_of
from zhengyin.web.administrator.views import county_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request

SHAPES = {MessageState.WAITING: "wait", MessageState.SENT: "ok", MessageState.FAILED: "care"}


@door(Office.SYSTEM_ADMINISTRATOR, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def outbox(request: Request, organization_id: UUID) -> HttpResponse:
    """How many wait, were sent, failed; and which are still to be looked at."""
    page, offered = queries.outbox_of(county_of(organization_id), request.at), senders.offered()
    here = {
        "desk": desk_for(request, organization_id, current="administrator-outbox"),
        "counts": [(state, page.counts[state]) for state in MessageState],
        "rows": [(row, SHAPES[row.state]) for row in page.rows],
        "ways": [(channel, channel in offered) for channel in Channel],
        "most": queries.MOST_SHOWN,
    }
    return render(request, "administrator/outbox.html", here)


@door(Office.SYSTEM_ADMINISTRATOR, at="organization_id")
@act_of("administrator-outbox")
def send_again(request: Request, organization_id: UUID, message_id: UUID) -> HttpResponse:
    """Put what failed back into the queue."""
    row = get_object_or_404(queries.of_county(county_of(organization_id)), pk=message_id)
    actions.send_again(message_id=row.pk, organization_id=organization_id, actor=request.actor, at=request.at)
    return redirect("administrator-outbox", organization_id)
