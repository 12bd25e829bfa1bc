"""What is told of 征求意见: to who has not answered, to the lead body; pasted, it leads to the link."""

from datetime import timedelta

from tests.reminders.values import TOWNSHIP, person
from tests.web.admission import test_pages as made
from tests.web.deskcast import PINGTOUCHUAN, lead, officer
from tests.web.workuse.test_pages import photo
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.reminders.queries import told_to
from zhengyin.web.admission.links import link_of

LEAD = "hn.lead"


def told(username: str, days: int = 0) -> list[str]:
    found = told_to(person(username).pk, now() + timedelta(days=days))
    return [words for place in found for words in place.sentences if "征求意见" in words or "准入" in words]


def test_who_has_not_answered_is_told_until_they_have_and_the_lead_body_when_it_is_over(desks: World) -> None:
    assert told(TOWNSHIP) == told(LEAD) == []
    row = made.consulting(desks)
    assert told(TOWNSHIP) == ["有1件征求意见等您答复，还剩10天"]
    assert told(TOWNSHIP, 10) == ["有1件征求意见等您答复，今天是最后一天"] and told(LEAD, 10) == []
    assert told(TOWNSHIP, 11) == ["有1件征求意见等您答复，其中1件已经超期"]
    assert told(LEAD, 11) == ["有1件征求意见过了期限，等您汇总"]
    own = row.questions.get(body=PINGTOUCHUAN)
    officer(desks).post("question-answer", row.pk, own.pk, stance="none")
    assert told(TOWNSHIP, 11) == []


def test_the_lead_body_is_told_of_what_was_handed_in(desks: World) -> None:
    row = made.drafted(desks)
    assert told(LEAD) == []  # near miss: a draft is nobody else's
    lead(desks).post("admission-submit", row.pk, paper=photo(), received_on=made.today())
    assert told(LEAD) == ["有1件准入、退出、报备申请等您受理"]


def test_the_text_for_one_body_names_it_its_day_and_its_link(desks: World) -> None:
    row = made.consulting(desks)
    own = row.questions.get(body=PINGTOUCHUAN)
    page = lead(desks).get("admission", row.pk)
    field = page.select_one(f"#remind-{own.pk}")
    assert field is not None and len(page.select("textarea[id^=remind-]")) == row.questions.count()
    assert "平头川镇" in field.text and "有1件征求意见等您答复，还剩10天" in field.text
    assert link_of(own.pk) in field.text and row.item_name not in field.text
    officer(desks).post("question-answer", row.pk, own.pk, stance="none")
    assert lead(desks).get("admission", row.pk).select_one(f"#remind-{own.pk}") is None
