"""按月核对: the months of a year, one month, and the signature."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.certificates.queries.worklists import READERS
from zhengyin.people.offices import Office
from zhengyin.reminders.queries import Matter
from zhengyin.shared.refusal import Refused
from zhengyin.supervision import actions
from zhengyin.supervision.policy.month import LONGEST_NOTE
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.reminding import texts_for_others
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.forms import PlainForm
from zhengyin.web.keeping.gone import gone_at
from zhengyin.web.numbers import number_in
from zhengyin.web.offices.fields import words_field
from zhengyin.web.request import Request
from zhengyin.web.supervision.pages import month_in, month_page, months_page
from zhengyin.web.words import sentences


class NoteForm(PlainForm):
    """What the member wants to ask, if anything."""

    note: forms.CharField = words_field(
        "有什么要问的（没有就不填）", LONGEST_NOTE, help_text="主任和委员看得到；不要写证件号码和电话"
    )

    def __init__(self, data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or nothing
        self.fields["note"].required = False


@door(*READERS, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def months(request: Request, organization_id: UUID) -> HttpResponse:
    """The months of a year, which wait and who signed."""
    year = number_in(request.GET.get("year", ""))
    here = {
        "desk": desk_for(request, organization_id, current="supervision-months"),
        "page": months_page(request, organization_id, year),
        "gone": gone_at(organization_id, request.at),
        "remind": texts_for_others(request, organization_id, Matter.MONTHS),
    }
    return render(request, "supervision/months.html", here)


@door(*READERS, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def month(request: Request, organization_id: UUID, month: str) -> HttpResponse:
    """One month, book by book, with every line of it."""
    return show(request, organization_id, month, NoteForm())


@door(Office.SUPERVISION_COMMITTEE, at="organization_id")
@act_of("supervision-month", "month")
def sign(request: Request, organization_id: UUID, month: str) -> HttpResponse:
    """核对无误，签名."""
    chosen, form = month_in(month), NoteForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, month, form, status=UNFIT)
    try:
        actions.sign_month(
            organization_id=organization_id, month=chosen, note=form.cleaned_data["note"],
            actor=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        return show(request, organization_id, month, form, status=409, reasons=sentences(refused.refusals))
    return redirect("supervision-month", organization_id, month)


def show(
    request: Request,
    organization_id: UUID,
    month: str,
    form: NoteForm,
    *,
    status: int = 200,
    reasons: tuple[str, ...] = (),
) -> HttpResponse:
    """Render one month as it stands, with why an act was refused."""
    here = {
        "desk": desk_for(request, organization_id, current="supervision-months"),
        "page": month_page(request, organization_id, month_in(month), request.GET),
        "form": form,
        "reasons": reasons,
    }
    return render(request, "supervision/month.html", here, status=status)
