"""Who acts: one human with the offices in force that day. Pure."""

from dataclasses import dataclass
from uuid import UUID

from zhengyin.people.offices import Office
from zhengyin.registers.lines import Signature


@dataclass(frozen=True, slots=True)
class Held:
    """One office held at one organization on the day of the act, delegations included."""

    office: Office
    at: UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in a session. `session_id` is None only for set-up, pack loading and a first password."""

    person_id: UUID
    name: str
    session_id: UUID | None
    holds: frozenset[Held]

    @property
    def foremost(self) -> Held | None:
        """The office under which acts on the own log-in are written, if any is held."""
        order = list(Office)
        return min(self.holds, key=lambda one: (order.index(one.office), str(one.at)), default=None)

    def has(self, office: Office, at: UUID) -> bool:
        """True when the person holds `office` in the organization `at`."""
        return Held(office, at) in self.holds

    def offices_at(self, at: UUID) -> frozenset[Office]:
        """Every office held in the organization `at`."""
        return frozenset(held.office for held in self.holds if held.at == at)

    def organizations(self, office: Office) -> frozenset[UUID]:
        """Every organization in which the person holds `office`."""
        return frozenset(held.at for held in self.holds if held.office == office)

    def signature(self, office: Office) -> Signature:
        """What a register line says of this person, acting in `office`."""
        return Signature(self.person_id, self.name, office.value, self.session_id)
