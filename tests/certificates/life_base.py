"""What a village's life keeps: the time, what the model knows, and a count of what really happened."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from tests.certificates.cast import LIJIAWAN, officer
from tests.certificates.papers import Paper
from zhengyin.people.actor import Actor
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.whereabouts import Where
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused

T = TypeVar("T")
DIRECTOR, DEPUTY, CLERK, CUSTODIAN, SUPERVISOR, TOWNSHIP = (
    "hn.ljw.director", "hn.ljw.deputy", "hn.ljw.clerk", "hn.ljw.custodian", "hn.ljw.supervisor",
    "hn.pt.officer",
)  # fmt: skip
STRANGERS = ("hn.ptc.director", "hn.ptc.clerk")  # of the next village, where the clerk keeps the seal
EVERYBODY = (DIRECTOR, DEPUTY, CLERK, CUSTODIAN, SUPERVISOR, TOWNSHIP, *STRANGERS)
KEEPER, BORROWER = "", "?"  # stand for whoever keeps the seal, or has the director's office lent, just then
AN_ACT = timedelta(minutes=40)
SURE_DAYS, OVER_DAYS = 10, 20  # of a handover: until then it runs; holidays may put its end off until then


def people(*usual: str) -> tuple[str, ...]:
    """Mostly those whose act it is, else anybody."""
    return (*usual * (24 // len(usual)), *EVERYBODY)


WHICH = tuple(range(20))


@dataclass
class Known:
    """What the model knows of the official seal and of who may do what with it."""

    seal: UUID
    state: str = "in_use"  # else stopped or collected
    keeper: str = CUSTODIAN  # empty: nobody
    keeps_until: date | None = None  # acting custody alone ends by itself
    handover_since: date | None = None
    broken_off_since: date | None = None  # it goes on when the seal comes back
    carrier: str = ""  # empty: at its place of keeping
    lent_to: str = ""
    lent_until: date | None = None
    closed: bool = False
    papers: list[Paper] = field(default_factory=list)
    slips: list[UUID] = field(default_factory=list)

    @property
    def truly(self) -> Where:
        """Where the seal is."""
        return Where.OUT if self.carrier else Where.OFFICE


def tried(
    weight: int, fits: Callable[[Any], object] = lambda life: True, **options: Sequence[Any]
) -> Callable[[T], T]:
    """Mark a method as something that may be tried: how often, when at all, with one of which values."""

    def marked(method: T) -> T:
        method.tried = (weight, fits, options)  # type: ignore[attr-defined]
        return method

    return marked


@cache
def tried_of(life: type) -> dict[str, Any]:
    """The acts that may be tried, by name."""
    found = ((name, getattr(life, name)) for name in dir(life))
    return {name: method.tried for name, method in found if hasattr(method, "tried")}


class LifeBase:
    """One village, from `turn - before` on. `said` is what was done, as a walk, `tally` how often it went."""

    def __init__(self, turn: datetime, before: timedelta, tally: Counter[str]) -> None:
        self.turn, self.began, self.at, self.tally = turn, turn - before, turn - before, tally
        self.said: list[str] = []
        self.known = Known(Seal.objects.get(committee_id=LIJIAWAN).pk)

    def step(self, chance: Random) -> None:
        """Somebody tries something, by weight; said as a line to be pasted into a walk."""
        every = tried_of(type(self))
        fitting = {name: weight for name, (weight, fits, _) in every.items() if fits(self)}
        name = chance.choices(list(fitting), list(fitting.values()))[0]
        self.walk(name, **{key: chance.choice(values) for key, values in every[name][2].items()})

    def walk(self, name: str, **said: Any) -> None:
        """Do this one, in its time."""
        self.said.append(f"life.walk({', '.join([repr(name), *(f'{k}={v!r}' for k, v in said.items())])})")
        self.pass_time()
        getattr(self, name)(**said)

    @property
    def today(self) -> date:
        return day_of(self.at)

    def pass_time(self, by: timedelta = AN_ACT) -> None:
        """On, but never up to today; custody for a while and a loan end by themselves."""
        self.at = min(self.at + by, self.turn + timedelta(days=80) + len(self.known.papers) * AN_ACT)
        known = self.known
        if known.keeps_until is not None and known.keeps_until <= self.today:
            known.keeper, known.keeps_until = "", None
        if known.lent_until is not None and known.lent_until <= self.today:
            known.lent_to, known.lent_until = "", None

    def whom(self, who: str) -> str:
        if who == BORROWER:
            return self.known.lent_to or DIRECTOR
        return who or self.known.keeper or CUSTODIAN

    def actor(self, who: str) -> Actor:
        return officer(who, self.at)

    @property
    def usable(self) -> bool:
        """Somebody keeps the seal, and it may be used."""
        return self.known.state == "in_use" and bool(self.known.keeper)

    @property
    def directors(self) -> frozenset[str]:
        return frozenset({DIRECTOR, self.known.lent_to} - {""})

    def done(self, name: str, may: bool | None, act: Callable[[], T]) -> T | None:
        """Do it; where the model is sure it happened exactly then. A fault of the database is a failure."""
        try:
            with transaction.atomic():
                made = act()
        except Refused as refused:
            assert may is not True, (name, [(one.code, one.about) for one in refused.refusals])
            self.tally[f"{name} refused: {' '.join(one.code for one in refused.refusals)}"] += 1
            return None
        assert may is not False, f"{name} should have been refused"
        self.tally[name] += 1
        return made
