"""新申请: nothing is typed twice, nothing typed is lost, nothing happens twice."""

from uuid import uuid4

import pytest

from tests.web.walking import QUESTION, TYPED, Walk, huining
from tests.world import World
from zhengyin.certificates import secrets
from zhengyin.certificates.models import Certificate, Party
from zhengyin.ledger.models import Entry
from zhengyin.web.handler import counter


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def sent(walk: Walk, status: int, **changed: str) -> str:
    said = {**QUESTION, **TYPED, "case_id": str(walk.case), **changed}
    return walk.handler.post("handler-register", status=status, **said).content.decode()


def people_of(walk: Walk) -> dict[str, Party]:
    return {party.role: party for party in Party.objects.filter(certificate_id=walk.case)}


def test_the_certified_person_is_the_applicant_unless_said_otherwise(walk: Walk) -> None:
    walk.apply()
    people = people_of(walk)
    assert set(people) == {"applicant", "certified"}
    assert {party.name for party in people.values()} == {"马桂花"}
    assert (
        secrets.opened_word(people["applicant"].id, "phone", people["applicant"].phone_encrypted)
        == "13800000117"
    )
    number = secrets.opened_word(people["certified"].id, "identity", people["certified"].identity_encrypted)
    assert number == TYPED["f_subject_identity"]


def test_another_applicant_and_a_proxy(walk: Walk) -> None:
    walk.apply(applicant="other", applicant_name="李得福", relation="丈夫", proxy_name="李建国")
    people = people_of(walk)
    assert [people[role].name for role in ("applicant", "certified", "proxy")] == [
        "李得福",
        "马桂花",
        "李建国",
    ]
    assert people["certified"].phone_index == b""


def test_the_dead_do_not_apply(walk: Walk) -> None:
    assert "要写明谁来申请" in sent(walk, 422, deceased="on")
    walk.apply(applicant="other", applicant_name="李得福", deceased="on")
    assert people_of(walk)["certified"].deceased


@pytest.mark.parametrize(
    "changed, words",
    [
        ({"f_residence": ""}, "现在住哪里（到门牌）还没有填"),
        ({"purpose": ""}, "还没有填"),
        ({"copies": "0"}, "份数至少1份"),
        ({"copies": "x"}, "份数要填数字"),
        ({"applicant": "other"}, "申请人姓名还没有填"),
        ({"f_housing": "宫殿"}, "宫殿"),
        ({"f_lived_since": "去年"}, "不是年月日"),
        ({"f_lived_since": "2099-03-01"}, "还没有到"),
        ({"f_residence": "三社12号😀"}, "“😀”印不出来"),
        ({"f_subject_name": "马\ue123花"}, "姓名里有不能用的字符"),
        ({"purpose": "办贷款😀"}, "“😀”印不出来"),
        ({"phone": "123"}, "手机号是11位数字，现在3位"),
        ({"proxy_name": "李建国", "proxy_phone": "1380000"}, "手机号是11位数字，现在7位"),
    ],
)
def test_a_form_that_does_not_fit_keeps_what_was_typed(
    walk: Walk, changed: dict[str, str], words: str
) -> None:
    page = sent(walk, 422, **changed)
    assert words in page
    assert "办理租房合同" in page or "purpose" in changed
    assert "现在还不能这样办" not in page and "wrong-here" in page
    assert str(walk.case) in page
    assert not Certificate.objects.exists()


@pytest.mark.parametrize(
    "odd, words, at",
    [
        ({"f_subject_identity": "620422196805120029"}, "前后对不上", "f_subject_identity"),
        ({"f_subject_identity": "620422680512002"}, "现在是15位", "f_subject_identity"),
        ({"f_subject_sex": "男"}, "身份证号码上是女性，这里选的是男", "f_subject_sex"),
    ],
)
def test_an_odd_number_is_taken_with_its_reason(walk: Walk, odd: dict[str, str], words: str, at: str) -> None:
    before = Entry.objects.count()
    page = sent(walk, 422, **odd)
    assert f'href="#id_{at}"' in page and words in page
    assert 'name="identity_note"' in page and Entry.objects.count() == before
    walk.apply(**odd, identity_note="证件上就是这样写的")
    assert people_of(walk)["certified"].identity_note == "证件上就是这样写的"


@pytest.mark.parametrize(
    "number, words",
    [("12345", "现在是5位"), ("6204221968051200", "现在是16位"), ("62042219680512X029", "只有数字")],
)
def test_what_is_no_number_at_all_is_taken_with_no_reason(walk: Walk, number: str, words: str) -> None:
    page = sent(walk, 422, f_subject_identity=number, identity_note="他就是这个号")
    assert 'href="#id_f_subject_identity"' in page and words in page
    assert not Certificate.objects.exists()


def test_the_reason_stays_with_the_number_it_is_for(walk: Walk) -> None:
    other = {"applicant": "other", "applicant_name": "马小军", "relation": "儿子",
             "applicant_identity": "620422196805120029"}  # fmt: skip
    walk.apply(**other, identity_note="证件上就是这样写的")
    assert {role: one.identity_note for role, one in people_of(walk).items()} == {
        "applicant": "证件上就是这样写的", "certified": "",
    }  # fmt: skip


@pytest.mark.clause("O2.1b")
def test_without_the_unit_there_is_no_form_to_send(walk: Walk) -> None:
    sent(walk, 422, unit_name="")
    sent(walk, 422, unit="nonsense")
    sent(walk, 422, item="PROH-10")
    assert not Certificate.objects.exists()


def test_sent_twice_is_one_case(walk: Walk) -> None:
    walk.apply()
    before = Entry.objects.count()
    answer = walk.handler.post("handler-register", **{**QUESTION, **TYPED, "case_id": str(walk.case)})
    assert answer.headers["Location"].endswith(str(walk.case))
    assert (Certificate.objects.count(), Entry.objects.count()) == (1, before)


def test_a_made_up_case_of_another_committee_is_not_shown(walk: Walk, desks: World) -> None:
    from tests.web.walking import ordos

    other = ordos(desks).apply()
    walk.case = other.case
    sent(walk, 404)
    walk.case = uuid4()


@pytest.mark.parametrize("typed", ["", "马", "‽‽‽", "a" * 500, "公章"])
def test_the_search_never_breaks(walk: Walk, typed: str) -> None:
    walk.handler.get("handler-new", query=f"?q={typed}")


def test_the_procedures_questions_come_as_they_open(walk: Walk) -> None:
    said = "item=ISS-XY-01&unit=government&unit_name=平头川镇政府&tie=registered"
    page = walk.handler.get("handler-new", query=f"?{said}")
    assert page.select("input[name=public]")
    assert not page.select("form[action$='/cases']")
    page = walk.handler.get("handler-new", query=f"?{said}&public=no")
    assert page.select("form[action$='/cases'] input[name=f_ledger_year]")


@pytest.mark.clause("O2.1f")
def test_every_listed_item_has_its_page(walk: Walk) -> None:
    from zhengyin.catalogue import queries as catalogue
    from zhengyin.registers.queries import now
    from zhengyin.shared.days import day_of

    for code in catalogue.lists_for(walk.at, day_of(now())).listed:
        walk.handler.get(
            "handler-new", query=f"?item={code}&unit=court&unit_name=会宁县人民法院&tie=registered"
        )


def test_without_a_telephone_there_is_no_code_that_leads_nowhere(walk: Walk) -> None:
    walk.apply(phone="")
    page = walk.handler.get("handler-case", walk.case)
    assert "没有查询码" in page.text and "给申请人的查询码" not in page.text
    assert page.select_one(".same b") is None


@pytest.mark.parametrize(
    "typed, name, mark",
    [("居住证明", "居（租）住证明", "可以开"), ("入党政审", "入党政审证明", "找别的组织")],
)
def test_the_counter_says_what_the_resident_sees(walk: Walk, typed: str, name: str, mark: str) -> None:
    page = walk.handler.get("handler-new", query=f"?q={typed}")
    found = {one.a.text: one.span.text for one in page.select(".index li")}
    seen = walk.handler.client.get("/c/620422115203/ask", {"q": typed}).content.decode()
    assert mark in next(kind for item, kind in found.items() if name in item or item in name)
    assert mark in seen


def test_nothing_recorded_is_said(walk: Walk) -> None:
    walk.apply().accept().start()
    before = Entry.objects.count()
    page = walk.handler.post("handler-checks", walk.case, status=422).content.decode()
    assert "还没有记新的一项" in page and 'role="alert"' in page
    assert Entry.objects.count() == before
    walk.check()


def test_another_person_has_room_when_asked_and_nothing_typed_is_lost(walk: Walk) -> None:
    page = sent(walk, 200, more="1", rows="0", f_residence="")
    assert "p1_name" in page and "p2_name" not in page and "办理租房合同" in page
    assert "还没有填" not in page  # nobody sent the application yet
    assert not Certificate.objects.exists()


def test_several_persons_the_dead_among_them(walk: Walk) -> None:
    one = {"p1_name": "李小明", "p1_relation": "儿子", "p1_identity": "620422199505120005"}
    two = {"p2_name": "马德山", "p2_relation": "父亲", "p2_died_on": "2019-03-01"}
    walk.apply(rows="3", **one, **two)  # the third row is left empty
    rows = Party.objects.filter(certificate_id=walk.case, role="certified").order_by("position")
    assert [(row.name, row.relation, row.deceased) for row in rows] == [
        ("马桂花", "", False), ("李小明", "儿子", False), ("马德山", "父亲", True),
    ]  # fmt: skip
    page = walk.handler.get("handler-case", walk.case).text
    assert "马桂花等3人" in page and "已故" in page and "都有谁" in page
    assert "620422199505120005" not in page and "6204**********0005" in page


@pytest.mark.parametrize("changed, words", [
    ({"p1_relation": "儿子"}, "这一位的姓名还没有填"), ({"p1_name": "李"}, "姓名要2到30个字"),
    ({"p1_name": "李小明", "p1_relation": "儿😀"}, "印不出来"),
    ({"p1_name": "李小明", "p1_died_on": "2026-02-30"}, "日期写成"),
])  # fmt: skip
def test_what_does_not_fit_of_another_person(walk: Walk, changed: dict[str, str], words: str) -> None:
    page = sent(walk, 422, rows="1", **changed)
    assert words in page and "p1_name" in page
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("rows", ["-1", "999", "x", "٣"])
def test_a_made_up_number_of_rows_makes_none(walk: Walk, rows: str) -> None:
    assert "p30_name" not in sent(walk, 200, rows=rows, more="1")


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Grows with each judging of what was said."""
    asked, read = list[object](), counter.asked_in
    monkeypatch.setattr(counter, "asked_in", lambda *said: (asked.append(said), read(*said))[1])
    return asked


def test_what_was_said_is_judged_once_for_a_page(walk: Walk, judging: list[object]) -> None:
    walk.handler.get("handler-new", query="?item=ISS-ZQ-01")
    assert len(judging) == 1
    sent(walk, 422, copies="0")
    assert len(judging) == 2
