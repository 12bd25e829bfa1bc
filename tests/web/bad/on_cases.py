"""Forms of the desks that work on a case, up to the hand-over."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.certificates import cast
from tests.deliberation import cast as held
from tests.web.bad.lines import Case, Made, at, on_case
from tests.web.bad.sweep import Sent
from tests.web.deliberation.test_pages import MEASURE, VOTES, heard_at, meeting_words, notice_words, touching
from tests.web.deskcast import today
from tests.web.handler.test_refuse import ASKED as DEMANDED
from tests.web.handler.test_refuse import NO
from tests.web.handler.test_refuse import SAID as DEMAND
from tests.web.walking import CHECKS, QUESTION, TYPED, Walk, huining, photo
from tests.world import World
from zhengyin.web.custodian import forms as custodian
from zhengyin.web.deliberation import forms as deliberation
from zhengyin.web.director import forms as deciding
from zhengyin.web.forms import ReasonForm
from zhengyin.web.handler import application, refusing
from zhengyin.web.handler import forms as handler


def asked(walk: Walk) -> None:
    walk.apply().handler.post("handler-ask", walk.case, missing="户口簿原件")


def granting(world: World) -> Sent:
    walk = huining(world).approved()
    return at(
        walk.custodian, "custodian-grant", walk.case, impressions="2", kin="no", code=walk.custodian.code()
    )


def deciding_one(world: World) -> Sent:
    walk = huining(world).verified()
    return at(walk.director, "director-approve", walk.case, kin="no", seen=cast.seen_in(walk.case))


def stepping_aside(world: World) -> Sent:
    walk = huining(world).verified()
    return at(walk.director, "director-approve", walk.case, kin="yes", seen=cast.seen_in(walk.case))


def sealing(world: World) -> Sent:
    walk = huining(world).approved()
    return at(walk.custodian, "custodian-do-seal", walk.case, walk.grant(), impressions="2", kin="no")


def registering(world: World) -> Sent:
    walk = huining(world)
    return at(walk.handler, "handler-register", **QUESTION, **TYPED, **OTHERS, case_id=str(walk.case))


OTHERS = {
    "applicant_name": "", "applicant_identity": "", "relation": "", "proxy_name": "", "proxy_phone": "",
    "identity_note": "",
}  # fmt: skip


def demanding(world: World) -> Sent:
    return at(huining(world).handler, "handler-refuse-demand", **DEMANDED, **DEMAND, case_id=str(uuid4()))


def on_notice(address: str, /, **said: Any) -> Made:
    def made(world: World) -> Sent:
        walk = touching(huining(world))
        notice = held.post(walk.case)
        later = (
            {"until_on": (notice.until_on + timedelta(days=3)).isoformat()}
            if address.endswith("extend")
            else {}
        )
        when = {"heard_at": heard_at()} if address.endswith("hear") else {}
        return at(walk.director, address, walk.case, notice.pk, **said, **later, **when)

    return made


def answering(world: World) -> Sent:
    walk = touching(huining(world))
    objection = held.object_to(held.post(walk.case))
    return at(
        walk.handler, "deliberation-answer", walk.case, objection.pk, handling="followed", answer="让三米"
    )


def on_meeting(name: str, by: str, counted: bool) -> Made:
    def made(world: World) -> Sent:
        walk = touching(huining(world))
        meeting = held.convene(walk.case)
        if counted:
            held.count(meeting)
        said = MEASURE if counted else {**VOTES, "held_on": today(), "party_studied_on": today()}
        return at(getattr(walk, by), name, walk.case, meeting.pk, **said)

    return made


def posting(world: World) -> Sent:
    walk = touching(huining(world))
    return at(walk.handler, "deliberation-post", walk.case, **notice_words(), party_studied_on="")


def convening(world: World) -> Sent:
    walk = touching(huining(world))
    return at(walk.handler, "deliberation-convene", walk.case, **meeting_words())


def started(walk: Walk) -> Walk:
    return walk.apply().accept().start()


CASES = [
    Case((application.ApplicationForm,), registering),
    Case((refusing.DemandForm,), demanding),
    Case((handler.AcceptForm,), on_case(
        "handler-accept", "handler", Walk.apply, identity_method="document", ties=["resident"],
        identity_note="")),
    Case((refusing.AskForm,), on_case("handler-ask", "handler", Walk.apply, missing="户口簿原件")),
    Case((refusing.CompleteForm,), on_case(
        "handler-complete", "handler", asked, said="户口簿带来了",
        **{name: said for name, said in TYPED.items() if name.startswith("f_")})),
    Case((refusing.RefuseForm,), on_case(
        "handler-refuse", "handler", Walk.apply, **NO, bring="", telephone="")),
    Case((handler.RevealForm,), on_case("handler-reveal", "handler", Walk.apply, purpose="compare")),
    Case((handler.CheckForm,), on_case("handler-checks", "handler", started, **CHECKS)),
    Case((ReasonForm,), on_case("handler-withdraw", "handler", Walk.apply, reason="不办了")),
    Case((handler.DeliverForm,), on_case(
        "handler-deliver", "handler", Walk.sealed, how="in_person", recipient="马桂花", photo=photo)),
    Case((deciding.KinForm,), deciding_one),
    Case((deciding.KinForm,), stepping_aside),
    Case((custodian.GrantForm,), granting),
    Case((custodian.SealForm,), sealing),
    Case((deliberation.PostForm,), posting),
    Case((deliberation.ExtendForm,), on_notice("deliberation-extend", reason="有人没有看到")),
    Case((deliberation.HearForm,), on_notice(
        "deliberation-hear", words="那块地是大家走的路", name="马志明", heard="spoken")),
    Case((deliberation.AnswerForm,), answering),
    Case((deliberation.WhyForm,), on_notice("deliberation-stop-notice", reason="贴错了")),
    Case((deliberation.ConveneForm,), convening),
    Case((deliberation.VotesForm,), on_meeting("deliberation-votes", "handler", counted=False)),
    Case((deliberation.MeasureForm,), on_meeting("deliberation-confirm-meeting", "director", counted=True)),
]  # fmt: skip
