"""No is an act: at the counter, on a case, by the director; the 告知单 prints, the resident reads it."""

from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.documents.reading import text_of, without_spaces
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate, Notice

ASKED = {"item": "PROH-08", "unit": "bank", "unit_name": "中国农业银行会宁县支行", "tie": "registered"}
SAID = {"name": "马桂花", "phone": "13800000117", "ground": "rule", "why": "看结婚证就行",
        "where": "去会宁县民政局婚姻登记处", "bring": "结婚证", "telephone": ""}  # fmt: skip
NO = {"ground": "not_true", "why": "2019年就搬走了", "where": "去会师门社区居委会"}


@pytest.fixture(params=[huining, ordos])
def walk(desks: World, request: pytest.FixtureRequest) -> Walk:
    made: Walk = request.param(desks)
    return made


@pytest.mark.clause("H2.2e", "H3.1d", "O2.1e")
def test_a_demand_at_the_counter(walk: Walk) -> None:
    page = walk.handler.get("handler-new", query="?" + "&".join(f"{k}={v}" for k, v in ASKED.items()))
    assert "登记并出告知单" in page.text
    new = uuid4()
    for _ in range(2):  # clicked twice
        walk.handler.post("handler-refuse-demand", **ASKED, **SAID, case_id=str(new))
    assert Notice.objects.filter(pk=new).count() == 1
    case = walk.handler.get("handler-case", new)
    assert "看结婚证就行" in case.text and "打印告知单" in case.text
    for strange in ("纸上的每一项", "当场办结", "份数", "支行，"):  # nothing is issued
        assert strange not in case.text
    paper = walk.handler.client.get(walk.handler.url("committee-notice", new))
    words = without_spaces(text_of(paper.content))
    assert "告知单：这样办就行" in words and "去会宁县民政局婚姻登记处" in words and "示例" in words


@pytest.mark.parametrize("asked, words, sheet", [
    ({"item": "PROH-08", "unit": "bank"}, "这个证明不用开", True),
    ({"item": "ISS-ZQ-01", "tie": "none"}, "这里不能开，要找另一个村（社区）", True),
    ({"for": "会唱歌证明", "unit": "company", "duty": "no", "can": "yes"}, "这个证明这里开不了", False),
    ({"for": "会唱歌证明", "unit": "government", "basis": "no"}, "这个证明没有依据", True),
])  # fmt: skip
def test_an_answer_sheet_where_it_says_this_answer(
    desks: World, asked: dict[str, str], words: str, sheet: bool
) -> None:
    """What only the handler can say stands on no page of the village's own, and so on no 答复单."""
    counter = huining(desks).handler.get("handler-new", query=f"?{urlencode(asked)}")
    assert words in counter.text
    links = [a["href"] for a in counter.select("a") if "打印答复单" in a.text]
    assert bool(links) is sheet
    for href in links:
        paper = without_spaces(text_of(Client().get(href).content))
        assert without_spaces(words) in paper, paper


@pytest.mark.clause("H3.1d")
def test_what_is_to_be_had_elsewhere_is_not_called_needless(desks: World) -> None:
    walk, new = huining(desks), uuid4()
    said = {
        **SAID,
        "ground": "rule",
        "item": "ISS-ZQ-01",
        "unit": "bank",
        "unit_name": "农业银行",
        "tie": "none",
    }
    page = walk.handler.get("handler-new", query=f"?{urlencode(said)}")
    (offered,) = page.select("input[name=ground]")
    assert offered["value"] == "elsewhere"
    walk.handler.post("handler-refuse-demand", **said | {"ground": "elsewhere"}, case_id=str(new))
    assert Notice.objects.get(pk=new).ground == "elsewhere"
    words = without_spaces(
        text_of(walk.handler.client.get(walk.handler.url("committee-notice", new)).content)
    )
    assert "告知单：这样办就行" in words and "这里不能开，要找另一个村（社区）" in words
    assert "您觉得不合理，打" in words and "对方还是要" not in words
    assert "告知函" not in walk.handler.get("handler-case", new).text


@pytest.mark.parametrize("changed, words", [
    ({"name": ""}, "谁要开（姓名）还没有填"), ({"name": "马"}, "姓名要2到30个字"),
    ({"phone": "12"}, "手机号是11位数字"),
    ({"where": ""}, "接下来去哪里、找谁办还没有填"), ({"why": "看😀"}, "印不出来"),
])  # fmt: skip
def test_what_does_not_fit_is_said_at_the_field_and_kept(
    walk: Walk, changed: dict[str, str], words: str
) -> None:
    said = {**ASKED, **SAID, **changed, "case_id": str(uuid4())}
    answer = walk.handler.post("handler-refuse-demand", status=422, **said).content.decode()
    assert words in answer and "结婚证" in answer
    assert not Certificate.objects.exists()


@pytest.mark.clause("H3.1d")
def test_a_case_is_refused_and_the_resident_reads_where_to_go(walk: Walk) -> None:
    walk.apply()
    code = next(line for line in walk.handler.get("handler-case", walk.case).select(".same b")).text
    answer = walk.handler.post("handler-refuse", walk.case, status=422, ground="not_true", why="搬走了")
    assert "接下来去哪里、找谁办还没有填" in answer.content.decode()
    walk.handler.post("handler-refuse", walk.case, **NO)
    assert walk.row.state == "refused"
    page = Client().post("/track/", {"code": code, "tail": "0117"}).content.decode()
    for words in ("这次不能开，有办法", "2019年就搬走了", "去会师门社区居委会", "反映"):
        assert words in page, words


@pytest.mark.clause("H3.1d")
def test_the_director_declines(walk: Walk) -> None:
    walk.verified()
    walk.director.post("director-decline", walk.case, **NO)
    assert walk.row.state == "refused"
    assert "2019年就搬走了" in walk.director.get("director-case", walk.case).text
    assert "打印告知单" in walk.handler.get("handler-case", walk.case).text


def test_asked_for_once_and_completed_by_the_resident(walk: Walk) -> None:
    walk.apply()
    code = next(line for line in walk.handler.get("handler-case", walk.case).select(".same b")).text
    walk.handler.post("handler-ask", walk.case, missing="户口簿原件\n租房合同")
    page = Client().post("/track/", {"code": code, "tail": "0117"})
    assert "租房合同" in page.content.decode()
    sealed = page.content.decode().split('name="case" value="')[1].split('"')[0]
    assert "还没有填" in Client().post("/track/completion", {"case": sealed}).content.decode()
    Client().post("/track/completion", {"case": sealed, "said": "送到村（居）委会了"})
    assert walk.row.state == "applied"
    assert "还差东西，请申请人补" not in walk.handler.get("handler-case", walk.case).text  # once


def test_the_handler_completes_and_puts_right_what_was_typed(walk: Walk) -> None:
    walk.apply()
    walk.handler.post("handler-ask", walk.case, missing="门牌号")
    typed = {"f_subject_sex": "女", "f_household": "", "f_residence": "三社21号", "f_housing": "自有住房",
             "f_lived_since": "2010-03-01"}  # fmt: skip
    walk.handler.post("handler-complete", walk.case, status=422, **{**typed, "f_residence": ""}, said="补了")
    unset = walk.handler.post(
        "handler-complete", walk.case, status=422, **{**typed, "f_housing": ""}, said="补了"
    )
    assert "房子是（还没有选）" in unset.content.decode()  # the label runs on into the choice
    other = walk.handler.post(
        "handler-complete", walk.case, status=422, **{**typed, "f_subject_sex": "男"}, said="补了"
    )
    assert "身份证号码上是女性" in other.content.decode()
    walk.handler.post("handler-complete", walk.case, **typed, said="门牌补上了")
    assert "三社21号" in walk.handler.get("handler-case", walk.case).text


def test_another_village_sees_nothing_of_it(desks: World) -> None:
    walk = huining(desks).apply()
    walk.handler.post("handler-refuse", walk.case, **NO)
    other = ordos(desks).handler
    assert other.client.get(other.url("committee-notice", walk.case)).status_code == 404
    assert isinstance(walk.case, UUID)
