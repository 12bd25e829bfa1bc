"""Forms of admission: the paper, what the lead body does with it, the answers, the meeting, the decision."""

from datetime import timedelta
from typing import Any

from django.test import Client

from tests.web.admission import test_pages as made
from tests.web.bad.lines import Case, at
from tests.web.bad.sweep import Sent
from tests.web.desk import Officer
from tests.web.deskcast import OTOG, PINGTOUCHUAN, lead, officer
from tests.web.walking import photo
from tests.world import World
from zhengyin.admission.models import JointMeeting, Proposal
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.web.admission import forms, steps
from zhengyin.web.admission.adjusting import AdjustForm
from zhengyin.web.admission.links import link_of


def admitting(world: World) -> Sent:
    return at(lead(world), "admission-new", "admit", **made.admitting())


def exiting(world: World) -> Sent:
    said = {
        "applicant_name": "供水公司", "liaison": "王主任", "telephone": "0943-0000900",
        "item_code": "ISS-ZQ-01", "stop_on": later(30),
        "said_exit_reason": "能查了", "said_instead": "到供水所办",
    }  # fmt: skip
    return at(lead(world), "admission-new", "exit", **said)


def adjusting(world: World) -> Sent:
    who = lead(world)
    path = who.url("admission-new", "adjust") + "?item=ISS-ZQ-01"
    said = {name: one for name, one in made.admitting().items() if name != "item_name"}
    gone = [name for name in said if name.startswith("said_")]
    said = {name: one for name, one in said.items() if name not in gone}
    return Sent(who.client, path, said | {"said_adjusted_because": "依据改了"})


def serving(world: World) -> Sent:
    who = Officer(world, "od.lead", OTOG)
    return at(who, "admission-new", "service", **made.serving())


def filing(world: World) -> Sent:
    said = {
        "applicant_name": "供水公司", "liaison": "王主任", "telephone": "0943-0000900",
        "item_name": "过户说明", "said_purpose": "过户", "said_filed_because": "窗口改到镇上",
    }  # fmt: skip
    return at(lead(world), "admission-new", "file", **said)


def later(days: int) -> str:
    return (day_of(now()) + timedelta(days=days)).isoformat()


def submitting(world: World) -> Sent:
    row = made.drafted(world)
    return at(lead(world), "admission-submit", row.pk, paper=photo(), received_on=made.today())


def giving_back(world: World) -> Sent:
    return at(lead(world), "admission-return", made.submitted(world).pk, reason="依据没有写条款")


def refusing(world: World) -> Sent:
    row = made.submitted(world)
    return at(lead(world), "admission-refuse", row.pk, rule="document", reason="身份证就能证明")


def consulting(world: World) -> Sent:
    row = made.submitted(world)
    lead(world).post("admission-accept", row.pk)
    return at(lead(world), "admission-consult", row.pk, due_on=later(10))


def answering(world: World) -> Sent:
    row = made.consulting(world)
    own = row.questions.get(body=PINGTOUCHUAN)
    said = {"stance": "opinion", "words": "只在没有过户协议时开"}
    return at(officer(world), "question-answer", row.pk, own.pk, **said)


def by_link(world: World) -> Sent:
    question = made.consulting(world).questions.latest("pk")
    said = {"stance": "opinion", "words": "只在没有过户协议时开", "answered_by": "张主任"}
    return Sent(Client(), link_of(question.pk), said)


def entering(world: World) -> Sent:
    row = made.consulting(world)
    own = row.questions.get(body=PINGTOUCHUAN)
    said: dict[str, Any] = {
        "stance": "opinion", "words": "只在没有过户协议时开", "answered_by": "赵科长",
        "answered_on": made.today(), "scan": photo(),
    }  # fmt: skip
    return at(lead(world), "question-paper", row.pk, own.pk, **said)


def weighing(world: World) -> Sent:
    row = made.consulting(world)
    own = row.questions.get(body=PINGTOUCHUAN)
    officer(world).post("question-answer", row.pk, own.pk, stance="opinion", words="只在没有过户协议时开")
    return at(lead(world), "question-weigh", row.pk, own.pk, taken="yes", because="写进办理条件")


def summing(world: World) -> Sent:
    row = made.consulting(world)
    made.answer_all(row)
    return at(lead(world), "admission-sum-up", row.pk, summary="都没有意见")


def waiting(world: World) -> Proposal:
    row = made.consulting(world)
    made.answer_all(row)
    lead(world).post("admission-sum-up", row.pk, summary="都没有意见")
    return row


def agenda(row: Proposal) -> dict[str, Any]:
    return {"title": "联审会议", "place": "县民政局", "held_on": made.today(), "items": [str(row.pk)]}


def calling(world: World) -> Sent:
    return at(lead(world), "joint-call", **agenda(waiting(world)))


def holding(world: World) -> Sent:
    row, who = waiting(world), lead(world)
    who.post("joint-call", **agenda(row))
    return at(who, "joint-hold", JointMeeting.objects.get().pk, **minutes(world, row))


def minutes(world: World, row: Proposal) -> dict[str, Any]:
    page = lead(world).get("joint-meeting", JointMeeting.objects.get().pk)
    came = {str(one["name"]): "yes" for one in page.select("input[name^=came_]")}
    said = {f"item_{row.pk}": "approve", "held_on": made.today(), "presided_by": "高明远", "minutes": photo()}
    return {**came, **said}


def publishing(world: World) -> Sent:
    row, who = waiting(world), lead(world)
    who.post("joint-call", **agenda(row))
    who.post("joint-hold", JointMeeting.objects.get().pk, **minutes(world, row))
    return at(who, "admission-publish", **decided(), items=[str(row.pk)])


def decided() -> dict[str, Any]:
    day = made.today()
    return {
        "title": "关于准入一项证明事项的决定", "number": "会民发〔2026〕31号", "issued_by": "会宁县民政局",
        "signed_by": "高明远", "reviewed_by": "会宁县司法局", "reviewed_on": day, "issued_on": day,
        "takes_effect_on": day, "valid_until": later(30), "scan": photo(),
    }  # fmt: skip


def in_an_emergency(world: World) -> Sent:
    return at(lead(world), "admission-emergency", **(made.admitting() | decided()))


CASES = [
    Case((forms.AdmitForm,), admitting),
    Case((forms.ExitForm,), exiting),
    Case((AdjustForm,), adjusting),
    Case((forms.ProposalForm,), filing),
    Case((forms.ServiceForm,), serving),
    Case((steps.SubmitForm,), submitting),
    Case((steps.WhyForm,), giving_back),
    Case((steps.RefuseForm,), refusing),
    Case((steps.ConsultForm,), consulting),
    Case((steps.AnswerForm,), answering),
    Case((steps.LinkAnswerForm,), by_link),
    Case((steps.PaperAnswerForm,), entering),
    Case((steps.WeighForm,), weighing),
    Case((steps.SumForm,), summing),
    Case((steps.CallForm,), calling),
    Case((steps.HoldForm,), holding),
    Case((steps.PublishForm,), publishing),
    Case((forms.EmergencyForm, steps.DecisionForm), in_an_emergency),
]
