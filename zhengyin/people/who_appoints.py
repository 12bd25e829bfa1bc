"""Who appoints whom: one table. Pure.

A row says which office, in which kind of organization, is given by whom, from where, with whom
as the second person, and on what paper. Nobody appoints himself; that is a rule, not a row.
"""

from dataclasses import dataclass
from enum import StrEnum

from zhengyin.people.offices import ADMINISTRATORS, Nature, Office


class Seat(StrEnum):
    """Where the appointing person sits, seen from the organization of the office."""

    SAME = "same"  # the organization itself
    TOWNSHIP = "township"  # the township above the committee
    COUNTY = "county"  # the lead body of its county
    ADMINISTRATION = "administration"  # where the three administrators of its place sit


class Basis(StrEnum):
    """The paper an appointment rests on."""

    SET_UP = "set_up"
    ELECTION = "election"
    DOCUMENT = "document"
    DIRECTOR = "director"  # the director's entrustment or decision
    MEETING = "meeting"  # nominated, then decided by the representatives' meeting
    ACCESS_LETTER = "access_letter"


BASIS_LABELS: dict[Basis, str] = {
    Basis.SET_UP: "系统开通设置",
    Basis.ELECTION: "选举结果",
    Basis.DOCUMENT: "任职文件",
    Basis.DIRECTOR: "主任委托（指定）",
    Basis.MEETING: "提名并经代表会议讨论决定",
    Basis.ACCESS_LETTER: "调阅函",
}


@dataclass(frozen=True, slots=True)
class Appointer:
    """One of `offices`, held at `seat`."""

    offices: frozenset[Office]
    seat: Seat


@dataclass(frozen=True, slots=True)
class Row:
    """One way in which an office is given."""

    office: Office
    nature: Nature
    seats_in: frozenset[str]  # kinds of organization that have this office
    by: Appointer
    second: Appointer | None
    bases: frozenset[Basis]


COMMITTEE = frozenset({"committee"})
COUNTY_LEAD = frozenset({"county_lead"})
ADMINISTRATION = frozenset({"administration"})
ELECTED = frozenset({Basis.ELECTION})
ON_DOCUMENT = frozenset({Basis.DOCUMENT})


def _by(seat: Seat, *offices: Office) -> Appointer:
    return Appointer(frozenset(offices), seat)


_FROM_TOWNSHIP = _by(Seat.TOWNSHIP, Office.TOWNSHIP)
_FROM_DIRECTOR = _by(Seat.SAME, Office.DIRECTOR)
_FROM_COUNTY = _by(Seat.COUNTY, Office.COUNTY_LEAD)
_KEEPER = _by(Seat.SAME, Office.DIRECTOR, Office.PARTY_ORGANIZATION)
_ADMINISTRATOR = Appointer(ADMINISTRATORS, Seat.ADMINISTRATION)


def _row(
    office: Office,
    seats_in: frozenset[str],
    by: Appointer,
    bases: frozenset[Basis],
    *,
    second: Appointer | None = None,
    nature: Nature = Nature.APPOINTED,
) -> Row:
    return Row(office, nature, seats_in, by, second, bases)


def _administrator(office: Office) -> Row:
    """Later ones come from the other two together; the first three from set-up."""
    others = Appointer(ADMINISTRATORS - {office}, Seat.SAME)
    return _row(office, ADMINISTRATION, others, ON_DOCUMENT, second=others)


_KEPT = frozenset({Basis.DIRECTOR, Basis.MEETING})

TABLE: tuple[Row, ...] = (
    _row(
        Office.COUNTY_LEAD,
        COUNTY_LEAD,
        _ADMINISTRATOR,
        ON_DOCUMENT,
        second=_by(Seat.SAME, Office.COUNTY_LEAD),
    ),
    _row(Office.CITY, frozenset({"city"}), _ADMINISTRATOR, ON_DOCUMENT, second=_by(Seat.SAME, Office.CITY)),
    _row(Office.TOWNSHIP, frozenset({"township"}), _FROM_COUNTY, ON_DOCUMENT),
    _row(Office.DEPARTMENT, frozenset({"department"}), _FROM_COUNTY, ON_DOCUMENT),
    _row(Office.AUDITOR, frozenset({"audit"}), _FROM_COUNTY, frozenset({Basis.ACCESS_LETTER})),
    _row(Office.DIRECTOR, COMMITTEE, _FROM_TOWNSHIP, ELECTED),
    _row(Office.DIRECTOR, COMMITTEE, _FROM_TOWNSHIP, ON_DOCUMENT, nature=Nature.PRESIDING),
    _row(Office.COMMITTEE_MEMBER, COMMITTEE, _FROM_TOWNSHIP, ELECTED),
    _row(Office.PARTY_ORGANIZATION, COMMITTEE, _FROM_TOWNSHIP, ELECTED),
    _row(Office.SUPERVISION_COMMITTEE, COMMITTEE, _FROM_TOWNSHIP, ELECTED),
    _row(Office.HANDLER, COMMITTEE, _FROM_DIRECTOR, frozenset({Basis.DIRECTOR})),
    _row(Office.SECOND_APPROVER, COMMITTEE, _FROM_DIRECTOR, frozenset({Basis.DIRECTOR})),
    _row(Office.CUSTODIAN, COMMITTEE, _KEEPER, _KEPT),
    _row(Office.CUSTODIAN, COMMITTEE, _KEEPER, _KEPT, nature=Nature.ACTING),
    _administrator(Office.SYSTEM_ADMINISTRATOR),
    _administrator(Office.SECURITY_ADMINISTRATOR),
    _administrator(Office.AUDIT_ADMINISTRATOR),
)


def row_for(office: Office, nature: Nature) -> Row | None:
    """Return how `office` is given, or None: residents and delegates are not appointed."""
    return next((row for row in TABLE if row.office == office and row.nature == nature), None)
