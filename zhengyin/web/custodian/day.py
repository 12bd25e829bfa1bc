"""下班核对: seal, papers of the day and pad, compared with the registers by whoever keeps the seal."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.certificates.slips import slip_number
from zhengyin.people.offices import Office
from zhengyin.registers.queries import RegisterLine
from zhengyin.shared.refusal import Refused
from zhengyin.supervision import actions
from zhengyin.supervision.policy.day import LONGEST_NOTE, Counted
from zhengyin.supervision.queries.day import Day, day_at
from zhengyin.supervision.queries.differing import Differing, differences_of
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.director.forms import NO, YES
from zhengyin.web.doors import door
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import words_field
from zhengyin.web.refused import at_fields
from zhengyin.web.request import Request

MOST_SHOWN = 10  # comparisons that did not agree
MOST = 999_999  # the highest number a slip can bear on paper


class DayForm(PlainForm):
    """What is found in the drawer."""

    seal_there = forms.ChoiceField(
        label="印章在存放的地方吗？",
        choices=[(YES, "在，看过了"), (NO, "不在")],
        widget=forms.RadioSelect,
        required=False,  # an empty answer is refused by the act, with its own words
    )
    papers_agree = forms.ChoiceField(
        label="今天登记的和手里的存根、签收单对得上吗？",
        choices=[(YES, "对得上"), (NO, "对不上")],
        widget=forms.RadioSelect,
        required=False,
    )
    note = words_field(
        "差在哪里（对得上就不填）",
        LONGEST_NOTE,
        help_text="村（社区）里任职的人和乡镇（街道、苏木）看得到；不要写姓名、证件号码和电话",
    )
    following = forms.IntegerField(
        label="应急用印单下一张空白的是几号",
        help_text="看这一本最上面没有用过的那张；用完了，填最后一号加1。",
        min_value=1,
        max_value=MOST,
        required=False,
        widget=forms.NumberInput(attrs={"class": "w-name", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "号要填数字，不用写“应急”"),
    )

    def __init__(self, data: object = None, *, day: Day) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or nothing
        self.fields["note"].required = False
        if not day.pads:
            del self.fields["following"]
        if day.away.out:
            del self.fields["seal_there"]

    def counted(self) -> Counted:
        """What was answered; None where it was not."""
        said, answers = self.cleaned_data, {YES: True, NO: False}
        return Counted(
            seal_there=answers.get(said.get("seal_there", "")),
            papers_agree=answers.get(said.get("papers_agree", "")),
            following=said.get("following"),
            note=said.get("note", ""),
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison in words. `missing` are the slips that still have no end."""

    who: str
    at: object
    agree: bool
    papers: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayPage:
    """The day until now. `more` are papers of the day that stand in the register alone."""

    day: Day
    mine: bool
    stamps: bool
    lines: tuple[RegisterLine, ...]
    more: int
    checks: tuple[Compared, ...]
    before: tuple[Differing, ...]  # of this day and earlier, the newest first


@door(Office.CUSTODIAN, Office.DIRECTOR, Office.SUPERVISION_COMMITTEE, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def page(request: Request, organization_id: UUID) -> HttpResponse:
    """Everything that is compared today, and who did."""
    return show(request, organization_id, day_at(organization_id, request.at))


@door(Office.CUSTODIAN, at="organization_id")
@act_of("custodian-day")
def reconcile(request: Request, organization_id: UUID) -> HttpResponse:
    """核对过了."""
    day = day_at(organization_id, request.at)
    form = DayForm(request.POST, day=day)
    if not form.is_valid():
        return show(request, organization_id, day, form, status=UNFIT)
    try:
        actions.reconcile_day(
            organization_id=organization_id, counted=form.counted(), actor=request.actor, at=request.at
        )
    except Refused as refused:
        reasons = at_fields(form, refused)
        return show(request, organization_id, day, form, status=409, reasons=reasons)
    return redirect("custodian-day", organization_id)


def show(
    request: Request,
    organization_id: UUID,
    day: Day,
    form: DayForm | None = None,
    *,
    status: int = 200,
    reasons: tuple[str, ...] = (),
) -> HttpResponse:
    """Render the day as it stands, with why an act was refused."""
    here = {
        "desk": desk_for(request, organization_id, current="custodian-list"),
        "page": _page(request, organization_id, day),
        "form": form or DayForm(day=day),
        "reasons": reasons,
    }
    return render(request, "custodian/day.html", here, status=status)


def _page(request: Request, organization_id: UUID, day: Day) -> DayPage:
    blank = {no for pad in day.pads for no in pad.blank}
    return DayPage(
        day=day,
        stamps=request.actor.has(Office.CUSTODIAN, organization_id),
        mine=bool(day.seal and day.seal.in_custody_of(request.actor.person_id)),
        lines=day.lines,
        more=day.stamped.papers - len(day.lines),
        checks=tuple(
            Compared(
                one.person.name, one.checked_at, one.agree, one.papers,
                tuple(slip_number(no) for no in one.missing if no in blank),
            )
            for one in day.checks
        ),
        before=differences_of(organization_id, MOST_SHOWN),
    )  # fmt: skip
