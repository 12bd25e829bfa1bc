"""Rules of a village's life about time: an office lent, a year closed, an act begun in its last second."""

from datetime import timedelta

from tests.certificates import papers
from tests.certificates.cast import LIJIAWAN
from tests.certificates.life_base import (
    CLERK,
    CUSTODIAN,
    DEPUTY,
    DIRECTOR,
    KEEPER,
    SUPERVISOR,
    LifeBase,
    people,
    tried,
)
from tests.certificates.pads import person
from zhengyin.archive import actions as archive
from zhengyin.archive.models import YearEnd
from zhengyin.archive.policy import Filing
from zhengyin.archive.workflow import YearState
from zhengyin.people import actions as offices
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Nature, Office

WAITS = (3, 3, 9, 9, 24, 24, 72, 264)


class YearRules(LifeBase):
    """Nothing here waits for a clock: time is passed in."""

    @tried(8, hours=WAITS)
    def wait(self, hours: int) -> None:
        self.pass_time(timedelta(hours=hours))

    @tried(
        4,
        lambda life: not life.known.lent_to,
        who=people(DIRECTOR),
        to=(DEPUTY, CUSTODIAN, CUSTODIAN, CUSTODIAN, CLERK),
        days=(1, 7),
    )
    def lend(self, who: str, to: str, days: int) -> None:
        until = self.today + timedelta(days=days)
        own = Appointment.objects.get(
            organization_id=LIJIAWAN, office=Office.DIRECTOR, nature=Nature.APPOINTED
        )
        may = None if who == DIRECTOR and to != self.known.keeper else False
        if self.done("lend", may, lambda: offices.delegate(
            appointment_id=own.pk, person_id=person(to), since=self.today, until=until, reason="外出",
            actor=self.actor(who), at=self.at,
        )):  # fmt: skip
            self.known.lent_to, self.known.lent_until = to, until

    @tried(4, lambda life: life.known.lent_to, who=people(DIRECTOR))
    def end_loan(self, who: str) -> None:
        rows = Appointment.objects.filter(organization_id=LIJIAWAN, nature=Nature.DELEGATED, ended_at=None)
        row = rows.filter(valid_until__gt=self.today).first()
        if row is not None and self.done("end loan", None, lambda: offices.end_appointment(
            appointment_id=row.pk, on=self.today, reason="回来了", actor=self.actor(who), at=self.at
        )):  # fmt: skip
            self.known.lent_to, self.known.lent_until = "", None

    @tried(
        8,
        lambda life: life.at >= life.turn and not life.known.closed,
        prepares=people(KEEPER),
        signs=people(SUPERVISOR),
        closes=people(DIRECTOR),
    )
    def close_year(self, prepares: str, signs: str, closes: str) -> None:
        """Counted, signed, closed, as far as each of the three may."""
        year = self.turn.year - 1
        over = self.at >= self.turn

        def prepare() -> object:
            return archive.prepare(
                organization_id=LIJIAWAN, year=year, filing=Filing(), actor=self.actor(self.whom(prepares)),
                at=self.at,
            )  # fmt: skip

        self.count_anew(year)
        self.done("prepare year", None if over and not self.known.closed else False, prepare)
        if not YearEnd.objects.filter(organization_id=LIJIAWAN, year=year).exists():
            return
        said = {"organization_id": LIJIAWAN, "year": year, "at": self.at}
        may = None if not self.known.closed else False
        self.done("sign year", may, lambda: archive.sign(actor=self.actor(signs), **said))  # type: ignore[arg-type]
        if self.done("close year", may, lambda: archive.close(actor=self.actor(closes), **said)):  # type: ignore[arg-type]
            self.known.closed = True

    def count_anew(self, year: int) -> None:
        """What was counted before and not closed is given back: lines have come since."""
        rows = YearEnd.objects.filter(organization_id=LIJIAWAN, year=year, closed_at=None)
        if rows.exclude(state=YearState.RETURNED).exists():
            self.done("give back year", None, lambda: archive.give_back(
                organization_id=LIJIAWAN, year=year, reason="又有新的", actor=self.actor(SUPERVISOR),
                at=self.at,
            ))  # fmt: skip

    @tried(4, lambda life: life.at >= life.turn, of_work=(False, True))
    def straggle(self, of_work: bool) -> None:
        """An act begun in the last second of the old year comes through after it; not after its closing."""
        if self.at < self.turn:
            return
        last = self.turn - timedelta(seconds=1)
        self.done("straggle", not self.known.closed, lambda: papers.bring(of_work, CLERK, last))
