"""The table of the isolation matrix: what stands in addresses, and how one of a village's own is found.

A new address whose part is not named here fails the test, which says so. Then add one line:
to OBJECTS, if the part names something that belongs to a village (give every id of that village's);
to NO_OBJECT, if it names nothing of anybody's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from uuid import UUID

from tests.certificates.cast import page as form_page
from tests.deliberation import cast as held
from tests.supervision import inspections
from tests.supervision.letters import look, person, record
from tests.web.desk import Officer
from tests.web.deskcast import ADMINISTRATION, ANGSU, HUINING, HUISHI, OTOG, PINGTOUCHUAN
from tests.web.walking import ANYWAY, Walk, photo
from tests.workuse import cast as stamped
from tests.world import World
from zhengyin.certificates.models import Attachment, Certificate, FormPage, Grant, Pad, Slip
from zhengyin.deliberation.models import Meeting, Notice, Objection
from zhengyin.outbox import actions as outbox
from zhengyin.outbox.models import Message
from zhengyin.people.actions import register_device
from zhengyin.people.models import Account, Appointment, Device, Reset
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.reminders import actions as remind
from zhengyin.reminders.policy.choice import Way
from zhengyin.seals import actions as seals
from zhengyin.seals.actions import ask_take_out
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Custody, Handover, Impression, Seal, SigningCertificate, TakeOut
from zhengyin.seals.policy.handover import Listing
from zhengyin.shared.days import day_of
from zhengyin.supervision.models import AccessLetter, AnswerPhoto, Finding, Inspection, Look, Violation
from zhengyin.workuse.models import WorkFile, WorkGrant, WorkUse


@dataclass(frozen=True)
class Village:
    """A committee with everybody in it and above it."""

    prefix: str
    code: str
    above: tuple[UUID, ...]  # its township and county's offices

    @cached_property
    def at(self) -> UUID:
        return organization_id(f"committee:{self.code}")

    def fill(self, world: World) -> None:
        """One of everything: cases on their way, a notice, a meeting, a grant, a computer, a reset."""
        walk = Walk(world, self.at, self.prefix)
        for go in (Walk.apply, Walk.approved, Walk.sealed, Walk.verified):
            one = Walk(world, self.at, self.prefix)
            one.__dict__.update(handler=walk.handler, director=walk.director, custodian=walk.custodian)
            go(one)
            if go is Walk.approved:
                one.grant()
        self.photograph(Walk(world, self.at, self.prefix), walk)
        held.VILLAGES[self.prefix] = self.at
        held.object_to(held.post(one.case, village=self.prefix), who=f"{self.prefix}.supervisor")
        held.convene(one.case, village=self.prefix)
        clerk = held.officer(f"{self.prefix}.clerk")
        register_device(organization_id=self.at, name="柜台", actor=clerk, at=now())
        above = Officer(world, ABOVE[self.prefix], self.above[0])
        secretary = Account.objects.get(username=f"{self.prefix}.supervisor").pk
        said = {"what": "password", "reason": "忘了"}
        answer = above.client.post(f"/account/others/{secretary}/reset/", said)
        assert answer.status_code == 200 and Reset.objects.filter(account_id=secretary).exists()
        custody = Custody.objects.filter(seal__committee_id=self.at).latest("valid_from")
        now_, until = now(), now() + timedelta(hours=2)
        ask_take_out(
            seal_id=custody.seal_id, reason="集中登记", place="三社活动室", from_at=now_, until_at=until,
            actor=clerk, at=now_,
        )  # fmt: skip
        seal = Seal.objects.get(committee_id=self.at, state="in_use")
        above.post("township-record-impression", self.at, seal.pk, taken=photo(), **ANYWAY)
        self.let_look()
        self.remind()
        self.work()
        self.hand_over()
        self.be_inspected()

    def hand_over(self) -> None:
        """The seal begins to be handed over, and is counted."""
        chief = held.officer(f"{self.prefix}.director")
        row = seals.open_handover(
            seal_id=Seal.objects.get(committee_id=self.at, state="in_use").pk,
            reason=HandoverReason.CHANGE,
            changed_on=day_of(now()),
            actor=chief,
            at=now(),
        )
        whole = Listing("完好", "钥匙一把", "无", "", "", "")
        seals.list_for_handover(handover_id=row.pk, listing=whole, actor=chief, at=now())

    def work(self) -> None:
        """A work use with its file, approved, and a grant to seal it."""
        stamped.VILLAGES[self.prefix] = self.at
        stamped.SCOPES[self.prefix] = "HN_W2" if self.prefix.startswith("hn") else "VC_W1"
        asked = stamped.approved(stamped.request(self.prefix), self.prefix)
        stamped.grant(asked, held.officer(f"{self.prefix}.custodian"))

    def photograph(self, form: Walk, walk: Walk) -> None:
        """The other side's form, a material, and a pad of slips."""
        form.__dict__.update(handler=walk.handler)
        form.brought()
        said = {"other-name": "租房合同", "other-became": "seen", "other-shot": photo()}
        form.handler.post("handler-materials", form.case, **said)
        walk.custodian.post("pad-issue", slips="2")

    def remind(self) -> None:
        """Something that could not be sent to the director."""
        remind.choose(way=Way.SMS, actor=held.officer(f"{self.prefix}.director"), at=now())
        remind.put_reminders(at=now(), early=True)
        outbox.send_next(senders={}, at=now())

    def let_look(self) -> None:
        """A letter of access over the register, and a look by it."""
        county = self.prefix.split(".")[0]
        auditors = person(f"{county}.auditor"), person(f"{county}.auditor2")
        letter = record(
            f"{county}.lead", self.above[1], number=f"{self.prefix}的函", persons=auditors,
            committees=frozenset({self.at}),
        )  # fmt: skip
        look(letter, held.officer(f"{county}.auditor"), at=self.at)

    def be_inspected(self) -> None:
        """An inspection with an answered finding that was fed back, and a violation."""
        who, township = ABOVE[self.prefix], self.above[0]
        row = inspections.planned(who, township, committees=frozenset({self.at}))
        finding = inspections.found(row, who)
        inspections.notified(row, who)
        inspections.answer(finding, f"{self.prefix}.director", photos=(form_page(5),))
        inspections.feed_back(finding, who)
        inspections.recorded(who, township, committee=self.at)


ABOVE = {"hn.ljw": "hn.pt.officer", "hn.hsm": "hn.hs.officer", "od.hrgt": "od.as.officer"}
LIJIAWAN = Village("hn.ljw", "620422115203", (PINGTOUCHUAN, HUINING, ADMINISTRATION))
HUISHIMEN = Village("hn.hsm", "620422100003", (HUISHI, HUINING, ADMINISTRATION))
HARIGENTU = Village("od.hrgt", "150623103203", (ANGSU, OTOG, organization_id("administration:150623000000")))

# Everybody of another village, and everybody above one who is not above 李家湾: (account, seat).
STRANGERS = {
    HUISHIMEN: (
        "hn.hsm.clerk", "hn.hsm.director", "hn.hsm.deputy", "hn.hsm.custodian", "hn.hsm.secretary",
        "hn.hsm.supervisor", "hn.hs.officer",
    ),
    HARIGENTU: (
        "od.hrgt.clerk", "od.hrgt.director", "od.hrgt.deputy", "od.hrgt.custodian", "od.hrgt.secretary",
        "od.hrgt.supervisor", "od.as.officer", "od.lead", "od.system", "od.security", "od.audit",
        "od.auditor",
    ),
}  # fmt: skip

Ids = Callable[[Village], list[object]]


def cases(village: Village) -> list[object]:
    own = list(Certificate.objects.filter(organization_id=village.at).values_list("pk", flat=True))
    return own + of(WorkUse, organization_id="at")(village)


def grants(village: Village) -> list[object]:
    own = of(Grant, papers__certificate__organization_id="at")(village)
    return own + of(WorkGrant, work_use__organization_id="at")(village)


def of(model: object, **where: str) -> Ids:
    """Every row of `model` whose field `where` is the village."""
    field = next(iter(where))
    return lambda village: list(
        model.objects.filter(**{field: village.at}).values_list("pk", flat=True)  # type: ignore[attr-defined]
    )


def accounts(village: Village) -> list[object]:
    return list(
        Account.objects.filter(username__startswith=f"{village.prefix}.").values_list("pk", flat=True)
    )


def people(village: Village) -> list[object]:
    rows = Appointment.objects.filter(organization_id=village.at).order_by("person_id")
    return list(rows.values_list("person_id", flat=True).distinct())


def resets(village: Village) -> list[object]:
    return list(Reset.objects.filter(account__in=accounts(village)).values_list("pk", flat=True))


def letters(village: Village) -> list[object]:
    over = AccessLetter.objects.filter(committees__contains=[village.at])
    return list(over.values_list("pk", flat=True))


def messages(village: Village) -> list[object]:
    """What lies in the outbox for its people."""
    return list(Message.objects.filter(about__in=people(village)).values_list("pk", flat=True))


OBJECTS: dict[str, Ids] = {
    "case_id": cases,
    "case": lambda village: [case.hex for case in cases(village) if isinstance(case, UUID)],
    "grant_id": grants,
    "file_id": of(WorkFile, work_use__organization_id="at"),
    "notice_id": of(Notice, organization_id="at"),
    "meeting_id": of(Meeting, organization_id="at"),
    "objection_id": of(Objection, notice__organization_id="at"),
    "attachment_id": of(Attachment, material__certificate__organization_id="at"),
    "page_id": of(FormPage, certificate__organization_id="at"),
    "pad_id": of(Pad, organization_id="at"),
    "slip_id": of(Slip, organization_id="at"),
    "letter_id": letters,
    "look_id": of(Look, organization_id="at"),
    "inspection_id": of(Inspection, organization_id="at"),
    "finding_id": of(Finding, inspection__organization_id="at"),
    "photo_id": of(AnswerPhoto, finding__inspection__organization_id="at"),
    "violation_id": of(Violation, organization_id="at"),
    "seal_id": of(Seal, committee_id="at"),
    "impression_id": of(Impression, seal__committee_id="at"),
    "custody_id": of(Custody, seal__committee_id="at"),
    "take_out_id": of(TakeOut, seal__committee_id="at"),
    "handover_id": of(Handover, committee_id="at"),
    "certificate_id": of(SigningCertificate, committee_id="at"),
    "device_id": of(Device, organization_id="at"),
    "appointment_id": of(Appointment, organization_id="at"),
    "person_id": people,
    "account_id": accounts,
    "reset_id": resets,
    "committee_id": lambda village: [village.at],
    "owner_id": lambda village: [village.at, village.above[0]],
    "at_id": lambda village: [village.at, *village.above],
    "message_id": messages,
}
NO_OBJECT: dict[str, list[object]] = {
    # a lead body's, no village's: whose it is not does not find it, says tests/web/admission
    "proposal_id": [UUID(int=1)],
    "question_id": [UUID(int=1)],
    # a lead body's likewise: tests/web/bases
    "basis_id": [UUID(int=1)],
    "change_id": [UUID(int=1)],
    "cause_id": [UUID(int=1)],
    # likewise, says tests/web/consultation
    "consultation_id": [UUID(int=1)],
    "enclosure_id": [UUID(int=1)],
    "addressee_id": [UUID(int=1)],
    "opinion_id": [UUID(int=1)],
    "item_id": [UUID(int=1)],
    # likewise, says tests/web/cleanup and tests/web/plans
    "round_id": [UUID(int=1)],
    "review_id": [UUID(int=1)],
    "unit_id": [UUID(int=1)],
    "plan_id": [UUID(int=1)],
    "task_id": [UUID(int=1)],
    "item": ["ISS-NAT-01"],
    "enquiry_id": [UUID(int=1)],  # read by every village of the county; of another: tests/web/guidance
    "kind": ["admit"],
    "way": ["director", "handler", "member", "custodian", "second", "township", "department", "system"],
    "office": ["handler", "director", "custodian"],
    "month": ["2026-01"],
    "book": ["seals"],
    "year": [2025, 2026],
    "no": [2, 4],  # of the committee named beside it
    "paper": ["document", "minutes"],
    "number": [1],
}

# Parts of addresses everybody may open: public facts, and tokens that are their own key.
PUBLIC_PARTS = {"code", "item", "key", "token", "rest", "sheet", "result_id", "enclosed_id"}

# (address, method) whose answer to a stranger is not 404, with the reason. Short, or something is wrong.
OTHERWISE: dict[tuple[str, str], tuple[set[int], str]] = {
    ("custodian-do-seal", "post"): (
        {404, 422}, "a grant is a key, looked at by the act: another's opens nothing, like one made up"
    ),
}  # fmt: skip
