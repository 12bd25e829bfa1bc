"""The code on a 签收单: it takes a signed-in handler to the case, and tells anybody else nothing."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from zhengyin.certificates.queries.worklists import visible_to
from zhengyin.people.offices import Office
from zhengyin.web.doors import door
from zhengyin.web.request import Request


@door(Office.HANDLER)
def by_slip(request: Request, case: str) -> HttpResponse:
    """Codes are printed in capitals and without dashes."""
    try:
        case_id = UUID(hex=case)
    except ValueError:
        case_id = UUID(int=0)
    certificate = get_object_or_404(visible_to(request.actor), pk=case_id)
    return redirect("handler-case", certificate.organization_id, certificate.pk)
