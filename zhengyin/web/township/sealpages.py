"""One seal as its township sees it: what it is, what happened to it, what can be done next and why not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.urls import reverse

from zhengyin.regions.queries import settings_for
from zhengyin.registers.queries import RegisterLine, lines_of, told
from zhengyin.seals import queries
from zhengyin.seals.kinds import KIND_LABELS, OUT_OF_REACH, SHAPE_LABELS, SealKind, Shape
from zhengyin.seals.lines.seal import IMPRESSION, ISSUED
from zhengyin.seals.models import Impression, Seal
from zhengyin.seals.policy.returning import refusals_to_collect, refusals_to_restore
from zhengyin.seals.policy.seal import refusals_to_issue
from zhengyin.seals.policy.voiding import Withheld, refusals_to_declare_void
from zhengyin.seals.queries.returned import collected, destroyed_among
from zhengyin.seals.workflow import SEAL, SealAct, SealState
from zhengyin.shared.days import day_of, in_words
from zhengyin.shared.refusal import Refusal
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

# The acts of the township in the order in which a seal comes to them, and the pages they are done on.
PAGES: Mapping[SealAct, tuple[str, str]] = {
    SealAct.ISSUE: ("township-issue-seal", "刻好了，颁发"),
    SealAct.CALL_OFF: ("township-call-off-seal", "撤销制作"),
    SealAct.RESTORE: ("township-restore-seal", "恢复使用"),
    SealAct.COLLECT: ("township-collect-seal", "登记收缴"),
    SealAct.STOP: ("township-stop-seal", "有争议，停用"),
    SealAct.DESTROY: ("township-destroy-seal", "登记销毁"),
    SealAct.DECLARE_VOID: ("township-void-seal", "拒不交出，公告作废"),
    SealAct.RECORD_IMPRESSION: ("township-record-impression", "留存印模"),
}
GRAVE = (SealAct.STOP, SealAct.CALL_OFF, SealAct.DESTROY, SealAct.DECLARE_VOID)
PICTURED = (IMPRESSION, ISSUED)  # with these the impression is kept, with others a paper
UNTOLD = ("seal", "receipt", "second_script")  # the heading, and digests nobody reads
SAID = "写明了"  # what the page cannot know yet counts as said: the act asks again


@dataclass(frozen=True, slots=True)
class NextAct:
    """One act: pressed where `reasons` is empty, else grey with all of them."""

    words: str
    href: str
    grave: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """One line about the seal."""

    line: RegisterLine
    said: tuple[tuple[str, str], ...]

    @property
    def shown(self) -> str:
        """What its picture is of: an impression, or a paper somebody signed."""
        return "看印模" if self.line.kind in PICTURED else "看签字的纸"


@dataclass(frozen=True, slots=True)
class Print:
    """A kept impression, with what was measured in words."""

    row: Impression
    words: str
    differs: bool


@dataclass(frozen=True, slots=True)
class SealPage:
    """Everything about one seal."""

    seal: Seal
    rows: tuple[tuple[str, str], ...]
    stop: queries.StopNow | None
    acts: tuple[NextAct, ...]
    history: tuple[Happened, ...]
    prints: tuple[Print, ...]
    doubted: bool
    lost: bool
    returned: bool  # the sheet of its return can be printed, filled in as far as it went


def seal_page(request: Request, township_id: UUID, seal: Seal) -> SealPage:
    """Gather the page."""
    stop = queries.open_stop(seal)
    tolerance = settings_for(seal.county_code).numbers.impression_tolerance_mm
    impressions = seal.impressions.select_related("taken", "cleaned").order_by("-recorded_at", "id")
    return SealPage(
        seal=seal,
        rows=tuple(_rows(seal)),
        stop=queries.stop_now(stop) if stop else None,
        acts=tuple(_acts(request, township_id, seal)),
        history=tuple(Happened(line, _said(line)) for line in lines_of(seal.pk)),
        prints=tuple(_print(row, seal.diameter_mm, tolerance) for row in impressions),
        doubted=bool(queries.doubts_of(seal)),
        lost=stop is not None and stop.reason in OUT_OF_REACH,
        returned=seal.state in (SealState.COLLECTED, SealState.DESTROYED),
    )


def _rows(seal: Seal) -> Iterable[tuple[str, str]]:
    diameter = f"{seal.diameter_mm:f}毫米" if seal.diameter_mm else "待核"
    old, on = seal.replaces, seal.issued_on
    star = "中央刊五角星" if seal.star else "不刊五角星"
    yield "印章名称", seal.name
    yield "种类", KIND_LABELS[SealKind(seal.kind)]
    second = "，第二种文字照图样" if seal.second_script_id else ""
    yield "样子", f"{SHAPE_LABELS[Shape(seal.shape)]}，直径{diameter}，{star}{second}"
    optional = (
        ("质料", seal.material),
        ("刻制单位", seal.engraver),
        ("公安备案号", seal.police_number),
        ("代替", f"{in_words(old.issued_on)}颁发的“{old.name}”" if old and old.issued_on else ""),
        ("颁发", f"{in_words(on)}，领取人{seal.received_by}" if on else ""),
    )
    yield from ((term, words) for term, words in (*optional, *_ends(seal)) if words)


def _ends(seal: Seal) -> Iterable[tuple[str, str]]:
    """Who handed it in, and how it was destroyed before whom."""
    back, gone = collected(seal), destroyed_among([seal]).get(seal.pk)
    yield "收缴", back.words if back else ""
    yield "销毁", gone.words if gone else ""


def _acts(request: Request, township_id: UUID, seal: Seal) -> Iterable[NextAct]:
    for act in SEAL.possible(SealState(seal.state), {"township"}):
        if act not in PAGES:
            continue  # that a committee ended is recorded of the committee
        name, words = PAGES[act]
        href = reverse(name, args=[township_id, seal.committee_id, seal.pk])
        asked = _ASKED.get(act, _nothing)
        yield NextAct(words, href, act in GRAVE, sentences(asked(request, seal)))


def _issue(request: Request, seal: Seal) -> Iterable[Refusal]:
    today = day_of(request.at)
    facts = queries.facts_for_issue(
        seal, made_on=today, issued_on=today, received_by=SAID, police_number=SAID, receipt_filed=True,
        at=request.at,
    )  # fmt: skip
    return refusals_to_issue(facts, request.actor, today)


def _restore(request: Request, seal: Seal) -> Iterable[Refusal]:
    return refusals_to_restore(queries.facts_for_restore(seal, SAID), request.actor, day_of(request.at))


def _collect(request: Request, seal: Seal) -> Iterable[Refusal]:
    today = day_of(request.at)
    facts = queries.facts_for_collect(seal, collected_on=today, handed_in_by=SAID, at=request.at)
    return refusals_to_collect(facts, request.actor, today)


def _void(request: Request, seal: Seal) -> Iterable[Refusal]:
    facts = queries.facts_for_void(seal, Withheld(request.at, SAID, SAID), request.at)
    return refusals_to_declare_void(facts, request.actor, day_of(request.at))


def _nothing(request: Request, seal: Seal) -> Iterable[Refusal]:
    return ()


_ASKED: Mapping[SealAct, Callable[[Request, Seal], Iterable[Refusal]]] = {
    SealAct.ISSUE: _issue,
    SealAct.RESTORE: _restore,
    SealAct.COLLECT: _collect,
    SealAct.DECLARE_VOID: _void,
}


def _said(line: RegisterLine) -> tuple[tuple[str, str], ...]:
    said = (one for one in told(line) if one[0] not in UNTOLD)
    return tuple((title, _spoken(key, words)) for key, title, words in said if words)


def _spoken(key: str, words: str) -> str:
    """Lines hold days and moments as machines write them; people read them otherwise."""
    if key.endswith("_on"):
        return in_words(date.fromisoformat(words))
    if key in ("lost_at", "withheld_since"):
        moment = datetime.fromisoformat(words)
        return f"{in_words(moment.date())} {moment:%H:%M}"
    return words


def _print(row: Impression, ordered: Decimal | None, tolerance: int) -> Print:
    if row.measured_mm is None:
        return Print(row, "照片上没有找到黑框，没有量。", False)
    measured = f"量得约{row.measured_mm:f}毫米，"
    if ordered is None:
        return Print(row, f"{measured}登记的直径待核。", False)
    differs = abs(row.measured_mm - ordered) > tolerance
    end = f"相差超过{tolerance}毫米，请核对是不是这枚印章。" if differs else "对得上。"
    return Print(row, f"{measured}登记{ordered:f}毫米，{end}", differs)
