"""Finding a committee, and what its card says in both places."""

from datetime import date

import pytest

from tests.regions.conftest import LIJIAWAN, VIRTUAL
from zhengyin.regions import queries
from zhengyin.regions.models import Committee, County
from zhengyin.regions.names import organization_id
from zhengyin.regions.packs.settings import TelephoneKind

TWO = {"平头川镇李家湾村民委员会", "八里湾乡李家湾村民委员会"}


@pytest.mark.parametrize("text", ["李家湾", "李湾", "ljw", "lijiawan", "LiJiaWan", " 李家 湾 "])
def test_a_name_two_villages_share_is_found_twice_each_with_its_township(places, text):
    assert {one.display_name for one in queries.find_committees(text)} >= TWO


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("平头川李家湾", "平头川镇李家湾村民委员会"),
        ("八里湾乡李家湾", "八里湾乡李家湾村民委员会"),
        ("会宁县平头川李家湾", "平头川镇李家湾村民委员会"),
        ("甘肃会宁平头川镇李家湾村", "平头川镇李家湾村民委员会"),
        ("前旗哈日根图", "昂素镇哈日根图嘎查"),
        ("ptczljw", "平头川镇李家湾村民委员会"),
        ("620422115203", "平头川镇李家湾村民委员会"),
        ("哈日根图", "昂素镇哈日根图嘎查"),
        ("harigentu", "昂素镇哈日根图嘎查"),
        ("hrgt", "昂素镇哈日根图嘎查"),
        ("明盖", "昂素镇明盖嘎查"),
    ],
)
def test_the_nearest_comes_first(places, text, first):
    assert queries.find_committees(text)[0].display_name == first


def test_a_search_can_stay_in_one_county(places):
    everywhere = queries.find_committees("赛罕社区")
    assert len({one.county_name for one in everywhere}) > 1
    [here] = [one for one in queries.find_committees("赛罕社区", "150623000000") if one.name == "赛罕社区"]
    assert (here.county_name, here.township_name, here.page) == (
        "鄂托克前旗",
        "敖勒召其镇",
        "/c/150623100005",
    )


@pytest.mark.parametrize("text", ["", "  ", "（）", "%", "_", ".*", "没有这个村", "qqqq"])
def test_nothing_is_found_for_nothing(places, text):
    assert queries.find_committees(text) == ()


def test_the_card_of_a_village_in_huining(places):
    card = queries.committee_by_code("620422115203")
    assert (card.display_name, card.number_prefix) == ("平头川镇李家湾村", "平头川镇李家湾村证字")
    assert (card.county_name, card.county_telephone) == ("会宁县", "0943-3221956")
    assert (card.director_title, card.resident_word, card.group_word) == ("主任", "村民", "社（村民小组）")
    assert card.legal_name is None and not card.may_issue
    assert [reason.code for reason in card.reasons] == ["legal_name_not_confirmed"]


def test_the_card_of_a_gacha(demonstration):
    card = queries.committee(organization_id("committee:150623103203"))
    assert (card.director_title, card.resident_word) == ("嘎查达", "嘎查村民")
    assert card.issuer_full == "鄂托克前旗昂素镇哈日根图嘎查"
    assert (card.may_issue, card.reasons) == (True, ())  # 示例 stands on every paper there


@pytest.mark.parametrize("mode", ["places", "demonstration"])
def test_a_virtual_community_never_issues(request, mode):
    request.getfixturevalue(mode)
    card = queries.committee(VIRTUAL)
    assert not card.may_issue
    assert [reason.code for reason in card.reasons] == ["virtual_community_never_issues"]


def test_unsettled_names_of_ordos(places):
    ordos = [one for one in queries.unsettled_names() if one.code.startswith("1506")]
    assert len(ordos) == 1011 - 11  # nobody has confirmed anything yet; virtual ones have no name
    assert sum(one.full for one in ordos) == 57
    shared = Committee.objects.filter(pk__in=[one.organization_id for one in ordos if one.shared_by > 1])
    assert len(set(shared.values_list("name", flat=True))) == 39
    [two] = {one.shared_by for one in queries.unsettled_names("620422000000") if one.shared_by > 1}
    assert two == 2


def test_the_tree_from_county_to_committee(places):
    assert queries.counties()[0].name == "东胜区"
    townships = queries.children("620422000000")
    assert len(townships) == 28 and townships[0].name == "八里湾乡"  # by pinyin
    [village] = [one for one in queries.children("620422115000") if one.code == "620422115203"]
    assert village.path == "会宁县平头川镇李家湾村民委员会"
    assert queries.place("150623103203").path == "鄂托克前旗昂素镇哈日根图嘎查"


def test_units_by_class(places):
    units = {one.name: one.unit_class for one in queries.units("620422000000")}
    assert units["会宁县公证处"].public and not units["农业银行（写明支行）"].public
    investigating = {one.key for one in queries.unit_classes() if one.investigating}
    assert investigating == {"court", "procuratorate", "police", "discipline"}
    assert "鄂托克前旗公证处" in {one.name for one in queries.units("150623000000")}
    assert not any(one.confirmed for one in queries.units("620422000000"))


def test_settings_telephones_and_calendar_come_from_the_database(places):
    assert queries.settings_for("620422000000").county_name == "会宁县"
    kinds = [one.kind for one in queries.office_telephones("150623000000")]
    assert kinds == [TelephoneKind.LEAD, TelephoneKind.FAX, TelephoneKind.REPORT]
    assert queries.calendar().is_working(date(2026, 2, 14))
    assert queries.is_provisional(date(2027, 1, 4)) and not queries.is_provisional(date(2026, 11, 20))
    with pytest.raises(County.DoesNotExist):
        queries.settings_for("110101000000")


def test_reading_a_card_takes_few_queries(places, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        queries.committee(LIJIAWAN)
    with django_assert_max_num_queries(2):
        queries.find_committees("李家湾")
