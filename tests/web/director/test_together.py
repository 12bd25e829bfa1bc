"""Several simple papers in one go: each read, each answered, each its own act; the rest one by one."""

from uuid import uuid4

import pytest

from tests.certificates import cast
from tests.web.deskcast import queries_of
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.ledger.models import Entry
from zhengyin.registers.queries import lines_of
from zhengyin.web.director import together_pages


@pytest.fixture
def walks(desks: World) -> list[Walk]:
    return [huining(desks).verified() for _ in range(3)]


def named(walks: list[Walk]) -> str:
    return "?" + "&".join(f"paper={walk.case}" for walk in walks)


def answers(walks: list[Walk], **changed: str) -> dict[str, object]:
    said: dict[str, object] = {"paper": [str(walk.case) for walk in walks]}
    said |= {f"{walk.case.hex}-seen": cast.seen_in(walk.case) for walk in walks}
    return said | {f"{walk.case.hex}-kin": "no" for walk in walks} | changed


def states(walks: list[Walk]) -> list[str]:
    return [walk.row.state for walk in walks]


def test_three_simple_papers_are_read_and_approved_in_one_go(walks: list[Walk]) -> None:
    director = walks[0].director
    assert len(director.get("director-list").select("input[name=paper]")) == 3
    page = director.get("director-together", query=named(walks))
    assert page.text.count("三社12号") == 3
    going = director.post("director-approve-together", **answers(walks)).headers["Location"]
    assert states(walks) == ["approved"] * 3
    assert director.client.get(going).content.decode().count("已签批") == 3
    for walk in walks:
        assert lines_of(walk.case)[-1].kind == "certificate.approved"


def test_every_paper_wants_its_own_answer(walks: list[Walk]) -> None:
    before = Entry.objects.count()
    said = answers(walks, **{f"{walks[1].case.hex}-kin": ""})
    page = walks[0].director.post("director-approve-together", status=422, **said).content.decode()
    assert "请先回答" in page
    assert page.count("checked") == 2
    assert page.count("处要改一下") == 1 and "马桂花：请先回答" in page
    read = {name: one for name, one in said.items() if not name.endswith("-kin")}
    nothing = walks[0].director.post("director-approve-together", status=422, **read)
    whole = nothing.content.decode()
    assert "有3处要改一下" in whole
    assert all(f'<a href="#id_{walk.case.hex}-kin_0">马桂花：' in whole for walk in walks)
    assert (states(walks), Entry.objects.count()) == (["verified"] * 3, before)


@pytest.mark.clause("H3.2.2a")
def test_a_text_changed_since_is_read_again_before_any_is_approved(walks: list[Walk]) -> None:
    old, before = answers(walks), Entry.objects.count()
    Certificate.objects.filter(pk=walks[1].case).update(copies=3)
    for said in (old, {name: words for name, words in old.items() if not name.endswith("-seen")}):
        page = walks[0].director.post("director-approve-together", status=422, **said).content.decode()
        assert "您看的时候不是这些内容" in page and "3份" in page
    assert (states(walks), Entry.objects.count()) == (["verified"] * 3, before)
    walks[0].director.post("director-approve-together", **answers(walks))
    assert states(walks) == ["approved"] * 3


@pytest.mark.clause("H3.2.4c")
def test_a_relatives_paper_is_stepped_aside_from(walks: list[Walk]) -> None:
    said = answers(walks, **{f"{walks[1].case.hex}-kin": "yes"})
    going = walks[0].director.post("director-approve-together", **said).headers["Location"]
    assert states(walks) == ["approved", "verified", "approved"]
    assert lines_of(walks[1].case)[-1].kind == "certificate.recused"
    assert "已经回避" in walks[0].director.client.get(going).content.decode()


def test_sent_twice_nothing_is_approved_twice(walks: list[Walk]) -> None:
    walks[0].director.post("director-approve-together", **answers(walks))
    before = Entry.objects.count()
    page = walks[0].director.post("director-approve-together", status=422, **answers(walks))
    assert "没有选中" in page.content.decode()
    assert Entry.objects.count() == before


def test_what_somebody_sent_back_meanwhile_stays(walks: list[Walk]) -> None:
    walks[1].director.post("director-return", walks[1].case, reason="门牌号不对")
    going = walks[0].director.post("director-approve-together", **answers(walks)).headers["Location"]
    assert states(walks) == ["approved", "returned", "approved"]
    assert walks[0].director.client.get(going).content.decode().count("已签批") == 2


def test_a_number_in_doubt_is_read_alone_with_the_reason(walks: list[Walk]) -> None:
    """Neither ticked nor decided with the others; the custodian reads why, too."""
    odd = walks[0].again(uuid4())
    odd.apply(f_subject_identity="620422196805120029", identity_note="户口本上也是这样").accept().start()
    odd.check().verify()
    ticks = {one["value"] for one in odd.director.get("director-list").select("input[name=paper]")}
    assert ticks == {str(walk.case) for walk in walks}
    assert str(odd.case) not in str(odd.director.get("director-together", query=named([odd, *walks])))
    assert "户口本上也是这样" in odd.director.get("director-case", odd.case).text
    odd.approve()
    assert "户口本上也是这样" in odd.custodian.get("custodian-seal", odd.case).text
    assert "户口本上也是这样" in odd.custodian.get("custodian-together", query=named([odd])).text


def test_what_has_to_be_weighed_is_not_among_the_simple(walks: list[Walk]) -> None:
    back = walks[0]
    back.director.post("director-return", back.case, reason="门牌号不对")
    back.start().verify()
    page = back.director.get("director-list")
    assert len(page.select("input[name=paper]")) == 2
    said = answers([back])
    back.director.post("director-approve-together", status=422, **said)
    assert back.row.state == "verified"
    Certificate.objects.filter(pk=walks[1].case).update(lock="seal")
    assert "没有选中" in back.director.get("director-together", query=named([walks[1]])).text
    Certificate.objects.filter(pk=walks[2].case).update(needs_second=True)
    assert "没有选中" in back.director.get("director-together", query=named([walks[2]])).text


def test_more_than_are_read_in_one_go_wait(walks: list[Walk], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together_pages, "MOST", 2)
    page = walks[0].director.get("director-together", query=named(walks))
    assert len(page.select("input[name=paper]")) == 2
    assert "一次最多2件" in page.text and "的2件" in page.text
    assert "最多2件" in walks[0].director.get("director-list").text


def test_nobody_else_decides_on_them(walks: list[Walk], desks: World) -> None:
    for officer in (walks[0].handler, walks[0].custodian):
        officer.post("director-approve-together", status=403, **answers(walks))
        officer.get("director-together", status=403)
    other = ordos(desks).director
    other.post("director-approve-together", status=422, **answers(walks))
    assert "马桂花" not in other.get("director-decided-together", query=named(walks)).text
    assert states(walks) == ["verified"] * 3


def test_reading_costs_the_same_for_three_as_for_one(walks: list[Walk]) -> None:
    director = walks[0].director
    director.get("director-together", query=named(walks))
    one = queries_of(director, director.url("director-together") + named(walks[:1]))
    assert queries_of(director, director.url("director-together") + named(walks)) == one
