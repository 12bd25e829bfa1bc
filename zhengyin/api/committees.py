"""The lists of a committee: what is in force, may it be issued, a guide."""

from datetime import date

from django.http import Http404
from ninja import Query, Router

from zhengyin.api import telling
from zhengyin.api.asking import Request, WrongField, failures
from zhengyin.api.shapes import (
    AnswerGiven,
    CommitteeCode,
    Demand,
    GuideGiven,
    ItemInPath,
    Items,
    OnDay,
    WhichItems,
)
from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.regions.queries import CommitteeCard
from zhengyin.shared.days import day_of

router = Router(tags=["清单"])


class NotInForce(Http404):
    """No such item in the lists of that day; `args[0]` is its code."""


@router.get(
    "/{code}/items", url_name="api-items", operation_id="items", summary="这一天有效的事项",
    response={200: Items, **failures(404, 422)},
)  # fmt: skip
def items(request: Request, code: CommitteeCode, asked: Query[WhichItems]) -> Items:
    """不用开的、可以开的、清单以外常有人问的、有法定证件的，连同公开的依据。"""
    card, day = whose(code), on(request, asked.day)
    lists = catalogue.lists_for(card.organization_id, day)
    kinds = (
        (asked.kind,) if asked.kind else tuple(kind for kind in EntryKind if kind is not EntryKind.PRINCIPLE)
    )
    return telling.items(card, lists, kinds, asked)


@router.get(
    "/{code}/answer", url_name="api-answer", operation_id="may_it_be_issued", summary="这个证明能不能开",
    response={200: AnswerGiven, **failures(404, 422)},
)  # fmt: skip
def answer(request: Request, code: CommitteeCode, asked: Query[Demand]) -> AnswerGiven:
    """和村（社区）的网页、柜台是同一个答复。只说 words 的，先给出可能的事项，由人来选。"""
    card, day = whose(code), on(request, asked.day)
    if asked.item and catalogue.entry(card.organization_id, asked.item, day) is None:
        raise NotInForce(asked.item)
    if asked.unit and asked.unit not in {one.key for one in regions.unit_classes()}:
        raise WrongField("unit_class_unknown")
    given = catalogue.answer_to(card.organization_id, telling.question(asked, day))
    found = (
        catalogue.search(card.organization_id, asked.words, day) if asked.words and not asked.item else None
    )
    return telling.answer(card, day, given, found)


@router.get(
    "/{code}/items/{item}/guide", url_name="api-guide", operation_id="guide", summary="一个事项的办事指南",
    response={200: GuideGiven, **failures(404, 422)},
)  # fmt: skip
def guide(request: Request, code: CommitteeCode, item: ItemInPath, asked: Query[OnDay]) -> GuideGiven:
    """七个部分和证明式样。没有定好的、不用开的事项没有办事指南。"""
    card, day = whose(code), on(request, asked.day)
    listed = catalogue.entry(card.organization_id, item, day)
    if listed is None or listed.entry.unfilled or not (listed.entry.guide and listed.entry.form):
        raise NotInForce(item)
    return telling.guide(card, day, listed)


def whose(code: str) -> CommitteeCard:
    """The committee behind twelve digits."""
    try:
        return regions.committee_by_code(code)
    except Committee.DoesNotExist as missing:
        raise Http404(code) from missing


def on(request: Request, day: date | None) -> date:
    """The day asked about; today where none was said."""
    return day or day_of(request.at)
