"""What is asked, and what a person answered to the procedure's questions. Pure."""

from dataclasses import dataclass
from datetime import date

from zhengyin.catalogue.kinds import Ground, MatterOf, Said, Tie


@dataclass(frozen=True, slots=True)
class Question:
    """May it be issued? Everything not asked yet says so itself."""

    day: date
    entry_code: str = ""  # empty with `confirmed`: none of the lists' items is meant
    asked_for: str = ""  # in the asker's words
    confirmed: bool = False  # a person chose the item; a match alone never decides
    unit_class: str = ""
    demanding_unit: str = ""
    letter: Said = Said.NOT_ASKED  # an investigating body's letter was shown
    ties_asked: bool = False
    ties: frozenset[Tie] = frozenset()
    document_proves: Said = Said.NOT_ASKED
    exception_conditions: tuple[Said, ...] = ()  # in the order of the entry's conditions
    ground: Ground = Ground.NOT_SAID
    ground_reason: str = ""
    demand_proved: Said = Said.NOT_ASKED
    own_duty: Said = Said.NOT_ASKED
    verifiable: Said = Said.NOT_ASKED
    basis_given: Said = Said.NOT_ASKED
    basis_words: str = ""
    public_interest: Said = Said.NOT_ASKED
    public_interest_reason: str = ""
    matter_of: MatterOf = MatterOf.COMMITTEE
