"""What hangs at the door is entered by who leads there, and is a line."""

import pytest

from tests.regions.conftest import AT, LIJIAWAN, OTHER_TOWN, PINGTOUCHUAN_TOWN, signed
from zhengyin.regions import queries
from zhengyin.regions.actions import set_counter
from zhengyin.regions.lines import COUNTER_SET
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import lines_of
from zhengyin.shared.refusal import Refused

WORDS = {"telephone": "0943-0000101", "address": "三社", "hours": "8:30–12:00", "duty": "马秀兰（文书）"}


def put(office, at, organization=LIJIAWAN, **more):
    words = {**WORDS, **more}
    set_counter(organization_id=organization, signature=signed(office), signing_for=at, at=AT, **words)


@pytest.mark.parametrize(("office", "at"), [("director", LIJIAWAN), ("township", PINGTOUCHUAN_TOWN)])
def test_works_and_leaves_a_line_with_the_person_erasable(places, office, at):
    put(office, at)
    card = queries.committee(LIJIAWAN)
    assert (card.telephone, card.hours, card.duty) == ("0943-0000101", "8:30–12:00", "马秀兰（文书）")
    [line] = lines_of(LIJIAWAN)
    assert line.kind == COUNTER_SET
    assert "duty" not in line.columns and line.personal == {"duty": "马秀兰（文书）"}


@pytest.mark.parametrize(
    ("office", "at"), [("director", OTHER_TOWN), ("township", OTHER_TOWN), ("handler", LIJIAWAN)]
)
def test_nobody_else(places, office, at):
    with pytest.raises(Refused, match="not_your_counter"):
        put(office, at)
    assert queries.committee(LIJIAWAN).telephone == "" and lines_of(LIJIAWAN) == ()


def test_the_township_for_itself_and_the_county_for_the_township(places):
    lead = organization_id("county_lead:620422000000")
    put("township", PINGTOUCHUAN_TOWN, PINGTOUCHUAN_TOWN, duty="")
    put("county_lead", lead, PINGTOUCHUAN_TOWN, telephone="0943-0000201")
    assert queries.committee(LIJIAWAN).township_telephone == "0943-0000201"


def test_the_county_does_not_reach_past_the_township(places):
    with pytest.raises(Refused, match="not_your_counter"):
        put("county_lead", organization_id("county_lead:620422000000"))


def test_without_a_telephone(places):
    with pytest.raises(Refused, match="telephone_missing"):
        put("director", LIJIAWAN, telephone=" ")
