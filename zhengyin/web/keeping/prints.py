"""印章移交清单 to be signed, and the pictures that came back: straight from the page, kept by nobody."""

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from zhengyin.documents.models import StoredFile
from zhengyin.documents.paper import Contacts, HandoverPaper, Issuer
from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import LABELS, Office
from zhengyin.regions import queries as regions
from zhengyin.seals.kinds import HANDOVER_LABELS, KIND_LABELS, SHAPE_LABELS, HandoverReason, SealKind, Shape
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.queries import visible_to
from zhengyin.seals.queries.handover import due_on
from zhengyin.seals.queries.handovers import hands_over, number_of, together
from zhengyin.seals.words import WORDS
from zhengyin.seals.workflow import HandoverState
from zhengyin.shared.days import day_of, in_words
from zhengyin.web.committee.pictures import stored
from zhengyin.web.committee.prints import pdf
from zhengyin.web.deliberation.prints import mark
from zhengyin.web.doors import door
from zhengyin.web.keeping.turning import READING, handover_or_404, scans_of, supervising
from zhengyin.web.request import Request

NOTE = "一式三份：移交人、接交人各一份，存档一份。三方签字后拍照，在“印章”里登记。签批人不得保管印章。"


@door(*READING, at="organization_id")
def listing(request: Request, organization_id: UUID, handover_id: UUID) -> HttpResponse:
    """The list as it was counted; before that there is none."""
    row = handover_or_404(request, organization_id, handover_id)
    if row.listed_at is None:
        raise Http404(handover_id)
    watching = [name for _, name in supervising(organization_id, day_of(request.at))]
    return pdf(typeset(handover_paper(row, watching), request.at).pdf)


@door(*READING, at="organization_id")
def scan(request: Request, organization_id: UUID, handover_id: UUID) -> HttpResponse:
    """The list with three signatures."""
    row = handover_or_404(request, organization_id, handover_id)
    if row.scan_id is None:
        raise Http404(handover_id)
    return stored(StoredFile.objects.get(pk=row.scan_id))


@door(*READING, at="organization_id")
def paper(request: Request, organization_id: UUID, custody_id: UUID, paper: str) -> HttpResponse:
    """The entrustment, or the minutes and who signed that they were there."""
    rows = Custody.objects.filter(seal__in=visible_to(request.actor), seal__committee_id=organization_id)
    custody = get_object_or_404(rows.select_related("resolution"), pk=custody_id)
    found = scans_of(custody).get(paper)
    if found is None:
        raise Http404(paper)
    return stored(StoredFile.objects.get(pk=found))


def handover_paper(row: Handover, watching: list[str]) -> HandoverPaper:
    """Put a handover on paper. Who is not known yet signs on an empty line."""
    card = regions.committee(row.committee_id)
    handed, due = hands_over(row.seal, row), due_on(row.county_code, row.changed_on)
    successor = row.successor.name if row.successor else ""
    phone = card.telephone or card.township_telephone or "电话待核"
    return HandoverPaper(
        number=number_of(row),
        issuer=Issuer(card.issuer_place, card.issuer_name),
        intro=(
            f"因{HANDOVER_LABELS[HandoverReason(row.reason)]}，{card.short_name}印章由{handed.name}移交"
            f"{successor or '（接交人）'}保管。变动日期{in_words(row.changed_on)}，"
            f"应于{in_words(due)}前移交完毕。三方当面点清，内容如下："
        ),
        seals=seals_listed(row),
        items=(
            ("存放处和钥匙", row.keys),
            ("登记簿", row.registers),
            ("应急用印单", row.slips),
            ("随交档案", row.archives),
            ("未办完的", row.unfinished),
        ),
        signatures=(
            (handed.name, LABELS[Office.CUSTODIAN]),
            (successor, "新任" + LABELS[Office.CUSTODIAN] if successor else ""),
            (watching[0] if len(watching) == 1 else "", LABELS[Office.SUPERVISION_COMMITTEE]),
        ),
        note=NOTE,
        contacts=Contacts(
            site=urlsplit(settings.PUBLIC_URL).netloc,
            village=f"{card.short_name} {phone}",
            county=f"{card.county_office} {card.county_telephone}".strip(),
        ),
        mark=mark(),
    )


def seals_listed(row: Handover) -> tuple[tuple[str, ...], ...]:
    """Every seal that passes on under this number: what it is, where it lies, how it looks."""
    return tuple(
        (
            str(at),
            KIND_LABELS[SealKind(one.seal.kind)],
            one.seal.name,
            made_of(one.seal),
            WORDS[one.seal.state],
            one.custody.place,
            one.condition,
        )
        for at, one in enumerate((one for one in together(row) if one.state != HandoverState.LAPSED), start=1)
    )


def made_of(seal: Seal) -> str:
    """Shape, diameter and material; what nobody wrote down is 待核."""
    diameter = f"{seal.diameter_mm:f}毫米" if seal.diameter_mm else "待核"
    return f"{SHAPE_LABELS[Shape(seal.shape)]}，直径{diameter}，质料{seal.material or '待核'}"
