"""Forms about people, computers, names, seals and accounts."""

from datetime import timedelta

from django.test import Client

from tests.deliberation import cast as held
from tests.web.bad.lines import Case, Made, at
from tests.web.bad.sweep import Sent
from tests.web.deliberation.test_pages import heard_at
from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.web.deskcast import PINGTOUCHUAN, director, identity, officer, today, village
from tests.web.director_appointments.test_handover import acting
from tests.web.director_appointments.test_people import deputy
from tests.web.director_appointments.test_seal import begun, card, decided, entrusted, signed
from tests.web.township.test_acts import COUNTER, ELECTED, USCC, named
from tests.web.township.test_roster import whole as a_roster
from tests.web.walking import huining, photo
from tests.world import World
from zhengyin.people.actions import register_device
from zhengyin.people.models import Account, Appointment
from zhengyin.registers.queries import now
from zhengyin.seals.models import Seal, SigningCertificate
from zhengyin.shared.days import day_of
from zhengyin.web.account import forms as account
from zhengyin.web.keeping import forms as keeping
from zhengyin.web.keeping import handover_forms as handing
from zhengyin.web.offices import forms as offices
from zhengyin.web.township import forms as township


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


def signing(who: Officer, whom: dict[str, str], ground: dict[str, object]) -> Sent:
    """登记三方签字: two forms a page judges together."""
    row = begun(who)
    said = {**whom, "person": "", "phone": "", "last_day": "", **ground, **signed(who, row)}
    said.pop("since")
    pictures = {name: photo for name in said if name.endswith("scan")}
    return at(who, "keeping-complete", row.pk, **{**said, **pictures})


def entrusting(world: World) -> Sent:
    ground = entrusted(document_scan=photo)
    return signing(director(world), {"name": "王五一", "identity": identity(1)}, ground)


def deciding_on(world: World) -> Sent:
    who = Officer(world, "od.hrgt.director", GACHA)
    return signing(who, {"name": "巴图", "identity": identity(2)}, decided())


def beginning(world: World) -> Sent:
    return at(director(world), "keeping-begin", card().id, reason="change", changed_on=today())


def succeeding(world: World) -> Sent:
    who = director(world)
    said = {"person": "", "name": "王五一", "identity": identity(1), "phone": ""}
    return at(who, "keeping-successor", begun(who).pk, **said)


def counting(world: World) -> Sent:
    who = director(world)
    return at(who, "keeping-count", begun(who).pk, condition="完好", keys="一把", archives="无")


def acting_for(world: World) -> Sent:
    said = {"person": "", "name": "王五一", "identity": identity(1), "phone": "", **acting()}
    return at(director(world), "keeping-acting", card().id, **said, document_scan=photo)


def losing(world: World) -> Sent:
    return at(director(world), "keeping-loss", card().id, lost_at=heard_at(), circumstances="保险柜被撬")


def naming(world: World) -> Sent:
    row = village()
    said = {"legal_name": f"平头川镇{row.short_name}村民委员会", "uscc": USCC, "photo": photo}
    return at(officer(world), "township-name", row.pk, **said)


def handing_in_a_roster(world: World) -> Sent:
    return at(officer(world), "township-roster", table=a_roster)


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


CASES = [
    Case((offices.AppointForm,), appointing),
    Case((offices.EndForm,), ending),
    Case((offices.LendForm,), lending),
    Case((offices.AccountForm,), opening_an_account),
    Case((offices.ReasonForm,), striking_off),
    Case((offices.CounterForm,), hanging_out),
    Case((handing.SignedForm, keeping.EntrustForm), entrusting),
    Case((handing.SignedForm, keeping.DecideForm), deciding_on),
    Case((handing.OpenForm,), beginning),
    Case((handing.SuccessorForm,), succeeding),
    Case((handing.ListForm,), counting),
    Case((handing.ActingForm,), acting_for),
    Case((keeping.LossForm,), losing),
    Case((township.NameForm,), naming),
    Case((township.IssueForm,), issuing),
    Case((township.RosterForm,), handing_in_a_roster),
    Case((township.RevokeForm,), revoking),
    Case((account.LoginForm,), logging_in),
    Case((account.CodeForm,), typing_a_code),
    Case((account.NewPasswordForm,), changing_the_password),
    Case((account.PinForm,), setting_a_pin),
    Case((account.SwitchForm,), switching),
    Case((account.ResetForm,), resetting("reset", what="password", reason="忘了")),
    Case((account.PhoneForm,), resetting("phone", phone="13800002222", reason="换了号")),
]  # fmt: skip
