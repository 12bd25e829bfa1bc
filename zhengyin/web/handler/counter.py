"""新申请: one page from the words of whoever stands at the counter to the application."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.http import QueryDict
from django.urls import reverse

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.bases.queries import doubts
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import Tie
from zhengyin.catalogue.lists import Lists
from zhengyin.catalogue.marks import headline_of, mark_of
from zhengyin.catalogue.policy import Answer, Outcome, may_it_be_issued
from zhengyin.certificates.asked import Application, number_of
from zhengyin.certificates.free import TITLE, blank_form
from zhengyin.certificates.queries.judging import interest_without_reason
from zhengyin.certificates.queries.repeats import Earlier, Wanted, earlier_paper
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of
from zhengyin.web.handler.application import ApplicationForm
from zhengyin.web.handler.asking import (
    ASKED,
    BROUGHT_FORM,
    CONDITION,
    PUBLIC_REASON,
    Asked,
    Field,
    asked_in,
    fields_for,
)
from zhengyin.web.handler.brought import CHOSEN, BroughtForm
from zhengyin.web.handler.refusing import DemandForm
from zhengyin.web.public.answering import step_of, telephone_of
from zhengyin.web.public.asking import Address
from zhengyin.web.public.pages import Choice, Step
from zhengyin.web.routes import where

LONGEST = 60  # characters of a search
ASK = "ask"  # the button 看能不能开, where something was typed below it
BUTTONS = (ASK, "more", "again", "case_id", "csrfmiddlewaretoken")  # what a form sends besides
NO_TIE = Choice("none", "都不是")
BOTH_TIES = "“都不是”和别的关系不能一起选"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer as it stands beside the questions."""

    shape: str
    headline: str
    reason: str
    basis: str
    doubts: tuple[str, ...]  # what became of the bases it names
    steps: tuple[Step, ...]
    complaint: str
    sheet: str  # where the 答复单 is printed; empty where it would not say this answer
    two_approvers: bool
    refers: bool  # 协助调查取证: nothing is entered here


@dataclass(frozen=True, slots=True)
class Candidate:
    """One item that may be meant."""

    name: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True)
class CounterPage:
    """What the page shows; `asked.chosen` and `ready` open its later parts."""

    query: str
    found: tuple[Candidate, ...]
    none_href: str
    instead: str
    asked: Asked
    item: str
    verdict: Verdict | None
    unit_classes: tuple[Choice, ...]
    units: tuple[str, ...]
    ties: tuple[Choice, ...]
    fields: tuple[Field, ...]
    first_open: str  # the question nobody answered yet: the keyboard goes there
    ready: bool
    missing: str
    again: str
    case_id: UUID


@dataclass(frozen=True, slots=True)
class Judged:
    """The question beside its answer and the entry whose form serves it."""

    asked: Asked
    answer: Answer
    entry: Entry | None
    ruling: Entry | None  # the entry whose named exception is asked about
    today: date
    sheet: str  # what of it a 答复单 tells by itself, as an address; empty on a yes


def judged(organization_id: UUID, query: QueryDict, at: datetime) -> Judged:
    """Judge what was said by the lists in force today: the same function as the public page and the act."""
    day = day_of(at)
    lists, rules = catalogue.lists_for(organization_id, day), catalogue.rules_for(organization_id, day)
    ruling = _ruling(lists, query.get("item", "")[:20])
    conditions = len(ruling.exception.conditions) if ruling and ruling.exception else 0
    asked = asked_in(query, [one.key for one in regions.unit_classes()], conditions)
    answer = may_it_be_issued(asked.question(day), lists, rules)
    served = lists.listed.get(answer.guide_code or answer.entry_code)
    said = _in_public(asked)
    known = may_it_be_issued(said.question(day), lists, rules)
    sheet = urlencode(said.kept) if answer.outcome.is_no and known.reason == answer.reason else ""
    return Judged(asked, answer, served.entry if served else None, ruling, day, sheet)


def counter_page(organization_id: UUID, case: Judged, text: str, start: str = "") -> CounterPage:
    """Gather the page; `start` is its address where it is not the counter's own, with what it keeps."""
    text = text.strip()[:LONGEST]
    card = regions.committee(organization_id)
    new = start or reverse("handler-new", args=[organization_id])
    more = f"{new}{'&' if '?' in new else '?'}"
    found = catalogue.search(organization_id, text, case.today) if text and not case.asked.chosen else None
    classes = regions.unit_classes()
    chosen_class = next((one for one in classes if one.key == case.asked.unit), None)
    missing = _missing(case)
    fields = fields_for(
        case.answer, case.asked, case.ruling, investigating=bool(chosen_class and chosen_class.investigating)
    )
    return CounterPage(
        query=text,
        found=tuple(
            Candidate(
                one.name,
                _mark(organization_id, one.code, case.today),
                f"{more}{urlencode({'q': text, 'item': one.code})}",
            )
            for one in (found.candidates if found else ())
        ),
        none_href=f"{more}{urlencode({'for': text})}",
        instead=found.at_counter if found else "",
        asked=case.asked,
        item=case.answer.entry_name or case.asked.asked_for,
        verdict=_verdict(case, card) if case.asked.chosen else None,
        unit_classes=tuple(Choice(one.key, one.name) for one in classes),
        units=tuple(unit.name for unit in regions.units(card.county_code)),
        ties=(*(Choice(tie.value, tie.words) for tie in Tie), NO_TIE),
        fields=fields,
        first_open=next((one.name for one in fields if not one.value), "") if case.asked.unit else "",
        ready=case.asked.chosen and not missing and case.answer.outcome.is_yes,
        missing=missing,
        again=new,
        case_id=uuid4(),
    )  # fmt: skip


def _mark(organization_id: UUID, code: str, day: date) -> str:
    """The item's answer in the words a resident sees in the village's list, before any question."""
    lists, rules = catalogue.lists_for(organization_id, day), catalogue.rules_for(organization_id, day)
    said = Address(item=code, asked_for="", unit="", tie="", doc="", basis="")
    return mark_of(may_it_be_issued(said.question(day), lists, rules), lists.listed[code].entry).word


def form_for(case: Judged, data: QueryDict | None = None) -> ApplicationForm | None:
    """The form that serves the answer, or None while there is none."""
    if _missing(case) or not case.answer.outcome.is_yes:
        return None
    entry = case.entry
    form = entry.form if entry and entry.form else blank_form(case.answer)
    typed = typed_so_far(data) if data is not None and ("more" in data or ASK in data) else None
    sent = None if typed else data
    if case.asked.paper == BROUGHT_FORM:
        return BroughtForm(form, case.today, sent, typed=typed, note=case.answer.needs_second_approver)
    return ApplicationForm(form, case.today, sent, typed=typed)


def typed_so_far(data: QueryDict) -> dict[str, Any]:
    """Everything typed, to be shown again and not judged."""
    return {**data.dict(), CHOSEN: data.getlist(CHOSEN)}


def carried_in(data: QueryDict) -> tuple[tuple[str, str], ...]:
    """What was typed into a form that the answer does not show just now; it waits until one does."""
    return tuple(
        (name, value)
        for name, values in data.lists()
        for value in values
        if value and name not in (*ASKED, *BUTTONS) and not name.startswith(CONDITION)
    )


def earlier_for(
    organization_id: UUID, case: Judged, application: Application, at: datetime
) -> Earlier | None:
    """The same paper of the same applicant, not long ago; asked once the whole number is typed."""
    title = application.values.get(TITLE.key, "") or case.answer.entry_name
    wanted = Wanted(organization_id, case.answer.entry_code, title)
    return earlier_paper(wanted, number_of(application.applicant), at)


def demand_form(case: Judged, data: QueryDict | None = None) -> DemandForm | None:
    """The form of a refusal with its 告知单, where the lists say no and it is known who demands it."""
    known = case.asked.chosen and case.asked.unit and case.asked.unit_name
    refused = case.answer.outcome.is_no and not refers(case.answer)
    return DemandForm(case.answer, data) if known and refused else None


def refers(answer: Answer) -> bool:
    """协助调查取证: the body itself comes with its letter; nothing about a certificate is entered."""
    return answer.outcome is Outcome.REFER_TO_INVESTIGATION


def _missing(case: Judged) -> str:
    """What must be said before the form opens; empty when nothing, or when the answer is no."""
    if not case.asked.chosen or not case.answer.outcome.is_yes:
        return ""
    open_asks = [ask.words for ask in case.answer.asks]
    if NO_TIE.value in case.asked.ties and len(case.asked.ties) > 1:
        open_asks.append(BOTH_TIES)
    if interest_without_reason(case.asked.question(case.today)):
        open_asks.append(PUBLIC_REASON)
    if not case.asked.unit:
        open_asks.insert(0, "要证明的是哪一类单位？")
    if not case.asked.unit_name:
        open_asks.append("要证明的单位叫什么？")
    return "还要答：" + "　".join(dict.fromkeys(open_asks)) if open_asks else ""


def _verdict(case: Judged, card: regions.CommitteeCard) -> Verdict:
    answer, code = case.answer, card.code
    lists = catalogue.lists_in(card.county_code, case.today)
    complaint = telephone_of(answer.complaint)
    return Verdict(
        shape=mark_of(answer, case.ruling).shape,
        headline=headline_of(answer, case.ruling),
        reason=answer.reason,
        basis="；".join(answer.basis),
        doubts=doubts(lists, (case.asked.item, answer.guide_code), *answer.basis, answer.reason),
        steps=tuple(step_of(way) for way in answer.ways),
        complaint=f"{complaint.whose} {complaint.number}" if complaint else "",
        sheet=f"{where('village-sheet', code)}?{case.sheet}" if case.sheet else "",
        two_approvers=answer.needs_second_approver,
        refers=refers(answer),
    )


def _in_public(asked: Asked) -> Address:
    """What of it anybody can say on the village's own pages; a 答复单 knows no more."""
    tie = asked.ties[0] if asked.ties else ""
    return Address(asked.item, asked.asked_for, asked.unit, tie, asked.said["doc"], asked.said["basis"])


def _ruling(lists: Lists, item: str) -> Entry | None:
    """The chosen entry, or the prohibited one whose exception it is."""
    listed = lists.listed.get(item)
    if listed is None:
        return None
    of = lists.listed.get(listed.entry.exception_of)
    return of.entry if of else listed.entry
