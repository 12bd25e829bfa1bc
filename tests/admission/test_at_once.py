"""Two at once at one lead body: rows before the book, so that nobody waits in a ring."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from tests.admission import paper
from tests.admission.cast import AT, DECIDED, HUINING, NEW_YEAR, TODAY, scan
from tests.certificates.test_seal_waits import Side, until_waiting
from tests.seals.cast import PACKS, Cast
from tests.world import World
from zhengyin.admission import actions
from zhengyin.admission.kinds import Conclusion, Kind
from zhengyin.admission.models import Proposal
from zhengyin.catalogue.models import ListEntry, ListVersion
from zhengyin.regions.packs import load_demo
from zhengyin.shared.refusal import Refused


@pytest.fixture
def side(demo_world: World) -> Iterator[Side]:
    with ThreadPoolExecutor(1) as pool:
        yield Side(pool)


@pytest.fixture
def people(demo_world: World) -> Cast:
    return Cast({pack: load_demo(PACKS / pack) for pack in ("huining", "ordos")})


def withdrawn_meanwhile(side: Side, people: Cast, row: Proposal, act: Callable[[], object]) -> object:
    """Whoever withdraws has the row first and wants the book last; what `act` came to."""
    with transaction.atomic():
        Proposal.objects.select_for_update().get(pk=row.pk)
        other = side.begin(act)
        until_waiting()
        actions.withdraw(proposal_id=row.pk, reason="不要了", actor=people.actor("hn_lead"), at=AT)
    return other.exception() or other.result()


def test_what_is_withdrawn_while_a_meeting_is_called_is_not_on_its_agenda(side: Side, people: Cast) -> None:
    row = paper.meeting(people)
    refused = withdrawn_meanwhile(side, people, row, lambda: paper.called(people, row))
    assert isinstance(refused, Refused), refused
    assert [one.code for one in refused.refusals] == ["item_not_waiting"]


def test_what_is_withdrawn_while_the_minutes_are_entered_is_not_concluded(side: Side, people: Cast) -> None:
    stays, goes = (
        paper.meeting(people),
        paper.meeting(people, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR),
    )
    meeting = paper.called(people, stays, goes)
    said, lead = paper.minutes(meeting, Conclusion.APPROVE), people.actor("hn_lead")
    withdrawn_meanwhile(
        side, people, goes, lambda: actions.hold_joint(meeting_id=meeting.pk, minutes=said, actor=lead, at=AT)
    )
    states = dict(Proposal.objects.values_list("pk", "state"))
    assert (states[stays.pk], states[goes.pk]) == ("proposal_approved", "proposal_withdrawn")


def test_who_publishes_waits_for_the_row_without_holding_the_book(side: Side, people: Cast) -> None:
    row = paper.approved(people)
    with transaction.atomic():
        Proposal.objects.select_for_update().get(pk=row.pk)
        publishing = side.begin(lambda: paper.published(people, row))
        until_waiting()
        paper.drafted(people, Kind.FILE)  # a line in the same book
    assert publishing.exception() is None
    assert Proposal.objects.get(pk=row.pk).state == "proposal_published"


def emergency(people: Cast, number: str) -> ListVersion:
    decided = replace(DECIDED, number=number, takes_effect_on=TODAY, valid_until=TODAY + timedelta(days=30))
    return actions.publish_emergency(
        county_code=HUINING, entry=paper.ITEM | {"name": f"{number}出行"}, decided=decided, scan_id=scan(),
        actor=people.actor("hn_lead"), at=AT,
    )  # fmt: skip


def test_two_emergency_items_at_once_get_a_code_each(side: Side, people: Cast) -> None:
    with transaction.atomic():
        emergency(people, "会民发〔2026〕51号（示例）")
        other = side.begin(lambda: emergency(people, "会民发〔2026〕52号（示例）"))
        until_waiting()
    assert other.exception() is None
    rows = ListEntry.objects.filter(introduced_by__document__key=f"emergency_{HUINING}", ended_by=None)
    assert sorted(rows.values_list("code", flat=True)) == ["ISS-YJ-01", "ISS-YJ-02"]
