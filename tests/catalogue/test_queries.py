"""The lists of a committee on a day, from the database; in a demonstration."""

from datetime import date

import pytest

from tests.catalogue.cast import TODAY
from tests.catalogue.cast import lists_of as from_files
from zhengyin.catalogue import queries
from zhengyin.catalogue.entries import SECTIONS
from zhengyin.catalogue.history import history
from zhengyin.catalogue.kinds import EntryKind, Level, Lock, ProhibitedMode, Said, Tie
from zhengyin.catalogue.models import ListEntry
from zhengyin.catalogue.policy import Outcome, Question
from zhengyin.catalogue.sentences import sample_of
from zhengyin.regions.models import Committee
from zhengyin.regions.names import organization_id

VILLAGE = organization_id("committee:620422115203")
VIRTUAL = organization_id("committee:150623400498")


def gacha() -> Committee:
    found = Committee.objects.filter(county_code__startswith="1506", issuer=True, name__contains="嘎查")
    return found.order_by("code")[0]


def committees() -> dict[str, object]:
    return {"huining": VILLAGE, "ordos": gacha().pk}


@pytest.mark.clause("O2.1a")
@pytest.mark.parametrize("pack", ["huining", "ordos"])
def test_the_database_says_what_the_files_say(demonstration: None, pack: str) -> None:
    lists = queries.lists_for(committees()[pack], TODAY)  # type: ignore[arg-type]
    expected = from_files(pack)
    assert {code: one.entry for code, one in lists.listed.items()} == {
        code: one.entry for code, one in expected.listed.items()
    }
    assert sorted(lists.version.split("、")) == sorted(expected.version.split("、"))
    assert lists.set_aside == expected.set_aside


@pytest.mark.clause("O2.1a", "H2.1a")
def test_every_entry_shows_its_layer_and_version(demonstration: None) -> None:
    lists = queries.lists_for(gacha().pk, TODAY)
    assert [ref.level for ref in lists.versions] == [Level.NATION] * 4 + [Level.CITY]
    city = lists.listed["ISS-ZQ-01"]
    assert (city.level, city.version.no) == (Level.CITY, 1)
    assert lists.listed["PROH-01"].version.words.endswith("第1版（2020年4月27日起）")
    assert ListEntry.objects.get(pk=city.entry_id).code == "ISS-ZQ-01"


@pytest.mark.clause("O3.1a")
@pytest.mark.parametrize(
    "day, mode",
    [(date(2020, 12, 31), ProhibitedMode.TRUTHFUL_EXCEPTION), (date(2021, 1, 1), ProhibitedMode.STOP)],
)
def test_ordos_stops_by_the_day(demonstration: None, day: date, mode: ProhibitedMode) -> None:
    assert queries.rules_for(gacha().pk, day).prohibited is mode


def test_the_rules_of_both_places(demonstration: None) -> None:
    huining, ordos = (queries.rules_for(where, TODAY) for where in committees().values())  # type: ignore[arg-type]
    assert (huining.prohibited, huining.lock) == (ProhibitedMode.TRUTHFUL_EXCEPTION, Lock.SEAL)
    assert (ordos.prohibited, ordos.lock) == (ProhibitedMode.STOP, Lock.APPROVE)
    assert huining.offices["公安局"].telephone == "0943-5904063"
    assert huining.complaint.telephone == "0943-3221956"
    assert ordos.complaint.telephone == "0477-8588231"


def test_a_virtual_community_is_no_issuer(demonstration: None) -> None:
    assert queries.lists_for(VIRTUAL, TODAY).issuer is False
    assert queries.lists_for(VILLAGE, TODAY).issuer is True
    answer = queries.answer_to(VIRTUAL, Question(day=TODAY, entry_code="ISS-ZQ-01", confirmed=True))
    assert answer.outcome is Outcome.NOT_ISSUER


@pytest.mark.clause("H2.1a", "O2.2a")
@pytest.mark.parametrize("pack", ["huining", "ordos"])
def test_from_the_question_to_an_on_the_spot_item(demonstration: None, pack: str) -> None:
    where = committees()[pack]
    found = queries.search(where, "租房住这儿一年了,要个居住证明", TODAY)  # type: ignore[arg-type]
    assert found.candidates[0].code == "ISS-ZQ-01"
    question = Question(
        day=TODAY, entry_code=found.candidates[0].code, confirmed=True, unit_class="bank", ties_asked=True,
        ties=frozenset({Tie.TENANT}), public_interest=Said.NO,
    )  # fmt: skip
    answer = queries.answer_to(where, question)  # type: ignore[arg-type]
    assert (answer.outcome, answer.asks) == (Outcome.YES_POSITIVE_LIST, ())
    listed = queries.entry(where, answer.guide_code, TODAY)  # type: ignore[arg-type]
    assert listed is not None
    entry = listed.entry
    assert entry.guide is not None and entry.form is not None
    assert [title for title, _ in entry.guide.headings] == list(SECTIONS)
    assert entry.unfilled == () and sample_of(entry.form)


@pytest.mark.clause("H2.1c")
def test_the_versions_of_a_county_are_dated_and_named(demonstration: None) -> None:
    found = history("620422000000")
    assert [one.takes_effect_on for one in found] == sorted((r.takes_effect_on for r in found), reverse=True)
    own = next(one for one in found if one.title == "会宁县可以出具清单（示例）")
    assert (own.no, own.takes_effect_on, own.over) == (1, date(2026, 1, 1), 0) and own.begun > 10
    assert not any("鄂尔多斯" in one.title for one in found)


def test_reading_the_lists_again_asks_the_database_little(
    demonstration: None, django_assert_max_num_queries: object
) -> None:
    queries.lists_for(VILLAGE, TODAY)
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        assert queries.lists_for(VILLAGE, TODAY).entries(EntryKind.PROHIBITED)
