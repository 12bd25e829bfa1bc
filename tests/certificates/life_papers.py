"""Rules of a village's life about papers: brought, approved, sealed, taken back, entered late."""

from datetime import timedelta

from tests.certificates import papers
from tests.certificates.life_base import (
    BORROWER,
    CLERK,
    DIRECTOR,
    KEEPER,
    OVER_DAYS,
    SURE_DAYS,
    WHICH,
    LifeBase,
    people,
    tried,
)
from tests.certificates.papers import Paper, Stamped
from zhengyin.seals.policy.whereabouts import Where

WHERES = (None, None, None, *Where)  # None: where it is
HOURS = (0, 1, 2, 5, 30)


class PaperRules(LifeBase):
    """Whoever tries, the right people did it."""

    def chosen(self, which: int, state: str) -> Paper | None:
        """One in this state if there is one, else any."""
        fitting = [one for one in self.known.papers if one.state == state] or self.known.papers
        return fitting[which % len(fitting)] if fitting else None

    @tried(8, of_work=(False, True), who=people(CLERK))
    def bring(self, of_work: bool, who: str) -> None:
        paper = self.done("bring", who == CLERK, lambda: papers.bring(of_work, who, self.at))
        if paper is not None:
            self.known.papers.append(paper)

    @tried(
        12,
        lambda life: life.known.papers,
        which=WHICH,
        who=people(DIRECTOR, BORROWER),
    )
    def approve(self, which: int, who: str) -> None:
        paper, who = self.chosen(which, "verified"), self.whom(who)
        if paper is None:
            return
        may = paper.state == "verified" and who in self.directors and who != paper.handler
        if self.agreed(paper, who, may):
            paper.state, paper.approver = "approved", who

    def agreed(self, paper: Paper, who: str, may: bool) -> bool:
        def act() -> bool:
            papers.approve(paper, who, self.at)
            return True

        return bool(self.done("approve", may, act))

    @tried(
        18,
        lambda life: life.known.papers and (life.usable or life.known.state != "in_use"),
        which=WHICH,
        who=people(KEEPER),
        where=WHERES,
    )
    def seal(self, which: int, who: str, where: Where | None) -> None:
        paper, who, where = self.chosen(which, "approved"), self.whom(who), where or self.known.truly
        if paper is None:
            return

        def act() -> bool:
            papers.seal(paper, who, where, self.at)
            return True

        name = f"seal {where} {'work' if paper.of_work else 'certificate'}"
        if self.done(name, self.may_seal(paper, who, where), act):
            paper.state = "sealed"

    def may_seal(self, paper: Paper, who: str, where: Where) -> bool | None:
        """The rule of the house in six lines; None where holidays decide."""
        known = self.known
        by = paper.state == "approved" and who == known.keeper and who != paper.approver
        there = where is known.truly and known.carrier in ("", who)
        if not by or not there or known.state != "in_use":
            return False
        if known.handover_since is None or known.keeps_until is not None:
            return True
        days = (self.today - known.handover_since).days
        return True if days <= SURE_DAYS else False if days > OVER_DAYS else None

    @tried(2, lambda life: life.known.papers, which=WHICH, who=people(DIRECTOR, KEEPER))
    def take_back(self, which: int, who: str) -> None:
        """An approval is taken back, and the paper goes the same way again."""
        paper, who = self.chosen(which, "approved"), self.whom(who)
        if paper is None or which % 3:
            return

        def act() -> bool:
            papers.take_back(paper, who, self.at)
            papers.hand_in_again(paper, CLERK, self.at)
            return True

        may = None if paper.state == "approved" else False
        if self.done("take back", may, act):
            paper.state, paper.approver = "verified", ""

    @tried(6, lambda life: len(life.known.slips) < 2, who=people(KEEPER))
    def print_pad(self, who: str) -> None:
        who = self.whom(who)
        if len(self.known.slips) < 2:
            self.known.slips += self.done("print pad", None, lambda: papers.print_pad(who, self.at)) or []

    @tried(
        10,
        lambda life: life.known.slips,
        who=people(KEEPER),
        approver=people(DIRECTOR),
        sealer=people(KEEPER),
        hours=HOURS,
        which=WHICH,
    )
    def enter_late(self, who: str, approver: str, sealer: str, hours: int, which: int) -> None:
        if not self.known.slips:
            return
        slip = self.known.slips[which % len(self.known.slips)]
        stamped = Stamped(approver, self.whom(sealer), self.at - timedelta(hours=hours, minutes=3))
        failed = self.done("enter late", None, lambda: papers.enter(slip, stamped, self.whom(who), self.at))
        if failed is not None:
            self.known.slips.remove(slip)
            self.tally["enter late marked" if failed else "enter late unmarked"] += 1
