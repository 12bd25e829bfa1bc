"""Forms of inspections, feedbacks and violations."""

from tests.supervision import inspections as made
from tests.web.bad.lines import Case, at
from tests.web.bad.sweep import Sent
from tests.web.deskcast import director, officer, today
from tests.web.inspection.acting import FOUND, WRONG, plan_said, planned, rectifying
from tests.web.walking import photo
from tests.world import World
from zhengyin.web.inspection import forms


def planning(world: World) -> Sent:
    return at(officer(world), "inspection-plan", **plan_said())


def finding(world: World) -> Sent:
    return at(officer(world), "finding-record", planned().pk, **FOUND, due_on=today())


def visiting(world: World) -> Sent:
    return at(officer(world), "inspection-clean", planned().pk, inspected_on=today())


def answering(world: World) -> Sent:
    row = rectifying()
    said = {"answer": "补好了", "photos": photo()}
    return at(director(world), "finding-answer", row.inspection_id, row.pk, **said)


def settling(world: World) -> Sent:
    row = rectifying()
    return at(officer(world), "finding-settle", row.inspection_id, row.pk, words="当场改了")


def feeding_back(world: World) -> Sent:
    row = rectifying()
    said = {"words": "没有样表", "item": "居住证明", "department": "县公安局"}
    return at(officer(world), "feedback-send", row.inspection_id, row.pk, **said)


def recording(world: World) -> Sent:
    return at(officer(world), "violation-record", **WRONG, happened_on=today())


def handling(world: World) -> Sent:
    row = made.heard(made.recorded())
    said = {
        "measure": "transfer",
        "done_on": today(),
        "measure_words": "移送",
        "body": "县纪委监委",
        "document": "1号",
    }
    return at(officer(world), "violation-handle", row.pk, **said)


CASES = [
    Case((forms.PlanForm,), planning),
    Case((forms.FindingForm,), finding),
    Case((forms.VisitedForm,), visiting),
    Case((forms.AnswerForm,), answering),
    Case((forms.WordsForm,), settling),
    Case((forms.FeedbackForm,), feeding_back),
    Case((forms.WrongForm,), recording),
    Case((forms.MeasureForm,), handling),
]
