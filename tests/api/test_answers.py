"""The answers are those of the public pages, in Chinese words with stable codes."""

import json

import pytest
from django.test import Client

from tests.api.conftest import Paper, Program, address
from tests.web.conftest import GACHA, LIJIAWAN
from tests.web.walking import ITEM
from zhengyin.certificates.models import Certificate
from zhengyin.regions.models import Installation

PROHIBITED = "PROH-10"  # 健在证明


def test_items_come_page_by_page_with_their_bases(program: Program) -> None:
    first = program.get(f"committees/{LIJIAWAN}/items", size=10)
    assert first["committee"] == {
        "code": LIJIAWAN, "name": "会宁县平头川镇李家湾村村民委员会", "township": "平头川镇",
        "county": "会宁县",
    }  # fmt: skip
    assert len(first["items"]) == 10 and first["pages"] == -(-first["total"] // 10)
    last = program.get(f"committees/{LIJIAWAN}/items", size=10, page=first["pages"])
    codes = {one["code"] for one in (*first["items"], *last["items"])}
    assert len(codes) == 10 + (first["total"] % 10 or 10)
    assert program.get(f"committees/{LIJIAWAN}/items", page=1000)["items"] == []


def test_the_prohibited_ones_cite_document_number_and_article(program: Program) -> None:
    said = program.get(f"committees/{LIJIAWAN}/items", kind="prohibited")
    item = next(one for one in said["items"] if one["code"] == PROHIBITED)
    assert item["kind"] == {"code": "prohibited", "words": "不用开的"}
    assert "民发〔2020〕20号" in item["bases"][0]["words"]
    assert {one["standing"]["code"] for item in said["items"] for one in item["bases"]} == {"in_force"}


def test_what_was_in_force_on_another_day(program: Program) -> None:
    assert program.get(f"committees/{LIJIAWAN}/items", day="2019-12-31")["total"] == 0


@pytest.mark.clause("O2.1f")
def test_a_no_says_why_and_where_to_go(program: Program) -> None:
    said = program.get(f"committees/{LIJIAWAN}/answer", item=PROHIBITED, unit="government", tie="resident")
    assert said["outcome"] == {"code": "no_prohibited", "words": "这个证明不用开。"}
    assert not said["may_be_issued"] and said["settled"]
    assert "民发〔2020〕20号" in said["bases"][0]
    assert said["ways"] and said["complaint"]["telephone"]


def test_a_yes_names_its_guide(program: Program) -> None:
    asked = {"item": ITEM, "unit": "company", "tie": "resident"}
    said = program.get(f"committees/{LIJIAWAN}/answer", **asked)
    assert said["may_be_issued"] and said["guide"] == ITEM
    guide = program.get(f"committees/{LIJIAWAN}/items/{ITEM}/guide")
    assert [one["title"][:2] for one in guide["sections"]] == [
        "一、",
        "二、",
        "三、",
        "四、",
        "五、",
        "六、",
        "七、",
    ]
    assert "马桂花" not in json.dumps(guide, ensure_ascii=False) and guide["sample"]


def test_the_two_places_answer_as_their_packs_say(program: Program) -> None:
    """据实出具 is asked about in 会宁 only."""
    asked = {"item": PROHIBITED, "unit": "company", "tie": "resident"}
    here, there = (program.get(f"committees/{code}/answer", **asked) for code in (LIJIAWAN, GACHA))
    assert {here["outcome"]["code"], there["outcome"]["code"]} == {"no_prohibited"}
    assert "ground" in {one["code"] for one in here["questions"]} and not there["questions"]


def test_own_words_are_matched_and_a_person_chooses(program: Program) -> None:
    said = program.get(f"committees/{LIJIAWAN}/answer", words="居住证明")
    assert said["outcome"]["code"] == "ask_more" and not said["settled"]
    assert ITEM in {one["code"] for one in said["candidates"]}
    none = program.get(
        f"committees/{LIJIAWAN}/answer", words="会飞证明", none_of_these=True, unit="government"
    )
    assert none["outcome"]["code"] != "ask_more" or none["questions"]


def test_what_somebody_may_keep_is_asked_for_again_by_its_tag(program: Program) -> None:
    asking, path = Client(REMOTE_ADDR=program.address), f"/api/v1/committees/{LIJIAWAN}/items"
    first = asking.get(path)
    assert first["Cache-Control"] == "public, max-age=300"
    again = asking.get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert asking.get(f"{path}?size=1", headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    "path, status, code",
    [
        ("committees/999999999999/items", 404, "not_found"),
        ("committees/12/items", 422, "wrong_input"),
        (f"committees/{LIJIAWAN}/items/PROH-10/guide", 404, "item_not_in_force"),
        (f"committees/{LIJIAWAN}/answer?item=PROH-99", 404, "item_not_in_force"),
        (f"committees/{LIJIAWAN}/answer", 422, "wrong_input"),
        (f"committees/{LIJIAWAN}/answer?words=%20%20", 422, "wrong_input"),
        (f"committees/{LIJIAWAN}/answer?item=PROH-10&unit=nobody", 422, "unit_class_unknown"),
        (f"committees/{LIJIAWAN}/items?page=0&size=a&day=2026-02-30&colour=red", 422, "wrong_input"),
        ("verifications", 405, "method_not_allowed"),
        ("nothing/of/the/kind", 404, "not_found"),
    ],
)
def test_an_error_is_json_in_chinese_with_a_code(path: str, status: int, code: str, program: Program) -> None:
    said = program.get(path, status)
    assert said["code"] == code
    assert "。" in said["message"] and not any("a" <= letter <= "z" for letter in said["message"][:5])


def test_every_wrong_field_is_named_with_what_to_do(program: Program) -> None:
    said = program.get(f"committees/{LIJIAWAN}/items", 422, page=0, size="a", day="2026-02-30")
    assert {one["code"]: one["words"] for one in said["fields"]} == {
        "page": "不能小于1", "size": "要填整数", "day": "要写成 2026-11-27 这样的日期",
    }  # fmt: skip


@pytest.mark.parametrize(
    "body, status", [("{", 400), ("[" * 100_000, 400), (b"\xff\xfe", 400), ('{"token": "\\ud800"}', 422),
                     ('{"token": "\\u0000"}', 200), ("9" * 3_000_000, 413), ("null", 422)],
    ids=["cut off", "deep", "no UTF-8", "half a character", "NUL", "three megabytes", "null"],
)  # fmt: skip
def test_a_body_of_any_kind_gets_an_answer(body: str | bytes, status: int, program: Program) -> None:
    answer = program.send("verifications", body)
    assert answer.status_code == status
    assert json.loads(answer.content)["demonstration"] is True


@pytest.mark.clause("H3.2.3d")
def test_a_paper_is_found_by_token_and_by_number_with_code(paper: Paper) -> None:
    program = Program()
    said = program.post("verifications", token=paper.token.lower())
    assert said["outcome"] == {"code": "in_force", "words": "登记在案，现行有效"}
    assert said["paper"]["number"] == paper.number
    assert all("*" in name for name in said["paper"]["names"])
    assert "62042219" not in json.dumps(said) and said["comparison"] is None


def test_name_and_last_four_are_compared(paper: Paper) -> None:
    program, name = Program(), named(paper)
    same = {"name": name, "last_four": "0003"}
    assert program.post("verifications", token=paper.token, compare=same)["comparison"]["code"] == "same"
    other = {**same, "last_four": "0021"}
    assert (
        program.post("verifications", token=paper.token, compare=other)["comparison"]["code"] == "different"
    )
    left_out = program.post("verifications", 422, token=paper.token, compare={"name": name})
    assert left_out["fields"][0]["code"] == "compare.last_four"


def named(paper: Paper) -> str:
    return str(Certificate.objects.get(pk=paper.id).parties.get(role="certified").name)


def test_unknown_papers_are_not_found_whatever_was_sent(program: Program) -> None:
    for said in ({"token": "A" * 26}, {"token": "x"}, {"number": "1号", "check_code": "ABCD-2345-abcd"}):
        found = program.post("verifications", **said)
        assert (found["outcome"]["code"], found["paper"]) == ("not_found", None)


@pytest.mark.parametrize("said", [
    {}, {"number": "1号"}, {"check_code": "ABCD2345ABCD"},
    {"token": "x", "number": "1", "check_code": "ABCD2345ABCD"},
    {"number": "1号", "check_code": "short"}, {"token": "x", "other": 1}, {"token": "x", "compare": {}},
])  # fmt: skip
def test_a_paper_is_named_one_way(said: dict[str, object], program: Program) -> None:
    assert program.post("verifications", 422, **said)["code"] == "wrong_input"


def test_outside_a_demonstration_nothing_is_said_to_be_one(fresh_database: str) -> None:
    assert not Installation.objects.exists()
    said = Client(REMOTE_ADDR=address()).get("/api/v1/unit-classes").json()
    assert (said["demonstration"], said["notice"]) == (False, "")
