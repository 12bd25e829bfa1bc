"""The table of the bad-input sweep: one line for each form of the product, as it is sent when all is well.

A new form fails the test until it has a line here: the form (or the forms a page judges together), and
who sends what to which address after what.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from bs4 import BeautifulSoup
from django import forms
from django.test import Client

from tests.deliberation import cast as held
from tests.documents.reading import picture_of
from tests.web.apply.test_apply import ADDRESS, SAID, state, walked
from tests.web.apply.test_apply import heading as heading_of
from tests.web.apply.test_apply import sent as send_it
from tests.web.bad.sweep import Sent
from tests.web.deliberation.test_pages import MEASURE, VOTES, heard_at, meeting_words, notice_words, touching
from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.web.deskcast import PINGTOUCHUAN, director, identity, officer, today, village
from tests.web.director_appointments.test_people import deputy
from tests.web.director_appointments.test_seal import card, decided, entrusted, released
from tests.web.handler.test_refuse import ASKED as DEMANDED
from tests.web.handler.test_refuse import NO
from tests.web.handler.test_refuse import SAID as DEMAND
from tests.web.township.test_acts import COUNTER, ELECTED, USCC, named
from tests.web.walking import CHECKS, QUESTION, TYPED, Walk, huining, photo
from tests.world import World
from zhengyin.documents import files, qr
from zhengyin.people.actions import register_device
from zhengyin.people.models import Account, Appointment
from zhengyin.registers.queries import now
from zhengyin.seals.models import Seal, SigningCertificate
from zhengyin.shared.days import day_of
from zhengyin.web.account import forms as account
from zhengyin.web.apply import forms as apply
from zhengyin.web.apply import tracking
from zhengyin.web.custodian import forms as custodian
from zhengyin.web.deliberation import forms as deliberation
from zhengyin.web.director import forms as deciding
from zhengyin.web.handler import application, refusing
from zhengyin.web.handler import forms as handler
from zhengyin.web.keeping import forms as keeping
from zhengyin.web.offices import forms as offices
from zhengyin.web.township import forms as township
from zhengyin.web.verify import forms as verify

Made = Callable[[World], Sent]

# Forms others are made from; nobody is shown one.
ONLY_INHERITED: set[type[forms.Form]] = {
    offices.PersonForm, keeping.CustodyForm, deliberation.Named, apply.Step
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """The forms an address judges, and how they are sent."""

    forms: tuple[type[forms.Form], ...]
    made: Made
    taken: str = ""  # a kind of bad value that this form is there to take, with the reason beside its line

    def __str__(self) -> str:
        return "+".join(f"{form.__module__.split('.')[-2]}.{form.__name__}" for form in self.forms)


def at(who: Officer, address: str, /, *parts: object, **said: Any) -> Sent:
    """Sent from a desk."""
    return Sent(who.client, who.url(address, *parts), said)


def on_case(name: str, by: str, before: Callable[[Walk], object], /, **said: Any) -> Made:
    """An act on a case of 李家湾's after `before`."""

    def made(world: World) -> Sent:
        walk = huining(world)
        before(walk)
        return at(getattr(walk, by), name, walk.case, **said)

    return made


def asked(walk: Walk) -> None:
    walk.apply().handler.post("handler-ask", walk.case, missing="户口簿原件")


def granting(world: World) -> Sent:
    walk = huining(world).approved()
    return at(
        walk.custodian, "custodian-grant", walk.case, impressions="2", kin="no", code=walk.custodian.code()
    )


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


def appointing(world: World) -> Sent:
    said = {**ELECTED, "name": "王五一", "identity": identity(1), "person": "", "phone": "", "position": "",
            "last_day": ""}  # fmt: skip
    return at(officer(world), "offices-appoint", village().pk, "director", **said)


def ending(world: World) -> Sent:
    term = Appointment.objects.get(organization_id=LIJIAWAN, office="supervision_committee")
    return at(officer(world), "offices-end", LIJIAWAN, term.pk, on=today(), reason="辞职")


def lending(world: World) -> Sent:
    last = (day_of(now()) + timedelta(days=9)).isoformat()
    said = {"person": str(deputy().person_id), "since": today(), "last_day": last, "reason": "到县里开会"}
    return at(director(world), "director-delegate", **said)


def opening_an_account(world: World) -> Sent:
    who, row = officer(world), village()
    who.post("offices-appoint", row.pk, "director", name="王五一", identity=identity(4), **ELECTED)
    person = Appointment.objects.get(organization_id=row.pk).person_id
    return at(who, "offices-account", row.pk, person, username="wangwuyi")


def striking_off(world: World) -> Sent:
    who = huining(world).handler
    made = register_device(
        organization_id=LIJIAWAN, name="柜台", actor=held.officer("hn.ljw.clerk"), at=now()
    )
    return at(who, "offices-revoke-computer", made.device.pk, reason="坏了")


def hanging_out(world: World) -> Sent:
    return at(officer(world), "offices-counter", PINGTOUCHUAN, **COUNTER)


def entrusting(world: World) -> Sent:
    who = director(world)
    seal = released(who)
    said = {
        **entrusted(),
        "name": "王五一",
        "identity": identity(1),
        "person": "",
        "phone": "",
        "last_day": "",
    }
    return at(who, "keeping-appoint", seal.id, **said)


def deciding_on(world: World) -> Sent:
    who = Officer(world, "od.hrgt.director", GACHA)
    seal = released(who)
    said = {**decided(), "name": "巴图", "identity": identity(2), "person": "", "phone": "", "last_day": ""}
    return at(who, "keeping-appoint", seal.id, **said)


def losing(world: World) -> Sent:
    return at(director(world), "keeping-loss", card().id, lost_at=heard_at(), circumstances="保险柜被撬")


def naming(world: World) -> Sent:
    row = village()
    said = {"legal_name": f"平头川镇{row.short_name}村民委员会", "uscc": USCC, "photo": photo}
    return at(officer(world), "township-name", row.pk, **said)


def issuing(world: World) -> Sent:
    who = officer(world)
    row = named(who)
    who.post("township-order-seal", row.pk)
    seal = Seal.objects.get(committee=row)
    said = {"made_on": today(), "issued_on": today(), "received_by": "王五", "impression": photo}
    return at(who, "township-issue-seal", row.pk, seal.pk, **said)


def revoking(world: World) -> Sent:
    certificate = SigningCertificate.objects.get(committee_id=LIJIAWAN, revoked_at=None)
    return at(officer(world), "township-revoke", LIJIAWAN, certificate.pk, reason="换发")


def logging_in(world: World) -> Sent:
    known = world.account("hn.ljw.clerk")
    return Sent(Client(), "/account/login/", {"username": known["username"], "password": known["password"]})


def typing_a_code(world: World) -> Sent:
    begun, who = logging_in(world), huining(world).handler
    begun.send()
    return Sent(begun.client, "/account/login/code/", {"code": who.code()})


def changing_the_password(world: World) -> Sent:
    old = world.account("hn.ljw.clerk")["password"]
    new = "三社12号的老槐树2026"
    return Sent(huining(world).handler.client, "/account/password/", {"old": old, "new": new, "again": new})


def setting_a_pin(world: World) -> Sent:
    who = huining(world).handler
    return Sent(who.client, "/account/pin/", {"device": "柜台1号", "pin": "258036", "code": who.code()})


def switching(world: World) -> Sent:
    first = setting_a_pin(world)
    first.send()
    own = Account.objects.get(username="hn.ljw.clerk").pk
    return Sent(first.client, "/account/switch/", {"account": str(own), "pin": "258036"})


def resetting(address: str, /, **said: str) -> Made:
    def made(world: World) -> Sent:
        whose = Account.objects.get(username="hn.ljw.supervisor").pk
        return Sent(officer(world).client, f"/account/others/{whose}/{address}/", said)

    return made


def step(name: str) -> Made:
    """A page of 预约, reached by the pages before it."""

    def made(world: World) -> Sent:
        before = list(SAID)[: list(SAID).index(name)]
        return Sent(Client(), ADDRESS, {"state": state(walked(before)), "step": name, **SAID[name]})

    return made


def tracked(world: World) -> tuple[str, str]:
    """A code, and what the page about its case carries hidden."""
    code = heading_of(send_it(walked()))
    page = BeautifulSoup(Client().post("/track/", {"code": code, "tail": "1234"}).content, "lxml")
    return code, str(page.select_one("input[name=case]")["value"])  # type: ignore[index]


def tracking_one(world: World) -> Sent:
    return Sent(Client(), "/track/", {"code": tracked(world)[0], "tail": "1234"})


def giving_up(world: World) -> Sent:
    return Sent(Client(), "/track/withdrawal", {"case": tracked(world)[1], "reason": "不用办了"})


def comparing(world: World) -> Sent:
    walk = huining(world).sealed()
    token = qr.read(picture_of(files.get(walk.row.document_id)))[0].rsplit("/", 1)[1]  # type: ignore[arg-type]
    return Sent(
        Client(), "/v/comparison", {"by": "token", "key": token, "name": "马桂花", "last_four": "002X"}
    )


def handing_in(world: World) -> Sent:
    walk = huining(world).sealed()
    paper = files.get(walk.row.document_id)  # type: ignore[arg-type]

    def file() -> object:
        import io

        made = io.BytesIO(paper)
        made.name = "paper.pdf"
        return made

    return Sent(Client(), "/v/file", {"file": file})


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
    Case((handler.ReasonForm,), on_case("handler-withdraw", "handler", Walk.apply, reason="不办了")),
    Case((handler.DeliverForm,), on_case(
        "handler-deliver", "handler", Walk.sealed, how="in_person", recipient="马桂花", photo=photo)),
    Case((deciding.KinForm,), on_case("director-approve", "director", Walk.verified, kin="no")),
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
    Case((offices.AppointForm,), appointing),
    Case((offices.EndForm,), ending),
    Case((offices.LendForm,), lending),
    Case((offices.AccountForm,), opening_an_account),
    Case((offices.ReasonForm,), striking_off),
    Case((offices.CounterForm,), hanging_out),
    Case((keeping.EntrustForm,), entrusting),
    Case((keeping.DecideForm,), deciding_on),
    Case((keeping.LossForm,), losing),
    Case((township.NameForm,), naming),
    Case((township.IssueForm,), issuing),
    Case((township.RevokeForm,), revoking),
    Case((account.LoginForm,), logging_in),
    Case((account.CodeForm,), typing_a_code),
    Case((account.NewPasswordForm,), changing_the_password),
    Case((account.PinForm,), setting_a_pin),
    Case((account.SwitchForm,), switching),
    Case((account.ResetForm,), resetting("reset", what="password", reason="忘了")),
    Case((account.PhoneForm,), resetting("phone", phone="13800002222", reason="换了号")),
    Case((apply.UnitStep,), step("unit")),
    Case((apply.PurposeStep,), step("purpose")),
    Case((apply.WhoStep,), step("who")),
    Case((apply.WhomStep,), step("whom")),
    Case((apply.TieStep,), step("tie")),
    Case((apply.FactsStep,), step("facts")),
    Case((apply.ComesStep,), step("comes")),
    Case((tracking.TrackForm,), tracking_one),
    Case((tracking.WithdrawForm,), giving_up),
    Case((verify.ComparisonForm,), comparing),
    Case((verify.FileForm,), handing_in, taken="no true PDF"),  # the answer says what the file is not
]  # fmt: skip
