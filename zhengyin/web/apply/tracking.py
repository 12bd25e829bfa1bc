"""查进度: the tracking code and the tail of the telephone; neither ever stands in an address."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from zhengyin.certificates.actions import attach, complete, withdraw
from zhengyin.certificates.actions.track import find_tracked
from zhengyin.certificates.queries.tracking import Tracked, tracked
from zhengyin.documents.uploads import Checked
from zhengyin.shared.codes import as_typed
from zhengyin.shared.refusal import Refused, refuse_if
from zhengyin.verification.actions import take_turn
from zhengyin.verification.limits import NOT_TRACKED
from zhengyin.verification.queries import prefix_index, refusals_over
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.forms import PlainForm
from zhengyin.web.photos import PhotosField
from zhengyin.web.request import Request
from zhengyin.web.verify.issuers import place_of
from zhengyin.web.words import sentences

SALT = "zhengyin.track"
AT_ONCE = 3  # pictures in one sending, over a village's network
HALF_AN_HOUR = 1800  # seconds
OFF = {"autocomplete": "off"}
REASONS = ("不用办了", "写错了，要重新预约", "对方不要了")
SHAPES = {
    "delivered": "ok", "sealed": "ok", "withdrawn": "void", "refused": "way", "to_complete": "care",
    "voided": "void", "corrected": "void",
}  # fmt: skip
NEXT = {  # what the resident does now, by state
    "applied": "带上证件来村（居）委会，核对身份以后开始办。",
    "sealed": "带上证件来村（居）委会取，当面签收。",
    "to_complete": "下面这几样补齐了，接着办，不用重新申请。",
    "voided": "旧纸不能再用，手里还有的请交回村（居）委会；还要用的，重新申请。",
    "corrected": "请到村（居）委会换新的那张；旧纸不能再用，请交回村（居）委会。",
    "new_one_void": "换的那张也作废了，旧的新的都不能用，请交回村（居）委会；还要用的，打电话问，重新申请。",
    "refused": "为什么、接下来去哪里办，下面都写了；要纸的告知单，来村（居）委会取，不收钱。",
}


class TrackForm(PlainForm):
    """What the confirmation page showed, and what only its owner knows."""

    code = forms.CharField(
        label="查询码", max_length=20, help_text="预约完给的那10个字母和数字，不分大小写。",
        widget=forms.TextInput(attrs={**OFF, "class": "w-idno", "autocapitalize": "characters"}),
    )  # fmt: skip
    tail = forms.RegexField(  # digits of any width; \d knows them all
        r"^\s*\d{4}\s*$", label="电话最后4位", max_length=8,
        error_messages={"invalid": "要填4位数字：预约时留的电话的最后4位"},
        widget=forms.TextInput(attrs={**OFF, "class": "w-name", "inputmode": "numeric"}),
    )  # fmt: skip


class CompleteForm(PlainForm):
    """What the resident brought or found out."""

    said = forms.CharField(
        label="补了什么", max_length=200, widget=forms.TextInput(attrs=OFF),
        help_text="比如：户口簿已经送到村（居）委会。",
    )  # fmt: skip


class AttachForm(PlainForm):
    """A picture of something to be brought, sent ahead from the phone."""

    material = forms.ChoiceField(label="哪一样")
    shot = PhotosField(label="拍一张", most=AT_ONCE, from_camera=True)
    chosen = PhotosField(label="或者选照片、PDF", most=AT_ONCE, pdf=True)

    def __init__(
        self, case: Tracked, data: Mapping[str, Any] | None = None, files: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, files)  # type: ignore[arg-type]
        choices = [(one.name, one.name) for one in case.materials]
        self.fields["material"] = forms.ChoiceField(label="哪一样", choices=choices)

    def clean(self) -> dict[str, Any]:
        """Without a picture there is nothing to send."""
        said = self.cleaned_data
        if not self.errors and not self.pictures:
            self.add_error("shot", "还没有拍，也没有选照片")
        return said

    @property
    def pictures(self) -> tuple[Checked, ...]:
        """What was photographed and what was chosen."""
        return (*self.cleaned_data.get("shot", ()), *self.cleaned_data.get("chosen", ()))


class WithdrawForm(PlainForm):
    """Why it is no longer wanted."""

    reason = forms.ChoiceField(
        label="为什么不办了", choices=[(one, one) for one in REASONS], widget=forms.RadioSelect
    )


@door(PUBLIC)
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: Request) -> HttpResponse:
    """Type the code, see the case."""
    if request.method != "POST":
        return render(request, "track/enter.html", {"form": TrackForm(), "reasons": ()})
    form = TrackForm(request.POST)
    if not form.is_valid():
        return render(request, "track/enter.html", {"form": form, "reasons": ()})
    try:
        case = found(request, form.cleaned_data["code"], as_typed(form.cleaned_data["tail"]))
    except Refused as refused:
        context = {"form": form, "reasons": sentences(refused.refusals), "here": reverse("track")}
        return render(request, "track/enter.html", context, status=409)
    return shown(request, tracked(case, request.at))


@door(PUBLIC)
@csrf_exempt
@never_cache
@require_POST
def withdrawal(request: Request) -> HttpResponse:
    """撤回, from the page that showed the case."""
    case, form = named_in(request), WithdrawForm(request.POST)
    if case is None:
        return too_long_ago(request)
    if not form.is_valid():
        return shown(request, tracked(case, request.at), form)
    withdraw(certificate_id=case, reason=form.cleaned_data["reason"], actor=None, at=request.at)
    return shown(request, tracked(case, request.at))


@door(PUBLIC)
@csrf_exempt
@never_cache
@require_POST
def completion(request: Request) -> HttpResponse:
    """补齐了, from the page that showed the case."""
    case, form = named_in(request), CompleteForm(request.POST)
    if case is None:
        return too_long_ago(request)
    if not form.is_valid():
        return shown(request, tracked(case, request.at), completing=form)
    try:
        complete(certificate_id=case, said=form.cleaned_data["said"], values={}, actor=None, at=request.at)
    except Refused as refused:
        form.add_error("said", list(sentences(refused.refusals)))
        return shown(request, tracked(case, request.at), completing=form)
    return shown(request, tracked(case, request.at))


@door(PUBLIC)
@csrf_exempt
@never_cache
@require_POST
def materials(request: Request) -> HttpResponse:
    """传材料照片, from the page that showed the case; nobody has to."""
    case = named_in(request)
    if case is None:
        return too_long_ago(request)
    form = AttachForm(tracked(case, request.at), request.POST, request.FILES)
    if not form.is_valid():
        return shown(request, tracked(case, request.at), attaching=form)
    try:
        attach(certificate_id=case, name=form.cleaned_data["material"], pictures=form.pictures, at=request.at)
    except Refused as refused:
        form.add_error("shot", list(sentences(refused.refusals)))
        return shown(request, tracked(case, request.at), attaching=form)
    return shown(request, tracked(case, request.at))


def named_in(request: Request) -> UUID | None:
    """The case whose page was shown within half an hour; None after that, or where somebody made it up."""
    try:
        return UUID(signing.loads(request.POST.get("case", ""), salt=SALT, max_age=HALF_AN_HOUR))
    except signing.BadSignature:
        return None


def too_long_ago(request: Request) -> HttpResponse:
    """Ask for code and telephone again."""
    reasons = ("这一页放得太久了，请再查一次。",)
    return render(request, "track/enter.html", {"form": TrackForm(), "reasons": reasons})


def found(request: Request, code: str, tail: str) -> UUID:
    """The case; each wrong try counts for the code and for where it comes from."""
    address = request.META.get("REMOTE_ADDR", "")
    refuse_if(refusals_over(NOT_TRACKED, request.at, prefix=prefix_index(address)))
    try:
        return find_tracked(tracking_code=code, phone_tail=tail)
    except Refused:
        take_turn(limit=NOT_TRACKED, address=address, at=request.at)
        raise


def shown(
    request: Request,
    case: Tracked,
    form: WithdrawForm | None = None,
    completing: CompleteForm | None = None,
    attaching: AttachForm | None = None,
) -> HttpResponse:
    """The case in a resident's words, with what may be done."""
    context = {
        "attaching": attaching or AttachForm(case),
        "completing": completing or CompleteForm(),
        "case": case,
        "form": form or WithdrawForm(),
        "sealed": signing.dumps(case.id.hex, salt=SALT),
        "place": place_of(case.organization_id),
        "shape": SHAPES.get(case.state.value, "half"),
        "next": NEXT.get("new_one_void" if case.ended and case.ended.new_is_void else case.state.value, ""),
        "here": reverse("track"),
    }
    return render(request, "track/case.html", context)
