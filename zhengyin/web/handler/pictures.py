"""What the handler photographs: materials, and the other side's form; taking a picture away again."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from zhengyin.certificates import actions
from zhengyin.certificates.kinds import ShownAs
from zhengyin.certificates.models import Attachment, FormPage
from zhengyin.certificates.queries.case import case_page
from zhengyin.certificates.workflow import Act
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.forms import ReasonForm
from zhengyin.web.handler.acts import carried_out
from zhengyin.web.handler.case import Sent, show_case
from zhengyin.web.handler.forms import AcceptForm
from zhengyin.web.handler.mandate import MandateForm
from zhengyin.web.handler.materials import given_in, material_forms
from zhengyin.web.handler.pages import PagesForm
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def materials(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """记下材料: the rows that say something new, with their pictures."""
    certificate = case_or_404(request, organization_id, case_id)
    page = case_page(certificate, request.actor, request.at)
    rows = material_forms(page, request.POST, request.FILES)
    accept = AcceptForm(page, typed=request.POST)
    mandate = MandateForm(page, files=request.FILES, typed=request.POST)
    beside: Sent = {"accept": accept, "mandate": mandate}
    sent: Sent = {**beside, "materials": rows}
    if [row for row in rows if not row.is_valid()]:
        return show_case(request, certificate, status=UNFIT, **sent)
    answer = carried_out(
        request, certificate,
        lambda: actions.record_materials(
            certificate_id=case_id, given=given_in(rows), actor=request.actor, at=request.at
        ),
        sent,
    )  # fmt: skip
    going_on = answer.status_code == HTTPStatus.FOUND and (accept.begun or mandate.begun)
    return show_case(request, certificate, **beside) if going_on and Act.ACCEPT in page.acts else answer


@door(Office.HANDLER, at="organization_id")
def attachment(request: Request, organization_id: UUID, case_id: UUID, attachment_id: UUID) -> HttpResponse:
    """One picture, to be taken away with a reason."""
    return show_attachment(request, organization_id, case_id, attachment_id, ReasonForm())


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def remove(request: Request, organization_id: UUID, case_id: UUID, attachment_id: UUID) -> HttpResponse:
    """撤下照片. Sent twice, the second shows the case and says that the picture is gone."""
    certificate = case_or_404(request, organization_id, case_id)
    picture = get_object_or_404(Attachment, material__certificate=certificate, pk=attachment_id)
    form = ReasonForm(request.POST)
    form.is_valid()
    try:
        actions.remove_attachment(
            certificate_id=case_id, attachment_id=attachment_id,
            reason=form.cleaned_data.get("reason", ""), actor=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        picture.refresh_from_db()
        if picture.removed_at:
            return show_case(request, certificate, status=409, refused=refused)
        return show_attachment(request, organization_id, case_id, attachment_id, form, refused)
    return redirect("handler-case", organization_id, case_id)


def show_attachment(
    request: Request,
    organization_id: UUID,
    case_id: UUID,
    attachment_id: UUID,
    form: ReasonForm,
    refused: Refused | None = None,
) -> HttpResponse:
    """The picture with the form that takes it away, and why that was refused."""
    case = case_or_404(request, organization_id, case_id)
    shown = Attachment.objects.filter(material__certificate=case, removed_at__isnull=True)
    found = get_object_or_404(shown.select_related("material", "file"), pk=attachment_id)
    here = {
        "desk": desk_for(request, organization_id, current="handler-todo"),
        "case": case,
        "attachment": found,
        "is_picture": found.file.content_type.startswith("image/"),
        "form": form,
        "reasons": sentences(refused.refusals) if refused else (),
    }
    return render(request, "handler/attachment.html", here, status=409 if refused else 200)


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def photograph(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """拍对方的表; what is wrong with a picture stands at the box it came from."""
    certificate = case_or_404(request, organization_id, case_id)
    form = PagesForm(request.POST, request.FILES)
    if not form.is_valid():
        return show_case(request, certificate, status=UNFIT, pages=form)
    try:
        actions.photograph(certificate_id=case_id, pictures=form.pictures, actor=request.actor, at=request.at)
    except Refused as refused:
        certificate.refresh_from_db()
        others = form.take(refused)
        return show_case(request, certificate, status=409, refused=others, pages=form)
    return redirect(f"{reverse('handler-case', args=[organization_id, case_id])}#form")


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def redo_page(request: Request, organization_id: UUID, case_id: UUID, page_id: UUID) -> HttpResponse:
    """拉正、用原图、转一下."""
    said = request.POST.get("as", "")
    if said not in tuple(ShownAs):
        raise Http404(said)
    return page_changed(
        request, organization_id, case_id, page_id,
        lambda: actions.redo_page(
            certificate_id=case_id, page_id=page_id, shown_as=ShownAs(said), actor=request.actor,
            at=request.at,
        ),
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def drop_page(request: Request, organization_id: UUID, case_id: UUID, page_id: UUID) -> HttpResponse:
    """撤下这一页."""
    return page_changed(
        request, organization_id, case_id, page_id,
        lambda: actions.drop_page(
            certificate_id=case_id, page_id=page_id, actor=request.actor, at=request.at
        ),
    )  # fmt: skip


def page_changed(
    request: Request, organization_id: UUID, case_id: UUID, page_id: UUID, act: Callable[[], object]
) -> HttpResponse:
    """Change one page of this case and show the form again; a page of another is not found."""
    certificate = case_or_404(request, organization_id, case_id)
    get_object_or_404(FormPage, certificate=certificate, pk=page_id)
    return carried_out(request, certificate, act, {})
