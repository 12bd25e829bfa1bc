"""What happened in a case, read from its lines: the timeline, why it came back, what was checked anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.again import ERASED_WORDS
from zhengyin.certificates.queries.shown import FactShown
from zhengyin.certificates.words import WORDS
from zhengyin.registers.queries import RegisterLine

GIVEN_BACK = ("certificate.returned", "certificate.taken_back")
MORE = ("checked", "done", "kind", "papers", "why", "new_number", "old_number")  # told in the timeline


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the journal."""

    at: datetime
    words: str
    who: str


def happened(lines: Iterable[RegisterLine]) -> tuple[Happened, ...]:
    """The timeline, the oldest first."""
    return tuple(Happened(line.happened_at, _words_of(line), line.person_name) for line in lines)


def _words_of(line: RegisterLine) -> str:
    """What was done, with what nobody should have to ask: what a check found, which paper is meant."""
    said = "；".join(line.columns[key] for key in MORE if line.columns.get(key))
    return f"{line.title}（{said}）" if said else line.title


def identity_checked(certificate: Certificate, lines: Iterable[RegisterLine]) -> str:
    """How the applicant's identity was checked, with who knows them; empty before."""
    if not certificate.identity_method:
        return ""
    accepted = next((line for line in lines if line.kind == "certificate.accepted"), None)
    note = accepted.personal.get("identity_note", "") if accepted and accepted.personal else ""
    words = WORDS[f"identity_method.{certificate.identity_method}"]
    return f"{words}（{note}）" if note else words


def return_reason(lines: Iterable[RegisterLine]) -> str:
    """Why it last came back, from the journal; it stands nowhere else, so that it can be erased."""
    given_back = [line for line in lines if line.kind in GIVEN_BACK]
    if not given_back:
        return ""
    personal = given_back[-1].personal
    return ERASED_WORDS if personal is None else personal["reason"]


def checked_again(facts: Iterable[FactShown], lines: Iterable[RegisterLine]) -> tuple[str, ...]:
    """Labels of the facts checked after it last came back; nothing where it never did."""
    given_back = [line.happened_at for line in lines if line.kind in GIVEN_BACK]
    if not given_back:
        return ()
    return tuple(fact.label for fact in facts if fact.checked_at and fact.checked_at > given_back[-1])
