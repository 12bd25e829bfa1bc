"""The notice for the wall and the minutes for the meeting, straight from the page."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from zhengyin.certificates.queries.worklists import READERS
from zhengyin.deliberation import queries
from zhengyin.deliberation.queries import MeetingShown, NoticeShown
from zhengyin.deliberation.queries.pages import meeting_shown, notice_shown
from zhengyin.documents.paper import Contacts, Issuer, Mark, MinutesPaper, NoticePaper
from zhengyin.documents.paper.parts import Entered
from zhengyin.documents.typesetting import typeset
from zhengyin.people import queries as people
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.queries import CommitteeCard
from zhengyin.registers.queries import lines_of
from zhengyin.shared.days import day_of, in_words
from zhengyin.web.committee.prints import pdf
from zhengyin.web.doors import door
from zhengyin.web.request import Request

HOW = "当面说、打电话、写纸条都行，不愿留名也行，都会登记、都有答复"
LAST = "公示期满没有异议，或者异议已经答复的，再往下办。"


@door(*READERS, at="organization_id")
def notice(request: Request, organization_id: UUID, case_id: UUID, notice_id: UUID) -> HttpResponse:
    """公示, to be signed and hung up."""
    rows = queries.notices_visible_to(request.actor).select_related("posted_by", "closed_by")
    row = get_object_or_404(rows, pk=notice_id, subject=case_id, organization_id=organization_id)
    card, shown = regions.committee(organization_id), notice_shown(row, request.at)
    supervising = [
        one.name
        for one in people.officials(organization_id, day_of(request.at))
        if one.office is Office.SUPERVISION_COMMITTEE
    ]
    paper = notice_paper(
        card, shown, signed_on=day_of(row.posted_at), previous_hash=lines_of(row.id)[0].previous_hash,
        supervising=supervising,
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


def notice_paper(
    card: CommitteeCard,
    shown: NoticeShown,
    *,
    signed_on: date,
    previous_hash: str,
    supervising: Iterable[str],
) -> NoticePaper:
    """Put a notice on paper."""
    phone = card.telephone or card.township_telephone or "电话待核"
    whom = [f"{card.short_name}{shown.posted_by}，{phone}"]
    whom += [f"监督委员会{name}" for name in list(dict.fromkeys(supervising))[:2]]
    return NoticePaper(
        book=Entered(shown.number, previous_hash),
        issuer=Issuer(card.issuer_place, card.issuer_name),
        signed_on=signed_on,
        paragraphs=(
            f"拟办理的事：{shown.matter.rstrip('。')}。此事关系公共利益或者多数{card.resident_word}的切身利益，"
            "现予公示，请大家看清楚。",
        ),
        key=(
            ("公示时间", f"{in_words(shown.from_on)}至{in_words(shown.until_on)}（{shown.days}天）"),
            ("公示地点", shown.place),
            ("有意见找谁", "\n".join(whom)),
            ("怎样提", HOW),
        ),
        last=LAST,
        address=f"{settings.PUBLIC_URL}{card.page}",
        handler=shown.posted_by,
        office_phone=phone,
        contacts=Contacts(
            site=urlsplit(settings.PUBLIC_URL).netloc,
            village=f"{card.short_name} {phone}",
            county=f"{card.county_office} {card.county_telephone}".strip(),
        ),
        mark=mark(),
    )


@door(*READERS, at="organization_id")
def minutes(request: Request, organization_id: UUID, case_id: UUID, meeting_id: UUID) -> HttpResponse:
    """会议记录, to be filled in by hand or with what was entered."""
    rows = queries.meetings_visible_to(request.actor).select_related(
        "convened_by", "recorded_by", "closed_by"
    )
    row = get_object_or_404(rows, pk=meeting_id, subject=case_id, organization_id=organization_id)
    card = regions.committee(organization_id)
    return pdf(typeset(minutes_paper(card, meeting_shown(row)), request.at).pdf)


def minutes_paper(card: CommitteeCard, shown: MeetingShown) -> MinutesPaper:
    """Put a meeting on paper; what is not entered yet is a line to write on."""
    counts = {"应到": shown.eligible, "实到": shown.present, "同意": shown.votes_for,
              "反对": shown.votes_against, "弃权": shown.abstentions}  # fmt: skip
    studied = in_words(shown.party_studied_on) if shown.party_studied_on else ""
    return MinutesPaper(
        issuer=Issuer(card.issuer_place, card.issuer_name),
        kind=shown.kind,
        matter=shown.matter,
        rows=(
            ("时间", in_words(shown.held_on or shown.planned_on)),
            ("地点", shown.place),
            ("主持人", shown.presided_by),
            *((("党组织先研究", studied),) if shown.kind_code.by_law else ()),
        ),
        counts=tuple((label, "" if count is None else str(count)) for label, count in counts.items()),
        conclusion=shown.conclusion,
        basis=(
            f"议事规则依据的法律：{shown.law}。",
            f"最低到会人数、通过所需票数和条款：{_measure(shown)}。",
        ),
        mark=mark(),
    )


def _measure(shown: MeetingShown) -> str:
    if shown.quorum is None:
        return "由主持的负责人确认结果时填写"
    return f"到会不少于{shown.quorum}人，同意不少于{shown.majority}票，{shown.article}"


def mark() -> Mark:
    """示例 in demonstration; the sheets are no originals with a seal."""
    return Mark.DEMONSTRATION if regions.is_demonstration() else Mark.NONE
