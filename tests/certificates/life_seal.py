"""Rules of a village's life about its seal: out and back, lost, stopped, renewed, handed over, acted for."""

from datetime import timedelta

from tests.certificates.cast import LIJIAWAN
from tests.certificates.life_base import (
    CLERK,
    CUSTODIAN,
    DEPUTY,
    DIRECTOR,
    KEEPER,
    STRANGERS,
    SUPERVISOR,
    TOWNSHIP,
    LifeBase,
    people,
    tried,
)
from tests.certificates.pads import person
from zhengyin.documents import files
from zhengyin.seals import actions
from zhengyin.seals.actions import Wanted
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Handover, Seal, TakeOut
from zhengyin.seals.policy.custody import Entrustment
from zhengyin.seals.policy.handover import Listing, Signed
from zhengyin.seals.workflow import HandoverState, SealState
from zhengyin.seals.workflow.take_out import OPEN, TakeOutState

LISTING = Listing("完好", "钥匙两把", "登记簿5本", "", "", "")
HEIRS = (*(CUSTODIAN, CLERK) * 5, DEPUTY, DIRECTOR)
HOURS = (0, 1, 4, 30)


class SealRules(LifeBase):
    """Where the model is not sure the room decides, and the statements of `never` judge it."""

    @tried(8, lambda life: life.usable and not life.open_take_out(), who=people(CLERK), hours=(6, 30, 100))
    def ask_out(self, who: str, hours: int) -> None:
        may = None if self.known.state == "in_use" and self.known.keeper and not self.known.carrier else False
        self.done("ask out", may, lambda: actions.ask_take_out(
            seal_id=self.known.seal, reason="集中办理", place="三社", from_at=self.at,
            until_at=self.at + timedelta(hours=hours), actor=self.actor(who), at=self.at,
        ))  # fmt: skip

    def asked_out(self, *states: TakeOutState) -> bool:
        row = self.open_take_out()
        return row is not None and row.state in states

    def out_lies_behind(self) -> bool:
        row = self.open_take_out()
        return row is not None and row.until_at <= self.at

    def open_take_out(self) -> TakeOut | None:
        return TakeOut.objects.filter(seal_id=self.known.seal, state__in=[one.value for one in OPEN]).first()

    @tried(
        14,
        lambda life: life.asked_out(TakeOutState.ASKED) and not life.out_lies_behind(),
        who=people(DIRECTOR),
    )
    def approve_out(self, who: str) -> None:
        row = self.open_take_out()
        if row is not None:
            may = None if who in self.directors and self.known.state == "in_use" else False
            self.done("approve out", may, lambda: actions.approve_take_out(
                take_out_id=row.pk, actor=self.actor(who), at=self.at
            ))  # fmt: skip

    @tried(
        14,
        lambda life: life.asked_out(TakeOutState.APPROVED) and not life.out_lies_behind(),
        who=people(KEEPER),
    )
    def leave(self, who: str) -> None:
        row, who = self.open_take_out(), self.whom(who)
        if row is not None:
            may = None if who == self.known.keeper and self.known.state == "in_use" else False
            if self.done("leave", may, lambda: actions.leave_with_seal(
                take_out_id=row.pk, actor=self.actor(who), at=self.at
            )):  # fmt: skip
                self.known.carrier = who

    @tried(
        4,
        lambda life: life.out_lies_behind() and not life.asked_out(TakeOutState.OUT),
        who=people(CLERK),
    )
    def withdraw_out(self, who: str) -> None:
        row = self.open_take_out()
        if row is not None:
            self.done("withdraw out", None, lambda: actions.withdraw_take_out(
                take_out_id=row.pk, why="不去了", actor=self.actor(who), at=self.at
            ))  # fmt: skip

    @tried(
        4,
        lambda life: life.asked_out(TakeOutState.OUT),
        who=people(KEEPER, DIRECTOR),
        minutes=(0, 10, 30, 90),
    )
    def bring_back(self, who: str, minutes: int) -> None:
        row, who = self.open_take_out(), self.whom(who)
        if row is not None:
            back_at = self.at - timedelta(minutes=minutes)
            if self.done("bring back", None if self.known.carrier else False, lambda: actions.bring_back(
                take_out_id=row.pk, back_at=back_at, actor=self.actor(who), at=self.at
            )):  # fmt: skip
                self.known.carrier = ""

    @tried(2, who=people(KEEPER, DIRECTOR), hours=HOURS)
    def lose(self, who: str, hours: int) -> None:
        who = self.whom(who)
        at_hand = self.known.state in ("in_use", "stopped")  # one in dispute is stolen too
        missing = at_hand and who not in (*STRANGERS, TOWNSHIP)  # all who work there
        may = None if missing else False  # a new seal was not lost before it was there
        if self.done("lose", may, lambda: actions.report_loss(
            seal_id=self.known.seal, lost_at=self.at - timedelta(hours=hours), circumstances="不见了",
            actor=self.actor(who), at=self.at,
        )):  # fmt: skip
            self.known.carrier = ""
            self.stopped()

    @tried(1, who=people(TOWNSHIP))
    def stop(self, who: str) -> None:
        may = self.known.state == "in_use" and who == TOWNSHIP
        if self.done("stop", may, lambda: actions.stop_seal(
            seal_id=self.known.seal, reason="争议", actor=self.actor(who), at=self.at
        )):  # fmt: skip
            self.stopped()

    def stopped(self) -> None:
        known = self.known
        known.broken_off_since = known.handover_since or known.broken_off_since
        known.state, known.handover_since = "stopped", None

    @tried(12, lambda life: life.known.state == "stopped", who=people(TOWNSHIP))
    def restore(self, who: str) -> None:
        may = None if self.known.state == "stopped" and who == TOWNSHIP else False
        if self.done("restore", may, lambda: actions.restore_seal(
            seal_id=self.known.seal, reason="找到了", actor=self.actor(who), at=self.at
        )):  # fmt: skip
            known = self.known
            known.state = "in_use"
            known.handover_since, known.broken_off_since = known.broken_off_since, None

    def engraved(self) -> Seal | None:
        return Seal.objects.filter(committee_id=LIJIAWAN, state=SealState.ENGRAVING).first()

    @tried(1, lambda life: not life.engraved(), who=people(TOWNSHIP))
    def order(self, who: str) -> None:
        self.done("order", who == TOWNSHIP, lambda: actions.order_seal(
            organization_id=LIJIAWAN, reason="磨损", actor=self.actor(who), at=self.at
        ))  # fmt: skip

    @tried(8, lambda life: life.engraved())
    def renew(self) -> None:
        """The next step towards the other seal: the old one is taken in, then the new one handed out."""
        new = self.engraved()
        if new is not None and self.known.state == "collected":
            self.issue(new)
        elif new is not None:
            self.collect()

    def collect(self) -> None:
        if self.done("collect", True, lambda: actions.collect_seal(
            seal_id=self.known.seal, collected_on=self.today, handed_in_by="李国栋",
            actor=self.actor(TOWNSHIP), at=self.at,
        )):  # fmt: skip
            known = self.known
            known.state, known.carrier, known.keeper = "collected", "", ""
            known.keeps_until = known.handover_since = known.broken_off_since = None

    def issue(self, new: Seal) -> None:
        if self.done("issue", True, lambda: actions.issue_seal(
            seal_id=new.pk, made_on=self.today, issued_on=self.today, received_by="李国栋",
            actor=self.actor(TOWNSHIP), at=self.at,
        )):  # fmt: skip
            self.known.seal, self.known.state = new.pk, "in_use"

    @tried(
        12,
        lambda life: not life.known.keeper and life.known.state == "in_use",
        who=people(DIRECTOR),
        heir=HEIRS,
    )
    def entrust(self, who: str, heir: str) -> None:
        if self.known.keeper:
            return
        may = None if who in self.directors and heir not in (DEPUTY, *self.directors) else False
        if self.done("entrust", may, lambda: actions.appoint_custodian(
            seal_id=self.known.seal, person_id=person(heir), place="保险柜", ground=self.ground(),
            since=self.today, actor=self.actor(who), at=self.at,
        )):  # fmt: skip
            self.known.keeper = heir

    def ground(self) -> Entrustment:
        return Entrustment(self.today, "委托书")

    @tried(
        6,
        lambda life: life.usable,
        who=people(DIRECTOR, TOWNSHIP),
        days=(0, 0, 0, 3, 12),
    )
    def open_handover(self, who: str, days: int) -> None:
        may = None if self.known.state == "in_use" and self.known.handover_since is None else False
        since = self.today - timedelta(days=days)
        if self.done("open handover", may, lambda: actions.open_handover(
            seal_id=self.known.seal, reason=HandoverReason.CHANGE, changed_on=since, actor=self.actor(who),
            at=self.at,
        )):  # fmt: skip
            self.known.handover_since = since

    def handover(self) -> Handover | None:
        return Handover.objects.filter(committee_id=LIJIAWAN, state=HandoverState.OPEN).first()

    @tried(14, lambda life: life.handover(), who=people(DIRECTOR), heir=HEIRS)
    def complete_handover(self, who: str, heir: str) -> None:
        """Counted, signed by three, and the seal is the next one's."""
        row = self.handover()
        if row is None:
            return
        may = None if who in self.directors and heir not in (DEPUTY, *self.directors) else False
        if self.done("complete handover", may, lambda: self.pass_on(row, who, heir)):
            known = self.known
            known.keeper, known.keeps_until, known.handover_since = heir, None, None

    def pass_on(self, row: Handover, who: str, heir: str) -> object:
        scan = files.put(
            data=b"%PDF-signed", content_type="application/pdf", purpose="seal.handover", owner=LIJIAWAN,
            county_code="620422000000", at=self.at,
        ).pk  # fmt: skip
        actor, at = self.actor(who), self.at
        actions.list_for_handover(handover_id=row.pk, listing=LISTING, actor=actor, at=at)
        handed = person(self.known.keeper) if self.known.keeper else row.custody.person_id
        return actions.complete_handover(
            handover_id=row.pk, wanted=Wanted(person(heir), self.ground(), "柜", self.today),
            signed=Signed(self.today, handed, "", person(SUPERVISOR), scan), actor=actor, at=at,
        )  # fmt: skip

    @tried(1, lambda life: life.handover(), who=people(DIRECTOR, TOWNSHIP))
    def cancel_handover(self, who: str) -> None:
        row = self.handover()
        if row is not None and self.done("cancel handover", None, lambda: actions.cancel_handover(
            handover_id=row.pk, reason="不换了", actor=self.actor(who), at=self.at
        )):  # fmt: skip
            self.known.handover_since = None

    @tried(2, lambda life: life.known.keeper, who=people(DIRECTOR), heir=HEIRS, days=(1, 5, 30))
    def act_for(self, who: str, heir: str, days: int) -> None:
        """临时代管: the custodian is gone, another keeps the seal from today, for so many days."""
        fitting = who in self.directors and heir not in (DEPUTY, *self.directors)
        may = None if fitting and self.known.state == "in_use" else False
        until, since = self.today + timedelta(days=days), self.today
        wanted = Wanted(
            person(heir), self.ground(), "柜", since, until=until, gone="住院",
        )  # fmt: skip
        if self.done("act for", may, lambda: actions.appoint_acting_custodian(
            seal_id=self.known.seal, wanted=wanted, actor=self.actor(who), at=self.at
        )):  # fmt: skip
            known = self.known
            known.keeper, known.keeps_until = heir, until
            known.handover_since = known.handover_since or since
