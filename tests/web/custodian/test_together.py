"""Several papers with one proof: each its own number, what fails stays with its reason."""

from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

import pytest

from tests.web.desk import Officer
from tests.web.deskcast import queries_of
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate, Grant, GrantedPaper
from zhengyin.ledger.models import Entry
from zhengyin.web.custodian import together_pages


@pytest.fixture
def walks(desks: World) -> list[Walk]:
    return [huining(desks).approved() for _ in range(3)]


def ticked(walks: list[Walk]) -> str:
    return "?" + "&".join(f"paper={walk.case}" for walk in walks)


def answers(walks: list[Walk], **changed: str) -> dict[str, object]:
    said: dict[str, object] = {"paper": [str(walk.case) for walk in walks]}
    for walk in walks:
        said |= {f"{walk.case.hex}-impressions": "2", f"{walk.case.hex}-kin": "no"}
    return said | changed


def proved(walks: list[Walk]) -> tuple[str, dict[str, str]]:
    """The grant's id and the answers the next pages carry."""
    custodian = walks[0].custodian
    answer = custodian.post("custodian-grant-together", **answers(walks, code=custodian.code()))
    going = urlsplit(answer.headers["Location"])
    return going.path.rsplit("/", 1)[1], dict(parse_qsl(going.query))


def states(walks: list[Walk]) -> list[str]:
    return [walk.row.state for walk in walks]


def test_one_proof_seals_three_papers_under_three_numbers(walks: list[Walk]) -> None:
    custodian = walks[0].custodian
    assert len(custodian.get("custodian-list").select("input[name=paper]")) == 3
    assert "3件，共6份" in custodian.get("custodian-together", query=ticked(walks)).h1.text
    grant, said = proved(walks)
    going = custodian.post("custodian-seal-together", grant, **said).headers["Location"]
    assert states(walks) == ["sealed"] * 3
    assert len({walk.row.number for walk in walks}) == 3
    page = custodian.get("custodian-sealed", grant, query="?" + urlsplit(going).query)
    assert "3件登记好了" in page.h1.text
    assert all(walk.row.number in page.text for walk in walks)


def test_the_last_page_says_how_much_it_will_do(walks: list[Walk]) -> None:
    custodian = walks[0].custodian
    answer = custodian.post("custodian-grant-together", **answers(walks, code=custodian.code()))
    page = custodian.client.get(answer.headers["Location"]).content.decode()
    assert "登记并盖章，6份" in page


def test_sent_twice_it_is_still_three_numbers(walks: list[Walk]) -> None:
    custodian = walks[0].custodian
    grant, said = proved(walks)
    custodian.post("custodian-seal-together", grant, **said)
    before = Entry.objects.count()
    custodian.post("custodian-seal-together", grant, **said)
    assert Entry.objects.count() == before


def test_it_goes_on_in_steps_and_says_how_far(walks: list[Walk], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhengyin.web.custodian.together.STEP", 2)
    custodian = walks[0].custodian
    grant, said = proved(walks)
    going = custodian.post("custodian-seal-together", grant, **said).headers["Location"]
    assert states(walks).count("sealed") == 2
    page = custodian.get("custodian-sealed", grant, query="?" + urlsplit(going).query)
    assert "2件登记好了，还有1件正在办" in page.h1.text
    left = {one["name"]: one["value"] for one in page.select("form[data-go-on] input[type=hidden]")}
    custodian.post("custodian-seal-together", grant, **left)
    assert states(walks) == ["sealed"] * 3


def test_what_was_taken_back_meanwhile_stays_with_its_reason_and_takes_no_number(walks: list[Walk]) -> None:
    custodian, away = walks[0].custodian, walks[1]
    grant, said = proved(walks)
    away.director.post("director-take-back", away.case, reason="写错了门牌号")
    going = custodian.post("custodian-seal-together", grant, **said).headers["Location"]
    assert states(walks) == ["sealed", "returned", "sealed"]
    page = custodian.get("custodian-sealed", grant, query="?" + urlsplit(going).query)
    assert "2件登记好了，1件没有成" in page.h1.text
    assert "这件事已经走到别的步骤" in page.text
    assert sorted(Certificate.objects.filter(no__isnull=False).values_list("no", flat=True)) == [1, 2]


@pytest.mark.clause("H3.2.4c")
def test_a_relatives_paper_is_taken_out_for_good_and_spends_no_code(walks: list[Walk]) -> None:
    custodian, kin = walks[0].custodian, walks[1]
    code = custodian.code()
    said = answers(walks, code=code, **{f"{kin.case.hex}-kin": "yes"})
    page = custodian.post("custodian-grant-together", status=409, **said).content.decode()
    assert "已经回避" in page
    assert not Grant.objects.exists()
    rest = [walks[0], walks[2]]
    custodian.post("custodian-grant-together", **answers(rest, code=code))
    assert {held.certificate_id for held in GrantedPaper.objects.all()} == {walk.case for walk in rest}


@pytest.mark.parametrize(
    "name, value, words",
    [
        ("kin", "", "请先回答：申请人是您的近亲属吗？"),
        ("impressions", "", "一共盖几枚章还没有填"),
        ("impressions", "0", "枚数至少1枚"),
    ],
)
def test_every_paper_wants_its_own_answers(walks: list[Walk], name: str, value: str, words: str) -> None:
    said = answers(walks, code=walks[0].custodian.code(), **{f"{walks[1].case.hex}-{name}": value})
    page = walks[0].custodian.post("custodian-grant-together", status=422, **said).content.decode()
    assert words in page
    assert not Grant.objects.exists()


def test_a_wrong_code_keeps_the_answers(walks: list[Walk]) -> None:
    said = answers(walks, code="000000", **{f"{walks[1].case.hex}-impressions": "7"})
    page = walks[0].custodian.post("custodian-grant-together", status=409, **said).content.decode()
    assert "验证码" in page
    assert 'value="7"' in page


def test_nothing_chosen_says_what_to_do(walks: list[Walk]) -> None:
    custodian = walks[0].custodian
    assert "没有选中" in custodian.get("custodian-together").text
    assert "没有选中" in custodian.get("custodian-together", query="?paper=x").text
    custodian.post("custodian-grant-together", status=422, code="000000")


def test_more_than_one_proof_covers_wait(walks: list[Walk], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together_pages, "MOST", 2)
    page = walks[0].custodian.get("custodian-together", query=ticked(walks))
    assert len(page.select("input[name=paper]")) == 2
    assert "一次最多2件" in page.text and "的2件" in page.text
    assert "最多2件" in walks[0].custodian.get("custodian-list").text


@pytest.mark.clause("H3.2.4c")
def test_nobody_else_seals_them(walks: list[Walk], desks: World) -> None:
    grant, said = proved(walks)
    for officer in (walks[0].director, walks[0].handler):
        officer.post("custodian-seal-together", grant, status=403, **said)
        officer.post("custodian-grant-together", status=403, **answers(walks, code="000000"))
    other = ordos(desks).custodian
    other.post("custodian-seal-together", grant, status=404, **said)
    other.get("custodian-sealed", grant, status=404)
    assert "没有选中" in other.get("custodian-together", query=ticked(walks)).text
    walks[0].custodian.get("custodian-granted", uuid4(), status=404)
    assert states(walks) == ["approved"] * 3


def test_the_answers_are_needed_at_every_step(walks: list[Walk]) -> None:
    grant, _ = proved(walks)
    for name in ("custodian-granted", "custodian-sealed"):
        answer = walks[0].custodian.client.get(walks[0].custodian.url(name, grant))
        assert answer.headers["Location"] == walks[0].custodian.url("custodian-list")
    walks[0].custodian.post("custodian-seal-together", grant)
    assert states(walks) == ["approved"] * 3


def test_a_proof_given_at_another_log_in_is_none(walks: list[Walk]) -> None:
    grant, said = proved(walks)
    again = Officer(walks[0].world, walks[0].custodian.username, walks[0].at)
    going = again.post("custodian-seal-together", grant, **said).headers["Location"]
    page = again.client.get(going).content.decode()
    assert "0件登记好了，3件没有成" in page
    assert states(walks) == ["approved"] * 3


def test_choosing_costs_the_same_for_three_as_for_one(walks: list[Walk]) -> None:
    custodian = walks[0].custodian
    custodian.get("custodian-together", query=ticked(walks))
    one = queries_of(custodian, custodian.url("custodian-together") + ticked(walks[:1]))
    assert queries_of(custodian, custodian.url("custodian-together") + ticked(walks)) == one
