"""调阅函: the county records what two auditors may read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee, Organization
from zhengyin.registers.lines import BOOKS
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.supervision import actions
from zhengyin.supervision.kinds import READ_BY_LETTER, SIGHT_LABELS, Sight
from zhengyin.supervision.models import AccessLetter
from zhengyin.supervision.policy.letter import Letter
from zhengyin.supervision.queries.letters import (
    Auditor,
    auditors_in,
    letters_of,
    letters_page,
    looks_by,
    names_of,
)
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.forms import PlainForm, ReasonForm
from zhengyin.web.numbers import number_in
from zhengyin.web.offices.fields import day_after, day_field, text_field
from zhengyin.web.refused import at_fields
from zhengyin.web.request import Request

MOST = 50  # looks on the page of a letter
OF_FIELDS = {
    "letter_number_missing": "number", "letter_recorded_already": "number", "letter_without_unit": "unit",
    "letter_needs_two_persons": "second", "letter_person_is_no_auditor": "second",
    "letter_for_oneself": "second", "letter_without_books": "books", "letter_period_reversed": "scope_last",
    "letter_over_before_it_begins": "valid_last",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TownshipChoice:
    """One township with its committees: (id, name, whether chosen)."""

    id: str
    name: str
    whole: bool
    committees: tuple[tuple[str, str, bool], ...]

    @property
    def open(self) -> bool:
        """Something in it is chosen."""
        return self.whole or any(chosen for _, _, chosen in self.committees)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a letter holds, as a word with its shape; `over`: nothing is left to end."""

    shape: str
    words: str
    over: bool = False


class LetterForm(PlainForm):
    """What stands on the letter. Committees are ticked beside it, one by one or a township at once."""

    unit = text_field("哪个单位的调阅函", 60, help_text="例如：县纪委监委、县委巡察组、县审计局")
    number = text_field("编号", 60, kind="w-idno")
    first = forms.ChoiceField(label="调阅的人")
    second = forms.ChoiceField(label="另一个人")
    books = forms.MultipleChoiceField(
        label="看哪几本", choices=[(book, BOOKS[book]) for book in READ_BY_LETTER],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    papers = forms.BooleanField(
        label="函里写明可以看文件",
        required=False,
        help_text="只有证明的文件；工作用印的材料到村（社区）看原件",
    )
    scope_from = day_field("看哪段时间：从哪天")
    scope_last = day_field("到哪天（含当天）")
    valid_from = day_field("有效期：从哪天")
    valid_last = day_field("到哪天为止（含当天）")

    def __init__(self, data: Mapping[str, Any] | None, auditors: Iterable[Auditor], today: date) -> None:
        super().__init__(data, initial={"valid_from": today})
        people = [("", "请选"), *((str(one.person_id), f"{one.name}（{one.place}）") for one in auditors)]
        for name in ("first", "second"):
            self.fields[name] = forms.ChoiceField(label=self.fields[name].label, choices=people)

    def letter(self, committees: frozenset[UUID]) -> Letter:
        """The letter as the rules see it; the last days people say are in it."""
        said = self.cleaned_data
        scope_until, valid_until = day_after(said["scope_last"]), day_after(said["valid_last"])
        assert scope_until and valid_until  # both are asked for
        return Letter(
            number=said["number"].strip(), unit=said["unit"].strip(),
            persons=(UUID(said["first"]), UUID(said["second"])), committees=committees,
            books=frozenset(said["books"]), papers=said["papers"], scope_from=said["scope_from"],
            scope_until=scope_until, valid_from=said["valid_from"], valid_until=valid_until,
        )  # fmt: skip


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET"])
def letters(request: Request, organization_id: UUID) -> HttpResponse:
    """The letters of the county, those that can still be ended first."""
    today = day_of(request.at)
    page = letters_page(_county(organization_id), today, number_in(request.GET.get("page", ""), 1))
    here = {
        "desk": desk_for(request, organization_id, current="county-letters"),
        "page": page,
        "rows": [(row, books_of(row), standing(row, today)) for row in page.rows],
    }
    return render(request, "county/letters.html", here)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET"])
def new(request: Request, organization_id: UUID) -> HttpResponse:
    """A letter to be recorded."""
    return show_form(request, organization_id, *typed_in(request, organization_id, None))


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of("county-letter")
def record(request: Request, organization_id: UUID) -> HttpResponse:
    """登记调阅函."""
    form, choices = typed_in(request, organization_id, request.POST)
    if not form.is_valid():
        return show_form(request, organization_id, form, choices, status=UNFIT)
    try:
        actions.record_letter(
            organization_id=organization_id, letter=form.letter(chosen_in(choices)),
            actor=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        reasons = at_fields(form, refused, OF_FIELDS)
        return show_form(request, organization_id, form, choices, reasons=reasons, status=409)
    return redirect("county-letters", organization_id)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET"])
def shown(request: Request, organization_id: UUID, letter_id: UUID) -> HttpResponse:
    """One letter, what was opened by it, and the way to end it."""
    return show_letter(request, organization_id, letter_or_404(organization_id, letter_id), ReasonForm())


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of("county-letter-shown", "letter_id")
def end(request: Request, organization_id: UUID, letter_id: UUID) -> HttpResponse:
    """提前结束."""
    row, form = letter_or_404(organization_id, letter_id), ReasonForm(request.POST)
    if not form.is_valid():
        return show_letter(request, organization_id, row, form, status=UNFIT)
    try:
        actions.end_letter(
            organization_id=organization_id, letter_id=letter_id, reason=form.cleaned_data["reason"],
            actor=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        reasons = at_fields(form, refused, {"letter_end_without_reason": "reason"})
        return show_letter(request, organization_id, row, form, reasons=reasons, status=409)
    return redirect("county-letter-shown", organization_id, letter_id)


def letter_or_404(organization_id: UUID, letter_id: UUID) -> AccessLetter:
    """A letter of this body's county."""
    row: AccessLetter = get_object_or_404(letters_of(_county(organization_id)), pk=letter_id)
    return row


def typed_in(
    request: Request, organization_id: UUID, typed: QueryDict | None
) -> tuple[LetterForm, tuple[TownshipChoice, ...]]:
    """The form with what was typed, and the committees with what was ticked."""
    county, today = _county(organization_id), day_of(request.at)
    return LetterForm(typed, auditors_in(county, today), today), townships(county, typed)


def show_form(
    request: Request,
    organization_id: UUID,
    form: LetterForm,
    choices: tuple[TownshipChoice, ...],
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render the form, with why it was refused."""
    here = {
        "desk": desk_for(request, organization_id, current="county-letters"),
        "form": form,
        "townships": choices,
        "reasons": reasons,
    }
    return render(request, "county/letter.html", here, status=status)


def show_letter(
    request: Request,
    organization_id: UUID,
    row: AccessLetter,
    form: ReasonForm,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render one letter as it stands, with why its end was refused."""
    looks = list(looks_by(row)[: MOST + 1])
    here = {
        "desk": desk_for(request, organization_id, current="county-letters"),
        "row": row,
        "ended": getattr(row, "ended", None),
        "standing": standing(row, day_of(request.at)),
        "committees": names_of(row.committees),
        "books": books_of(row),
        "looks": [(one, SIGHT_LABELS[Sight(one.sight)]) for one in looks[:MOST]],
        "most": MOST if len(looks) > MOST else 0,
        "form": form,
        "reasons": reasons,
    }
    return render(request, "county/letter_shown.html", here, status=status)


def books_of(row: AccessLetter) -> str:
    """What the letter opens, by name."""
    return "、".join(BOOKS[book] for book in row.books)


def standing(row: AccessLetter, today: date) -> Standing:
    """Whether a letter of `letters_of` holds today."""
    if hasattr(row, "ended"):
        return Standing("none", "提前结束了", over=True)
    if row.valid_until <= today:
        return Standing("none", "已过期", over=True)
    return Standing("ok", "有效") if row.valid_from <= today else Standing("wait", "还没开始")


def townships(county: str, typed: QueryDict | None) -> tuple[TownshipChoice, ...]:
    """Every township with its committees, by code, with what is ticked."""
    whole = set(typed.getlist("townships")) if typed is not None else set()
    single = set(typed.getlist("committees")) if typed is not None else set()
    found: dict[tuple[str, str], list[tuple[str, str, bool]]] = {}
    rows = Committee.objects.filter(county_code=county, issuer=True).select_related("township")
    for row in rows.order_by("code"):
        place = (str(row.township_id), row.township.name)
        found.setdefault(place, []).append((str(row.pk), row.short_name, str(row.pk) in single))
    return tuple(
        TownshipChoice(key, name, key in whole, tuple(below)) for (key, name), below in found.items()
    )


def chosen_in(choices: Iterable[TownshipChoice]) -> frozenset[UUID]:
    """What is ticked, whole townships included; what is no committee of the county cannot be ticked."""
    return frozenset(UUID(key) for one in choices for key, _, chosen in one.committees if chosen or one.whole)


def _county(organization_id: UUID) -> str:
    return Organization.objects.values_list("county_code", flat=True).get(pk=organization_id)
