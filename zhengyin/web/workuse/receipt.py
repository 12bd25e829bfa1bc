"""The receipt of a sealed work use: what was sealed, under which number, and where the paper goes now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from zhengyin.people.models import Person
from zhengyin.people.offices import Office
from zhengyin.registers import queries as registers
from zhengyin.web.committee.line import LineAt, line_at
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.templatetags.zhengyin import moment
from zhengyin.web.workuse.register import PAGES
from zhengyin.web.workuse.views import TAB, work_or_404
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.lines import INTRODUCTIONS, REGISTER
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.paper import letter_number
from zhengyin.workuse.queries.printing import minutes_open
from zhengyin.workuse.words import WORDS
from zhengyin.workuse.workflow import ONCE_SEALED, WorkState

ON_PAPER = {
    Kind.ORDINARY: (
        "按份数盖章，一份不多，一份不少",
        "留一份存底，写上登记编号，放进今年的工作用印档案盒",
    ),
    Kind.INTRODUCTION: (
        "打印，只打一次",
        "沿虚线裁开；章盖在落款上，再骑着编号盖一枚",
        "介绍信交给去办事的人，存根按编号收进今年的介绍信存根盒",
    ),
    Kind.EVIDENCE: (
        "按份数盖章，交给来函单位的两名办案人员，当面点清",
        "留一份答复，和对方的来函放在一起，写上登记编号，放进今年的工作用印档案盒",
    ),
}
SPOILED = "打印机打坏了的，坏纸不盖章；这一封不能再打，请主任把它作废，重新开一份"
VOID = "已经作废：手里的纸画掉，写上“作废”，放进今年的工作用印档案盒"
LAST = "把盖好章的拍下来存在这一件里，再记归档：放在哪一盒、第几件"


@dataclass(frozen=True, slots=True)
class Printed:
    """One printing, as the journal has it."""

    at: datetime
    who: str
    copies: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything on the receipt."""

    id: UUID
    number: str
    pairs: tuple[tuple[str, str], ...]
    sealed_at: datetime
    then: tuple[str, ...]
    to_print: bool
    copies: int
    letter: str  # the number that stands on a letter of introduction
    printed: tuple[Printed, ...]
    lines: tuple[LineAt, ...]


@door(Office.CUSTODIAN, Office.HANDLER, at="organization_id")
def receipt(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """登记好了: as often as it is looked for; 404 before the seal."""
    work_use = work_or_404(request, organization_id, case_id)
    if work_use.state not in ONCE_SEALED or work_use.sealed_at is None:
        raise Http404(case_id)
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "receipt": receipt_of(work_use),
        "minutes": minutes_open(work_use, request.actor, request.at),
    }
    return render(request, "workuse/receipt.html", here)


def receipt_of(work_use: WorkUse) -> Receipt:
    """What stands on it; whom a letter introduces does not."""
    kind, at, printed = Kind(work_use.kind), work_use.sealed_at, printings(work_use)
    assert at is not None
    is_void = work_use.state == WorkState.VOIDED
    return Receipt(
        id=work_use.id,
        number=work_use.number,
        pairs=tuple((label, words) for label, words in _pairs(work_use) if words),
        sealed_at=at,
        then=(VOID,) if is_void else tuple(_then(kind, printed)),
        to_print=kind is Kind.INTRODUCTION and work_use.printed_at is None and not is_void,
        copies=work_use.copies,
        letter=letter_of(work_use),
        printed=printed,
        lines=tuple(_lines(work_use)),
    )


def _then(kind: Kind, printed: tuple[Printed, ...]) -> Iterator[str]:
    """What is done next; that a letter was printed, once it was: its paper comes out of the printer once."""
    first, *others = ON_PAPER[kind]
    yield f"已打印：{moment(printed[0].at)}，{printed[0].copies}份" if printed else first
    yield from (SPOILED,) if kind is Kind.INTRODUCTION else ()
    yield from (*others, LAST)


def letter_of(work_use: WorkUse) -> str:
    """…介字〔2026〕1号; empty for what is no letter of introduction."""
    letter = work_use.letter_no
    return letter_number(work_use.organization_id, work_use.year or 0, letter) if letter else ""


def printings(work_use: WorkUse) -> tuple[Printed, ...]:
    """Who printed the letter; other work uses are not ours to print."""
    found = registers.lines_of(work_use.id) if work_use.printed_at else ()
    return tuple(
        Printed(line.happened_at, line.person_name, line.columns["copies"])
        for line in found
        if line.kind == "work.printed"
    )


def _lines(work_use: WorkUse) -> Iterator[LineAt]:
    assert work_use.year and work_use.no
    numbers = {REGISTER: work_use.no, INTRODUCTIONS: work_use.letter_no}
    for book, no in numbers.items():
        if no:
            yield line_at(work_use.organization_id, book, PAGES[book][0], (work_use.year, no))


def _pairs(work_use: WorkUse) -> tuple[tuple[str, str], ...]:
    who = (work_use.approved_by_id, work_use.countersigned_by_id, work_use.sealed_by_id)
    names = dict(Person.objects.filter(pk__in=[one for one in who if one]).values_list("pk", "name"))
    return (
        ("盖在什么上", work_use.matter),
        ("哪一种", WORDS[work_use.kind]),
        ("介绍信编号", letter_of(work_use)),
        ("来函单位", work_use.details.get("unit", "")),
        ("份数", f"{work_use.copies}份，一共盖{work_use.impressions}枚"),
        ("谁签批", "、".join(names[one] for one in who[:2] if one)),
        ("谁盖章", names[work_use.sealed_by_id] if work_use.sealed_by_id else ""),
    )
