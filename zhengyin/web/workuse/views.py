"""Work uses at the desks: the list, a new request, one request with its files."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhengyin.documents import files
from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.reminders.queries import Matter
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.again import hints_for
from zhengyin.web.acting import UNFIT
from zhengyin.web.committee.pictures import stored
from zhengyin.web.committee.prints import kept_by_nobody, pdf
from zhengyin.web.committee.reminding import texts_for_others
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.forms import ReasonForm
from zhengyin.web.numbers import id_in
from zhengyin.web.refused import at_fields
from zhengyin.web.request import Request
from zhengyin.web.words import sentences
from zhengyin.web.workuse.forms import (
    FilingForm,
    ScanForm,
    WorkAgreeForm,
    WorkForm,
    WorkGrantForm,
    WorkVoidForm,
)
from zhengyin.web.workuse.pages import case_page, least_impressions, list_page, picture_of
from zhengyin.workuse import actions
from zhengyin.workuse.kinds import Kind, Role
from zhengyin.workuse.models import WorkFile, WorkUse
from zhengyin.workuse.paper import draft_letter
from zhengyin.workuse.queries import READERS, majors_of, scope_for, visible_to
from zhengyin.workuse.queries.content import PDF, files_of
from zhengyin.workuse.queries.facts import concerns_somebody
from zhengyin.workuse.queries.typed import typed_before
from zhengyin.workuse.queries.visible import DECIDING
from zhengyin.workuse.words import WORDS
from zhengyin.workuse.workflow import ONCE_SEALED, WorkState

TAB = "work-list"
AT = {"concerned_by_names_alone": "concerned", "bearer_by_name_alone": "bearers"}
NAMING = {"work_matter_tells_a_person": ("matter", "to", "unit", "letter_number")}  # go into the books
WAITED_FOR = (Matter.WORK_APPROVE, Matter.WORK_COUNTERSIGN, Matter.WORK_SEAL)


@door(*READERS, at="organization_id")
def requests(request: Request, organization_id: UUID) -> HttpResponse:
    """工作用印: what waits, and what was done."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "page": list_page(request, organization_id),
        "remind": texts_for_others(request, organization_id, *WAITED_FOR),
    }
    return render(request, "workuse/list.html", here)


@door(Office.HANDLER, at="organization_id")
def new(request: Request, organization_id: UUID, kind: str) -> HttpResponse:
    """A new request of a kind. Sent twice, the second one shows the request of the first."""
    form = work_form(request, organization_id, Kind(f"work_{kind}"))
    if request.method != "POST" or not form.is_valid():
        return show_form(request, organization_id, form)
    try:
        made = actions.ask(
            organization_id=organization_id, asked=form.asked, actor=request.actor, at=request.at,
            as_id=id_in(request.POST.get("as_id", "")),
        )  # fmt: skip
    except Refused as refused:
        return show_form(request, organization_id, form, refused)
    return redirect("work-case", organization_id, made.id)


@door(Office.HANDLER, at="organization_id")
def change(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """Hand in anew what came back, changed; files that are not chosen anew stay as they are."""
    work_use = work_or_404(request, organization_id, case_id)
    if work_use.state != WorkState.RETURNED and request.method != "POST":
        return redirect("work-case", organization_id, case_id)
    form = work_form(request, organization_id, Kind(work_use.kind), work_use)
    if request.method != "POST" or not form.is_valid():
        return show_form(request, organization_id, form, kept=files_of(work_use))
    try:
        actions.change(work_use_id=case_id, asked=form.asked, actor=request.actor, at=request.at)
    except Refused as refused:
        return show_form(request, organization_id, form, refused, kept=files_of(work_use))
    return redirect("work-case", organization_id, case_id)


def work_form(request: Request, organization_id: UUID, kind: Kind, of: WorkUse | None = None) -> WorkForm:
    """The form of a kind with the lists of the county; of a returned request with what it said."""
    card = regions.committee(organization_id)
    lists = (kind, scope_for(card.county_code, card.kind), majors_of(card.county_code))
    if request.method == "POST":
        return WorkForm(*lists, request.POST, request.FILES)
    return WorkForm(*lists, initial=typed_before(of) if of else {})


def show_form(
    request: Request,
    organization_id: UUID,
    form: WorkForm,
    refused: Refused | None = None,
    *,
    kept: Sequence[WorkFile] = (),
) -> HttpResponse:
    """The form with every reason; what was typed stays. `kept` are the files of a returned request."""
    over = () if form.is_bound else sentences(regions.committee(organization_id).reasons)
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "form": form,
        "as_id": id_in(request.POST.get("as_id", "")) or uuid4(),
        "kind": WORDS[form.kind],
        "code": form.kind.value.removeprefix("work_"),
        "reasons": at_fields(form, refused, AT, naming=NAMING) if refused else over,
        "kept": {role.value: sum(one.role == role for one in kept) for role in (Role.CONTENT, Role.LETTER)},
    }
    status = 409 if refused else UNFIT if form.is_bound else 200
    return render(request, "workuse/new.html", here, status=status)


@door(*READERS, at="organization_id")
def case(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """One request: the file, what it is for, what this person may do."""
    return show(request, work_or_404(request, organization_id, case_id))


@door(*DECIDING, at="organization_id")
def whole_file(request: Request, organization_id: UUID, case_id: UUID, file_id: UUID) -> HttpResponse:
    """A file as it is, for whoever handles, decides or seals."""
    return stored(file_or_404(request, organization_id, case_id, file_id).file)


@door(*DECIDING, at="organization_id")
def file_page(
    request: Request, organization_id: UUID, case_id: UUID, file_id: UUID, number: int
) -> HttpResponse:
    """One page of a file as a picture, to be looked at on a telephone."""
    one = file_or_404(request, organization_id, case_id, file_id)
    try:
        picture = picture_of(files.plain_of(one.file), one.file.content_type, number)
    except IndexError as error:
        raise Http404(number) from error
    return kept_by_nobody(picture.data, picture.content_type)


@door(*DECIDING, at="organization_id")
def letter(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """A letter before its seal: 未用印 无效."""
    return pdf(_draft(request, organization_id, case_id))


@door(*DECIDING, at="organization_id")
def letter_picture(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The same as a picture, where it is approved and stamped; its copies are alike, one is shown."""
    picture = picture_of(_draft(request, organization_id, case_id), PDF, 1)
    return kept_by_nobody(picture.data, picture.content_type)


def _draft(request: Request, organization_id: UUID, case_id: UUID) -> bytes:
    work_use = work_or_404(request, organization_id, case_id)
    if work_use.kind != Kind.INTRODUCTION or work_use.state in ONCE_SEALED:
        raise Http404(case_id)
    return typeset(draft_letter(work_use, day_of(request.at)), request.at).pdf


def work_or_404(request: Request, organization_id: UUID, case_id: UUID) -> WorkUse:
    """The request, if this person may read it and it lies in this committee."""
    return get_object_or_404(visible_to(request.actor), pk=case_id, organization_id=organization_id)


def file_or_404(request: Request, organization_id: UUID, case_id: UUID, file_id: UUID) -> WorkFile:
    """A file of it that was not taken away."""
    work_use = work_or_404(request, organization_id, case_id)
    rows = WorkFile.objects.filter(work_use=work_use, removed_at=None).select_related("file")
    return get_object_or_404(rows, pk=file_id)


def seal_form(work_use: WorkUse, *args: object) -> WorkGrantForm:
    """The questions before the seal that this request asks."""
    form = WorkGrantForm(
        *args, on_photos=work_use.on_photos, concerns=concerns_somebody(work_use),
        introduces=work_use.kind == Kind.INTRODUCTION,
        initial={"impressions": least_impressions(work_use)},
    )  # fmt: skip
    if work_use.kind == Kind.INTRODUCTION:
        form.fields["impressions"].help_text = "介绍信每份盖2枚：落款1枚，骑着存根的编号1枚。"
    return form


def show(
    request: Request,
    work_use: WorkUse,
    *,
    refused: Refused | None = None,
    status: int = 200,
    **forms: object,
) -> HttpResponse:
    """Render one request as it stands now; `forms` are those that came back."""
    page = case_page(request, work_use)
    here = {
        "desk": desk_for(request, work_use.organization_id, current=TAB),
        "page": page,
        "kin": WorkAgreeForm(introduces=work_use.kind == Kind.INTRODUCTION),
        "reason": ReasonForm(),
        "scan": ScanForm(),
        "filing": FilingForm(),
        "voiding": WorkVoidForm(),
        "seal": seal_form(work_use),
        "hints": hints_for(request) if "seal_work" in page.may else None,
        "reasons": sentences(refused.refusals) if refused else (),
        **forms,
    }
    return render(request, "workuse/case.html", here, status=status)
