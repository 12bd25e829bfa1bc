"""Forms about people, computers, names, seals and accounts."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
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
from tests.web.filing.test_filing import entrusted as filed
from tests.web.keeping import outings
from tests.web.township.test_acts import COUNTER, ELECTED, USCC, named
from tests.web.township.test_roster import whole as a_roster
from tests.web.walking import ANYWAY, huining, photo
from tests.world import World
from zhengyin.people.actions import register_device
from zhengyin.people.models import Account, Appointment
from zhengyin.registers.queries import now
from zhengyin.seals.models import Seal, SigningCertificate
from zhengyin.shared.days import day_of
from zhengyin.web.account import forms as account
from zhengyin.web.account import reminders as reminding
from zhengyin.web.filing import forms as filing
from zhengyin.web.keeping import forms as keeping
from zhengyin.web.keeping import handover_forms as handing
from zhengyin.web.keeping import take_out_forms as outside
from zhengyin.web.offices import forms as offices
from zhengyin.web.township import forms as township
from zhengyin.web.township import sealforms


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
    said = {
        "legal_name": f"平头川镇{row.short_name}村民委员会",
        "uscc": USCC,
        "photo": photo,
        "why_without": "",
    }
    return at(officer(world), "township-name", row.pk, **said)


def handing_in_a_roster(world: World) -> Sent:
    return at(officer(world), "township-roster", table=a_roster)


def issuing(world: World) -> Sent:
    who = officer(world)
    row = named(who)
    who.post("township-order-seal", row.pk)
    seal = Seal.objects.get(committee=row)
    said = {"made_on": today(), "issued_on": today(), "received_by": "王五", "police_number": "6204220001234",
            "receipt": photo, "impression": photo, **ANYWAY}  # fmt: skip
    return at(who, "township-issue-seal", row.pk, seal.pk, **said)


def ordering(world: World) -> Sent:
    who = officer(world)
    said = {"kind": "official", "purpose": "", "reason": "", "shape": "shape_round", "diameter_mm": "42",
            "star": "yes", "second_script": photo, "material": "铜", "engraver": "刻字社",
            "police_number": "6204220001234"}  # fmt: skip
    return at(who, "township-order-seal", named(who).pk, **said)


def dated(said: dict[str, object]) -> dict[str, object]:
    return {name: today() if value is TODAY else value for name, value in said.items()}


def on_a_seal(address: str, /, *before: tuple[str, dict[str, object]], **said: object) -> Made:
    def made(world: World) -> Sent:
        who = officer(world)
        seal = Seal.objects.get(committee_id=LIJIAWAN, state="in_use")
        if address in FOR_ANOTHER:
            who.post(
                "township-order-seal",
                LIJIAWAN,
                reason="磨损",
                diameter_mm="42",
                police_number="6204220001234",
            )
        for name, words in before:
            who.post(name, LIJIAWAN, seal.pk, **dated(words))
        return at(who, address, LIJIAWAN, seal.pk, **dated(said))

    return made


TODAY = object()  # the database's day, when it is sent
FOR_ANOTHER = ("township-collect-seal", "township-destroy-seal")  # a new one is being engraved in its place
COLLECTED: tuple[str, dict[str, object]] = (
    "township-collect-seal", {"collected_on": TODAY, "handed_in_by": "李国栋"},
)  # fmt: skip


def ending_a_committee(world: World) -> Sent:
    said = {"how": "merged", "into": str(village().pk), "ended_on": today(), "document": "会政发〔2026〕12号"}
    return at(officer(world), "township-end", LIJIAWAN, **said)


def withholding(world: World) -> Sent:
    said = {"since": heard_at(), "document": "平政公告〔2026〕3号", "reason": "两次书面催交"}
    return on_a_seal("township-void-seal", **said)(world)


def losing_the_key(world: World) -> Sent:
    certificate = SigningCertificate.objects.get(committee_id=LIJIAWAN, revoked_at=None)
    said = {"lost_at": heard_at(), "circumstances": "电脑被盗"}
    return at(director(world), "keeping-key-loss", certificate.pk, **said)


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


def choosing_a_way(world: World) -> Sent:
    return Sent(huining(world).director.client, "/account/reminders/", {"way": "sms"})


def giving_an_address(world: World) -> Sent:
    return Sent(huining(world).director.client, "/account/reminders/email/", {"email": "li@example.cn"})


def confirming_an_address(world: World) -> Sent:
    asked = giving_an_address(world)
    asked.send()
    file = Path(settings.FILES_DIR).parent / "email-demonstration.txt"
    code = file.read_text().rpartition("验证码")[2][:6]
    return Sent(asked.client, "/account/reminders/email/code/", {"code": code})


def moving(world: World) -> Sent:
    return at(director(world), "keeping-place", card().custody_id, place="村委会档案室")


def asking_out(world: World) -> Sent:
    return at(outings.clerk(world), "keeping-ask-out", card().id, **outings.asking())


def saying_no(world: World) -> Sent:
    return at(director(world), "keeping-out-decline", outings.asked(world).pk, reason="人来办就行")


def giving_more_time(world: World) -> Sent:
    row = outings.out(world)
    said = {"until_at": outings.typed(row.until_at + timedelta(hours=1)), "why": "还没有盖完"}
    return at(director(world), "keeping-out-extend", row.pk, **said)


def bringing_back(world: World) -> Sent:
    row = outings.out(world)
    return at(outings.custodian(world), "keeping-out-back", row.pk, back_at=outings.typed(now()))


def sending_back(world: World) -> Sent:
    return at(officer(world), "filing-return", *filed(), question="委托书缺日期")


def answering(world: World) -> Sent:
    sending_back(world).send()
    return at(director(world), "filing-answer", *filed(), answer="已补上日期")


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
    Case((keeping.PlaceForm,), moving),
    Case((outside.AskForm,), asking_out),
    Case((outside.ExtendForm,), giving_more_time),
    Case((outside.ReturnForm,), bringing_back),
    Case((outside.WhyForm,), saying_no),
    Case((filing.QuestionForm,), sending_back),
    Case((filing.AnswerForm,), answering),
    Case((township.NameForm,), naming),
    Case((sealforms.OrderForm,), ordering),
    Case((sealforms.IssueForm,), issuing),
    Case((sealforms.ReasonForm,), on_a_seal("township-stop-seal", reason="争议")),
    Case((sealforms.VoidForm,), withholding),
    Case((sealforms.CollectForm,), on_a_seal(
        "township-collect-seal", collected_on=TODAY, handed_in_by="李国栋", paper=photo)),
    Case((sealforms.DestroyForm,), on_a_seal(
        "township-destroy-seal", COLLECTED, destroyed_on=TODAY, place="镇政府", how="锯断",
        first_witness="赵大有", second_witness="钱进", record=photo)),
    Case((sealforms.ImpressionForm,), on_a_seal("township-record-impression", taken=photo, **ANYWAY)),
    Case((sealforms.CommitteeEndForm,), ending_a_committee),
    Case((keeping.KeyLossForm,), losing_the_key),
    Case((township.RosterForm,), handing_in_a_roster),
    Case((township.RevokeForm,), revoking),
    Case((account.LoginForm,), logging_in),
    Case((account.CodeForm,), typing_a_code),
    Case((account.NewPasswordForm,), changing_the_password),
    Case((account.PinForm,), setting_a_pin),
    Case((account.SwitchForm,), switching),
    Case((account.ResetForm,), resetting("reset", what="password", reason="忘了")),
    Case((account.PhoneForm,), resetting("phone", phone="13800002222", reason="换了号")),
    Case((reminding.WayForm,), choosing_a_way),
    Case((reminding.EmailForm,), giving_an_address),
    Case((reminding.EmailCodeForm,), confirming_an_address),
]  # fmt: skip
