"""What a township does to one seal: stop, restore, call off, collect, destroy, keep its impression.

One table; the page of each act is the same: what will happen, a form, one button.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.documents import impression
from zhengyin.documents.uploads import Checked
from zhengyin.people.offices import Office
from zhengyin.seals import actions
from zhengyin.seals.models import Impression, Seal
from zhengyin.seals.policy.voiding import Withheld
from zhengyin.seals.queries import visible_to
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.refused import at_fields, status_of
from zhengyin.web.request import Request
from zhengyin.web.township.kept import kept
from zhengyin.web.township.pages import committee_or_404
from zhengyin.web.township.sealforms import CollectForm, DestroyForm, ImpressionForm, ReasonForm, VoidForm

Said = Mapping[str, Any]
PICTURES = ("image/jpeg", "image/png")
IMPRESSION, PAPER = "seal.impression", "seal.paper"


@dataclass(frozen=True, slots=True)
class Doing:
    """One act: its words, what happens, its form, how it is done; days that begin with today."""

    title: str
    before: str
    button: str
    form: type[Form]
    do: Callable[[Request, Seal, Said], None]
    grave: bool = False
    days: tuple[str, ...] = ()
    print_name: str = ""  # a paper to print first
    print_words: str = "先打印要签字的纸"


def stop(request: Request, seal: Seal, said: Said) -> None:
    """停用."""
    actions.stop_seal(seal_id=seal.pk, reason=said["reason"], actor=request.actor, at=request.at)


def restore(request: Request, seal: Seal, said: Said) -> None:
    """恢复."""
    actions.restore_seal(seal_id=seal.pk, reason=said["reason"], actor=request.actor, at=request.at)


def call_off(request: Request, seal: Seal, said: Said) -> None:
    """撤销制作."""
    actions.call_off_seal(seal_id=seal.pk, reason=said["reason"], actor=request.actor, at=request.at)


def collect(request: Request, seal: Seal, said: Said) -> None:
    """收缴, with the scan of the signed paper."""
    actions.collect_seal(
        seal_id=seal.pk,
        collected_on=said["collected_on"],
        handed_in_by=said["handed_in_by"],
        paper_id=kept(request, seal, said["paper"], PAPER),
        actor=request.actor,
        at=request.at,
    )


def destroy(request: Request, seal: Seal, said: Said) -> None:
    """销毁, with its record."""
    actions.destroy_seal(
        seal_id=seal.pk,
        destroyed_on=said["destroyed_on"],
        place=said["place"],
        how=said["how"],
        witnesses=(said["first_witness"], said["second_witness"]),
        record_id=kept(request, seal, said["record"], PAPER),
        actor=request.actor,
        at=request.at,
    )


def declare_void(request: Request, seal: Seal, said: Said) -> None:
    """公告作废."""
    withheld = Withheld(said["since"], said["document"], said["reason"])
    actions.declare_seal_void(seal_id=seal.pk, withheld=withheld, actor=request.actor, at=request.at)


def keep_impression(request: Request, seal: Seal, said: Said) -> None:
    """留存印模."""
    record(request, seal, said["taken"], said["anyway_reason"] if said["anyway"] else "")


def record(request: Request, seal: Seal, taken: Checked, anyway: str) -> Impression:
    """Keep the picture, cleaned and measured where it is one; of a PDF only itself.

    `anyway` says why it is kept where nothing could be measured. Raises Refused.
    """
    picture = taken.content_type in PICTURES
    size = impression.measured(taken) if picture else None
    taken_id = kept(request, seal, taken, IMPRESSION)
    assert taken_id is not None
    return actions.record_impression(
        seal_id=seal.pk,
        taken_id=taken_id,
        cleaned_id=kept(request, seal, impression.cleaned(taken) if picture else None, IMPRESSION),
        measured_mm=size.diameter if size else None,
        anyway=anyway,
        actor=request.actor,
        at=request.at,
    )


ACTS: Mapping[str, Doing] = {
    "stop": Doing(
        "有争议，停用",
        "停用以后，谁也不能用这枚印章盖章，直到恢复或者收缴。",
        "停用这枚印章",
        ReasonForm,
        stop,
        grave=True,
    ),
    "restore": Doing(
        "恢复使用",
        "恢复以后，校验证书有效的，马上可以盖章；校验证书也挂失、吊销了的，先签发新的。报失期间盖的证明，核对时仍然显示待核。",
        "恢复使用",
        ReasonForm,
        restore,
    ),
    "call-off": Doing(
        "撤销制作",
        "这枚印章不再刻。名称写错、不用换了、丢的找到了，都可以撤销；撤销以后可以重新制作。",
        "撤销制作",
        ReasonForm,
        call_off,
        grave=True,
    ),
    "collect": Doing(
        "登记收缴",
        "印章在手上、交印人签了字，再登记。收缴以后这枚印章不能再盖，登记簿照样可以查。",
        "收缴这枚印章",
        CollectForm,
        collect,
        days=("collected_on",),
        print_name="township-return-paper",
    ),
    "destroy": Doing(
        "登记销毁",
        "当着两位见证人的面销毁以后再登记，登记了不能改。",
        "登记销毁",
        DestroyForm,
        destroy,
        grave=True,
        days=("destroyed_on",),
        print_name="township-return-paper",
    ),
    "void": Doing(
        "拒不交出，公告作废",
        "先书面催交，再用。作废以后这枚印章不能恢复，可以马上补发新章；那以后用它盖的证明，核对时显示待核。"
        "登记完打印作废公告，贴出去。交回来的，照样登记收缴、销毁。",
        "公告作废",
        VoidForm,
        declare_void,
        grave=True,
    ),
    "impression": Doing(
        "留存印模",
        "印模只留着比对，不能用来打印印章。",
        "留存印模",
        ImpressionForm,
        keep_impression,
        print_name="township-impression-sheet",
        print_words="先打印印模采集纸",
    ),
}


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "POST"])
def act(
    request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID, *, doing: str
) -> HttpResponse:
    """One act on one seal, with its form."""
    seal = seal_or_404(request, organization_id, committee_id, seal_id)
    what, posted = ACTS[doing], request.method == "POST"
    begun = {name: day_of(request.at) for name in what.days}
    form = what.form(request.POST, request.FILES) if posted else what.form(initial=begun)
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        try:
            with transaction.atomic():  # the kept file and the act: both or neither
                what.do(request, seal, form.cleaned_data)
            return redirect("township-seal", organization_id, committee_id, seal_id)
        except Refused as refused:
            reasons = at_fields(form, refused)
    desk = desk_for(request, organization_id, current="township-home")
    here = {"desk": desk, "seal": seal, "what": what, "form": form, "reasons": reasons}
    return render(request, "township/seal_act.html", here, status=status_of(here))


def seal_or_404(request: Request, township_id: UUID, committee_id: UUID, seal_id: UUID) -> Seal:
    """A seal of one of this very township's committees."""
    committee_or_404(request, township_id, committee_id)
    rows = visible_to(request.actor).select_related("replaces")
    return get_object_or_404(rows, pk=seal_id, committee_id=committee_id)
