"""Drafted, sent, returned in parts, closed, weighed, published: by whom, twice, and when it is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from tests.admission.cast import AT, TODAY
from tests.consultation import paper
from tests.consultation.paper import (
    CITY,
    DUE_ON,
    HUINING,
    ITEMS,
    LATER,
    LIAISON,
    NONE,
    OPINION,
    OTHERS,
    OTOG,
    TYPED,
)
from tests.seals.cast import Cast, refused
from zhengyin.admission.kinds import Way
from zhengyin.admission.models import Proposal
from zhengyin.admission.workflow import ProposalState
from zhengyin.consultation import actions
from zhengyin.consultation.facts import Row, Said
from zhengyin.consultation.kinds import Part, Stance
from zhengyin.consultation.models import Consultation, Opinion, Reply, TakenUp
from zhengyin.consultation.queries.facts import latest_replies, opinions_that_count, units_to_ask
from zhengyin.consultation.workflow import ADDRESSEE, CONSULTATION
from zhengyin.ledger.models import Entry as Line
from zhengyin.regions.models import Organization
from zhengyin.registers.queries import lines_of
from zhengyin.shared.days import start_of

POLICE, COURT = OTHERS
MIDNIGHT = start_of(DUE_ON + timedelta(days=1))
SECOND = timedelta(seconds=1)


def kinds(subject: Any) -> list[str]:
    return [line.kind for line in lines_of(subject.pk)]


def stances(row: Consultation) -> dict[tuple[str, str], tuple[str, bool]]:
    """(unit, part) to (stance, late) of what counts."""
    found = latest_replies(row.pk).select_related("addressee")
    return {(one.addressee.name, one.part): (one.stance, one.late) for one in found}


@pytest.mark.clause("O0a", "O0b")
def test_a_consultation_of_the_city_goes_out_and_comes_back(cast: Cast) -> None:
    row = paper.sent(cast)
    assert row.title == f"{TYPED.title}（征求意见稿）"
    assert [one.mark for one in row.clauses.order_by("no")] == [
        "开头",
        "一、",
        "二、",
        "二、（一）",
        "二、（二）",
    ]
    assert row.addressees.count() == 9 + 2 and row.addressees.filter(body=None).count() == 2
    paper.answer(row, OPINION)
    paper.answer(row, NONE, COURT)
    paper.answer(row, ITEMS, way=Way.DESK, actor=cast.actor("od_lead"), name=lead_name())
    paper.on_paper(cast, row, LIAISON, DUE_ON)
    paper.closed(cast, row)
    assert stances(row) == {
        (POLICE, "opinions"): ("given", False), (POLICE, "liaison"): ("given", False),
        (COURT, "opinions"): ("none", False), (lead_name(), "items"): ("given", False),
    }  # fmt: skip
    told = lines_of(row.pk)[-1].columns
    assert (told["opinions"], told["none"]) == ("1", "1") and lead_name() in told["silent"]
    with refused("opinions_unanswered"):
        paper.published(cast, row)
    first, second = paper.weighed(cast, row)
    assert first.clause is not None and first.clause.mark == "二、" and second.clause is None
    done = paper.published(cast, row)
    assert CONSULTATION.replay(k for k in kinds(done) if k.startswith("consultation.")) == done.state
    police = paper.unit(row)
    assert ADDRESSEE.replay(kinds(police)) == police.state == "addressee_answered"


def lead_name() -> str:
    return Organization.objects.get(pk=OTOG).name


@pytest.mark.clause("O0a")
def test_a_county_asks_its_townships_and_departments(cast: Cast) -> None:
    row = paper.sent(cast, "hn_lead", HUINING, others=())
    bodies = Organization.objects.filter(pk__in=row.addressees.values("body"))
    assert set(bodies.values_list("kind", flat=True)) == {"township", "department"}
    assert bodies.filter(kind="township").count() == 28
    township = bodies.get(name="平头川镇")
    paper.answer(row, NONE, "平头川镇", way=Way.DESK, actor=cast.actor("pt_officer"))
    assert Reply.objects.get(addressee__body=township).way == "desk"
    with refused("wrong_office"):
        paper.answer(row, NONE, "会师镇", way=Way.DESK, actor=cast.actor("pt_officer"))


@pytest.mark.clause("O0a")
@pytest.mark.parametrize(
    "at, late",
    [(MIDNIGHT - SECOND, False), (MIDNIGHT, True), (MIDNIGHT + timedelta(hours=5), True)],
)
def test_late_begins_at_midnight(cast: Cast, at: datetime, late: bool) -> None:
    row = paper.sent(cast, due_time=None)
    paper.answer(row, NONE, at=at)
    assert stances(row) == {(POLICE, "opinions"): ("none", late)}


@pytest.mark.clause("O0a")
def test_until_the_deadline_an_answer_is_replaced_and_each_is_kept(cast: Cast) -> None:
    row = paper.sent(cast, due_time=None)
    paper.answer(row, NONE)
    paper.answer(row, OPINION, at=MIDNIGHT - SECOND)
    assert stances(row) == {(POLICE, "opinions"): ("given", False)}
    assert list(Reply.objects.order_by("no").values_list("no", "stance")) == [(1, "none"), (2, "given")]
    count = Line.objects.count()
    with refused("answer_stays"):
        paper.answer(row, NONE, at=MIDNIGHT)
    paper.answer(row, OPINION, at=MIDNIGHT)  # the very same: nothing new, no mark
    assert Line.objects.count() == count and Reply.objects.count() == 2
    paper.answer(row, LIAISON, at=MIDNIGHT)  # a part not given before is taken, marked
    assert stances(row)[POLICE, "liaison"] == ("given", True)


@pytest.mark.clause("O0a")
def test_a_paper_counts_by_its_day(cast: Cast) -> None:
    row = paper.sent(cast)
    paper.on_paper(cast, row, NONE, DUE_ON)
    assert stances(row)[POLICE, "opinions"] == ("none", False)
    paper.on_paper(cast, row, OPINION, DUE_ON)  # came in later the same day
    with refused("answer_stays"):
        paper.on_paper(cast, row, NONE, DUE_ON + timedelta(days=1))
    said = replace(NONE, answered_on=DUE_ON)
    with refused("unit_paper_not_scanned"):
        paper.answer(row, said, COURT, at=LATER, way=Way.PAPER, actor=cast.actor("od_city"))
    with refused("wrong_office"):
        paper.answer(
            row, said, COURT, at=LATER, way=Way.PAPER, actor=cast.actor("od_lead"), scan_id=paper.scan()
        )


def test_only_the_parts_that_changed_are_kept_anew(cast: Cast) -> None:
    row = paper.sent(cast)
    whole = replace(OPINION, listing=ITEMS.listing, items=ITEMS.items, liaison=LIAISON.liaison)
    paper.answer(row, whole)
    paper.answer(row, replace(whole, liaison=("王联络", "0477-0000556")))
    times = {one.part: one.no for one in latest_replies(row.pk)}
    assert times == {"opinions": 1, "items": 1, "liaison": 2}
    assert lines_of(paper.unit(row).pk)[-1].columns["parts"] == "联络人"


@pytest.mark.clause("O0a")
def test_no_answer_before_it_is_sent_nor_after_it_was_closed(cast: Cast) -> None:
    row = paper.sent(cast, due_on=TODAY)
    with refused("answers_still_come"):
        actions.close(consultation_id=row.pk, actor=cast.actor("od_city"), at=AT)
    paper.closed(cast, row)
    with refused("answers_closed"):
        paper.answer(row, NONE, at=LATER)
    assert not Reply.objects.exists()


@pytest.mark.clause("O0b")
def test_an_opinion_is_weighed_anew_until_it_is_published(cast: Cast) -> None:
    row = paper.sent(cast)
    paper.answer(row, OPINION)
    (one, _), city = opinions_that_count(row.pk), cast.actor("od_city")
    with refused("not_weighing_now"):
        actions.weigh(opinion_id=one.pk, taken_up=True, because="有理", actor=city, at=AT)
    paper.closed(cast, row)
    with refused("weighing_reason_missing"):
        actions.weigh(opinion_id=one.pk, taken_up=True, because=" ", actor=city, at=LATER)
    with refused("wrong_office"):
        actions.weigh(opinion_id=one.pk, taken_up=True, because="有理", actor=cast.actor("od_lead"), at=LATER)
    paper.weighed(cast, row)
    again = actions.weigh(opinion_id=one.pk, taken_up=False, because="另有规定", actor=city, at=LATER)
    assert (again.taken, again.because) == (False, "另有规定")
    count = Line.objects.count()
    actions.weigh(opinion_id=one.pk, taken_up=False, because="另有规定", actor=city, at=LATER)
    assert Line.objects.count() == count
    paper.published(cast, row)
    with refused("not_weighing_now"):
        actions.weigh(opinion_id=one.pk, taken_up=True, because="有理", actor=city, at=LATER)


@pytest.mark.clause("O0b")
def test_what_was_replaced_is_neither_weighed_nor_counted(cast: Cast) -> None:
    row = paper.sent(cast)
    paper.answer(row, OPINION)
    old = Opinion.objects.first()
    assert old is not None
    paper.answer(row, NONE)
    paper.closed(cast, row)
    with refused("opinion_given_anew"):
        actions.weigh(opinion_id=old.pk, taken_up=True, because="有理", actor=cast.actor("od_city"), at=LATER)
    assert paper.published(cast, row).state == "consultation_published"


@pytest.mark.clause("O0a")
def test_a_list_becomes_drafts_of_admission(cast: Cast) -> None:
    row = paper.sent(cast)
    paper.answer(row, ITEMS)
    paper.answer(row, LIAISON)
    with refused("lists_still_change"):
        paper.take_up(paper.items(row)[0], cast.actor("od_lead"), at=AT)
    paper.closed(cast, row)
    first, second = paper.items(row)
    made = paper.take_up(first, cast.actor("od_lead")).proposal
    assert (made.state, made.county_code) == (ProposalState.DRAFT, "150623000000")
    assert (made.applicant_name, made.item_name, made.liaison) == (POLICE, "同住情况说明", "李联络")
    assert made.said == {"purpose": "办理示例补贴"} and made.entry["class_of_use"] == "protection"
    (basis,) = made.entry["bases"]
    assert (basis["document"], basis["article"], basis["confidence"]) == ("示例办法", "第八条", "partial")
    with refused("wrong_state"):
        paper.take_up(first, cast.actor("od_lead"))
    for who, lead in (("od_city", CITY), ("hn_lead", HUINING), ("as_officer", OTOG)):
        with refused("wrong_office"):
            paper.take_up(second, cast.actor(who), lead)
    assert paper.take_up(second, cast.actor("od_lead")).proposal.entry["bases"] == []
    assert Proposal.objects.count() == TakenUp.objects.count() == 2


@pytest.mark.clause("O0a")
def test_a_countys_own_consultation_feeds_its_own_admission(cast: Cast) -> None:
    row = paper.sent(cast, "hn_lead", HUINING)
    paper.answer(row, ITEMS)
    stale = paper.items(row)[0]
    paper.answer(row, replace(ITEMS, items=(Row("只报这一项"),)))
    paper.closed(cast, row, "hn_lead")
    with refused("list_given_anew"):
        paper.take_up(stale, cast.actor("hn_lead"), HUINING)
    (item,) = paper.items(row)
    assert paper.take_up(item, cast.actor("hn_lead"), HUINING).proposal.item_name == "只报这一项"


def test_a_draft_is_put_right_and_sent_once(cast: Cast) -> None:
    row, city = paper.drafted(cast), cast.actor("od_city")
    assert paper.drafted(cast).pk == row.pk  # the same form twice is one draft
    changed = replace(TYPED, title=row.title, text=row.text.replace("\n\n（二）", "\n（二）"))
    actions.change(consultation_id=row.pk, typed=changed, actor=city, at=AT)
    count = Line.objects.count()
    actions.change(consultation_id=row.pk, typed=changed, actor=city, at=AT)
    assert Line.objects.count() == count
    kept = actions.enclose(consultation_id=row.pk, title="附表", file_id=paper.scan(), actor=city, at=AT)
    assert actions.enclose(
        consultation_id=row.pk, title="附表", file_id=paper.scan(), actor=city, at=AT
    ).pk == kept.pk  # fmt: skip
    with refused("enclosure_named_twice"):
        other = paper.scan(data=b"%PDF-other")
        actions.enclose(consultation_id=row.pk, title="附表", file_id=other, actor=city, at=AT)
    assert actions.leave_out(enclosure_id=kept.pk, actor=city, at=AT).left_out
    said: dict[str, Any] = {
        "bodies": (),
        "others": ("甲局",),
        "due_on": DUE_ON,
        "due_time": time(16),
        "actor": city,
        "at": AT,
    }
    assert actions.send(consultation_id=row.pk, **said).clauses.count() == 4
    with refused("wrong_state"):
        actions.send(consultation_id=row.pk, **said)
    with refused("wrong_state"):
        actions.change(consultation_id=row.pk, typed=changed, actor=city, at=AT)


def test_a_body_asks_whom_it_may_and_nobody_else(cast: Cast) -> None:
    row = paper.sent(cast, bodies=[HUINING, OTOG], others=("甲局",))
    assert set(row.addressees.values_list("body", flat=True)) == {OTOG, None}
    assert len(units_to_ask(Organization.objects.get(pk=CITY))) == 9


def test_a_cancelled_one_says_why_and_ends(cast: Cast) -> None:
    row = paper.sent(cast)
    with refused("cancelling_reason_missing"):
        actions.cancel(consultation_id=row.pk, reason=" ", actor=cast.actor("od_city"), at=AT)
    actions.cancel(consultation_id=row.pk, reason="文件不发了", actor=cast.actor("od_city"), at=AT)
    with refused("answers_closed"):
        paper.answer(row, NONE)


@pytest.mark.parametrize("who", ["od_lead", "hn_lead", "as_officer", "hrgt_director"])
@pytest.mark.parametrize(
    "act",
    [
        lambda cast, who, row: paper.drafted(cast, who, CITY, replace(TYPED, title="别的")),
        lambda cast, who, row: actions.close(consultation_id=row.pk, actor=cast.actor(who), at=LATER),
        lambda cast, who, row: actions.cancel(
            consultation_id=row.pk, reason="不办", actor=cast.actor(who), at=AT
        ),
    ],
)
def test_nobody_else_acts_for_the_city(
    cast: Cast, act: Callable[[Cast, str, Consultation], object], who: str
) -> None:
    row, count = paper.sent(cast), Line.objects.count()
    with refused("wrong_office"):
        act(cast, who, row)
    assert Line.objects.count() == count


def test_a_link_is_no_desk_and_a_desk_no_link(cast: Cast) -> None:
    row = paper.sent(cast)
    for way in (Way.DESK, Way.PAPER):
        with refused("wrong_office"):
            paper.answer(row, NONE, way=way, scan_id=paper.scan())
    with refused("wrong_office"):
        paper.answer(row, NONE, lead_name(), way=Way.LINK, actor=cast.actor("od_lead"))
    with refused("wrong_office"):  # a unit without a desk has none to answer at
        paper.answer(row, NONE, way=Way.DESK, actor=cast.actor("od_lead"))


def test_parts_follow_what_was_said() -> None:
    assert Said(answered_by="张").parts == ()
    assert replace(OPINION, liaison=("李", "1")).parts == (Part.OPINIONS, Part.LIAISON)
    assert replace(OPINION, liaison=("李", "1")).only([Part.LIAISON]).opinions == ()
    assert ITEMS.only([Part.ITEMS]) == ITEMS and ITEMS.only([]).listing is None is NONE.listing
    assert NONE.stance is Stance.NONE
