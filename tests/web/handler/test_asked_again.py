"""看能不能开 once more, with an application half typed below: nothing of it is lost."""

from uuid import uuid4

from bs4 import BeautifulSoup

from tests.web.walking import BROUGHT, QUESTION, TYPED, huining
from tests.world import World
from zhengyin.certificates.models import Certificate


def controls(page: BeautifulSoup) -> dict[str, str]:
    """What a browser would send of the form that stands on the page."""
    said = {}
    for one in page.select("main form[method=post] [name]"):
        if one.name == "input" and one.get("type") in ("radio", "checkbox") and not one.has_attr("checked"):
            continue
        chosen = one.select_one("option[selected]") if one.name == "select" else None
        said[one["name"]] = (
            (chosen["value"] if chosen else "") if one.name == "select" else one.get("value", "")
        )
    return {name: value for name, value in said.items() if one_sends(name)}


def one_sends(name: str) -> bool:
    return name not in ("csrfmiddlewaretoken", "ask", "more")


def test_asking_again_keeps_everything_typed_below(desks: World) -> None:
    """Another unit, then an item question that turns it into a no, then back: nothing is typed twice."""
    handler = huining(desks).handler
    typed = {**TYPED, "case_id": str(uuid4())}
    answer = handler.post("handler-register", status=200, **QUESTION, **typed, ask="1")
    page = BeautifulSoup(answer.content, "html.parser")
    assert controls(page)["f_residence"] == "三社12号" and not page.select(".is-invalid")
    no = {**controls(page), "tie": "none"}
    page = BeautifulSoup(handler.post("handler-register", status=200, **no, ask="1").content, "html.parser")
    assert "这里不能开" in page.text and controls(page)["f_residence"] == "三社12号"
    back = {**controls(page), "tie": "resident", "unit_name": "会宁县农业农村局"}
    page = BeautifulSoup(handler.post("handler-register", status=200, **back, ask="1").content, "html.parser")
    kept = controls(page)
    assert (kept["f_residence"], kept["purpose"], kept["unit_name"]) == (
        "三社12号", TYPED["purpose"], "会宁县农业农村局",
    )  # fmt: skip
    assert not Certificate.objects.exists()
    handler.post("handler-register", **kept)
    assert Certificate.objects.get().demanding_unit == "会宁县农业农村局"


def test_after_a_form_came_back_the_question_is_asked_at_its_own_page(desks: World) -> None:
    handler = huining(desks).handler
    answer = handler.post(
        "handler-register", status=422, **{**QUESTION, **TYPED, "f_residence": ""}, case_id=str(uuid4())
    )
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.select_one("#question button")["name"] == "ask"
    assert controls(page)["f_subject_name"] == "马桂花"


def test_what_is_vouched_for_on_a_brought_form_stays_ticked(desks: World) -> None:
    handler = huining(desks).handler
    said = {**QUESTION, **TYPED, **BROUGHT, "case_id": str(uuid4()), "ask": "1"}
    page = BeautifulSoup(handler.post("handler-register", status=200, **said).content, "html.parser")
    assert [one["value"] for one in page.select("[name=brought_facts][checked]")] == ["person", "residence"]
    assert page.select_one("[name=brought_title]")["value"] == BROUGHT["brought_title"]


def test_the_counter_answers_in_the_words_of_the_villages_page(desks: World) -> None:
    """A prohibited item with a named exception is not simply needless."""
    handler = huining(desks).handler
    for item, words in (("PROH-01", "公证才开，别的用途不用开。"), ("PROH-08", "这个证明不用开。")):
        said = f"item={item}&unit=bank&unit_name=农业银行&tie=registered"
        verdict = handler.get("handler-new", query=f"?{said}").select_one("[aria-live] h2")
        assert verdict is not None and words in verdict.text
