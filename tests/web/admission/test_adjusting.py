"""The form of a 调整: filled in with what stands; what nobody types otherwise stays to the letter."""

from typing import Any

import pytest

from tests.web.admission import test_pages as made
from tests.web.admission.test_pages import today
from tests.web.bad import admission as sent
from tests.web.desk import LIJIAWAN
from tests.web.deskcast import HUINING, lead, nothing_written
from tests.web.walking import ITEM, huining
from tests.web.workuse.test_pages import photo
from tests.world import World
from zhengyin.admission.models import JointMeeting, Proposal
from zhengyin.admission.queries.facts import adjustable
from zhengyin.catalogue.changes import changes
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.queries import entry
from zhengyin.certificates.models import Certificate
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.web.admission.adjusting import AdjustForm
from zhengyin.web.admission.forms import typed_of

COUNTY = "620422000000"


def standing() -> dict[str, dict[str, Any]]:
    return adjustable(COUNTY, day_of(now()))


def typed(item: str = ITEM, **changed: Any) -> dict[str, Any]:
    """As the browser sends the form that was shown, with these things typed otherwise."""
    said = {
        "applicant_name": "会宁县供水公司（示例）", "liaison": "王主任", "telephone": "0943-0000900",
        "said_adjusted_because": "窗口不再要户口簿", **typed_of(standing()[item]),
    }  # fmt: skip
    said |= {name: "" if one is None else one for name, one in said.items()} | changed
    return {n: one.replace("\n", "\r\n") if isinstance(one, str) else one for n, one in said.items()}


def drafted(desks: World, **changed: Any) -> Proposal:
    lead(desks).client.post(lead(desks).url("admission-new", "adjust") + f"?item={ITEM}", typed(**changed))
    return Proposal.objects.latest("drafted_at")


def test_every_item_of_the_own_lists_sent_as_it_was_shown_is_the_same_item(desks: World) -> None:
    every = standing()
    assert len(every) > 5
    for code, one in every.items():
        form = AdjustForm(typed(code), standing=one, own=False)
        assert form.is_valid(), (code, form.errors)
        fixed = {key: one[key] for key in ("code", "kind", "confidence")}
        assert {**form.entry(), **fixed} == one


@pytest.mark.parametrize(
    "change, parts",
    [
        ({"guide_procedure": "说一声就行"}, ["四、办理（申请）条件、材料及流程"]),
        ({"valid_days": "30"}, ["开出来管多少天"]),
        ({"ties": ["registered"]}, ["给谁开"]),
        ({"aliases": ""}, ["别的叫法"]),
        ({"sample_title": "居住情况证明"}, ["证明的标题"]),
        ({"basis_1": "示例居住管理办法", "article_1": "第三条"}, ["依据", "三、法律政策依据"]),
        ({"methods": ["ledger"]}, []),  # how it is verified stands in no list a reader sees
    ],
)
def test_what_is_typed_otherwise_and_nothing_else_is_changed(
    desks: World, change: dict[str, Any], parts: list[str]
) -> None:
    before = standing()[ITEM]
    form = AdjustForm(typed(**change), standing=before, own=False)
    assert form.is_valid(), form.errors
    after = Entry.model_validate({**form.entry(), "code": ITEM, "kind": "issuable", "confidence": "source"})
    assert [one.part for one in changes(Entry.model_validate(before), after)] == parts
    assert after.form is not None
    assert {f.key for f in after.form.fields} == {f["key"] for f in before["form"]["fields"]}


def test_a_sentence_more_leaves_fields_and_checks_of_the_others(desks: World) -> None:
    before = standing()[ITEM]
    text = typed_of(before)["sample"] + "\n【姓名】家里【人口：数字】口人[，电话【联系电话】]。"
    form = AdjustForm(typed(sample=text), standing=before, own=False)
    assert form.is_valid(), form.errors
    after = form.entry()["form"]
    assert after["facts"][:-1] == before["form"]["facts"]
    assert after["fields"][: len(before["form"]["fields"])] == before["form"]["fields"]
    assert [(one["label"], one.get("required", True)) for one in after["fields"][-2:]] == [
        ("人口", True), ("联系电话", False),
    ]  # fmt: skip
    wrong = AdjustForm(typed(sample="户住【住址】。"), standing=before, own=False)
    assert not wrong.is_valid() and "sample" in wrong.errors


@pytest.mark.clause("H2.1c", "H4.1c", "H2.2b")
def test_those_asked_see_what_changes_and_the_running_case_keeps_its_form(desks: World) -> None:
    running, who = huining(desks).apply().accept(), lead(desks)
    before = running.row.form
    assert "调整哪一项" in who.get("admission-new", "adjust").text
    page = who.get("admission-new", "adjust", query=f"?item={ITEM}")
    assert "居（租）住证明（ISS-ZQ-01）" in page.text and "从什么时候起住" in page.text
    text = typed_of(standing()[ITEM])["sample"].replace("在此居住", "住在此处")
    row = drafted(desks, sample=text, guide_procedure="说一声就行")
    who.post("admission-submit", row.pk, paper=photo(), received_on=today())
    who.post("admission-accept", row.pk)
    who.post("admission-consult", row.pk, due_on=sent.later(10))
    question = row.questions.first()
    assert question is not None
    shown = made.Client().get(made.link_of(question.pk)).content.decode()
    assert "改为" in shown and "说一声就行" in shown and "住在此处" in shown
    assert "什么人可以开" not in shown  # what stays is not asked about
    assert who.client.get(who.url("question-letter", row.pk, question.pk)).status_code == 200
    made.answer_all(row)
    who.post("admission-sum-up", row.pk, summary="都没有意见")
    who.post("joint-call", **sent.agenda(row))
    who.post("joint-hold", JointMeeting.objects.get().pk, **sent.minutes(desks, row))
    decided = {name: one for name, one in sent.decided().items() if name != "valid_until"}
    who.post("admission-publish", **decided, items=[str(row.pk)])
    now_listed = entry(LIJIAWAN, ITEM, day_of(now()))
    assert now_listed and now_listed.entry.guide and now_listed.entry.guide.procedure == "说一声就行"
    assert Certificate.objects.get(pk=running.case).form == before
    running.start().check().verify().approve().seal()
    assert "在此居住" in str(before) and running.row.form == before and running.row.number
    assert "住在此处" in str(huining(desks).apply().row.form)  # near miss: a new one has the new form


def test_what_ended_meanwhile_is_not_typed_on(desks: World) -> None:
    row = drafted(desks)
    Proposal.objects.filter(pk=row.pk).update(item_code="ISS-XX-99")
    who = lead(desks)
    assert who.client.get(who.url("admission-change", row.pk)).status_code == 302
    with nothing_written():
        assert "调整哪一项" in who.get("admission-new", "adjust", query="?item=ISS-NAT-01").text
    assert row.lead_id == HUINING
