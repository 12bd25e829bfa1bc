"""An application as it comes in, from the counter or from a resident's phone. Pure."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from zhengyin.catalogue.policy import Question
from zhengyin.certificates.brought import Brought
from zhengyin.certificates.free import tidied_words
from zhengyin.certificates.kinds import Again, Covers, How, Kept, SignedBy
from zhengyin.shared.names import normalise_name

RESIDENT_CARD = "居民身份证"  # the one document whose number is the same as an officer's


class Channel(StrEnum):
    """How an application came in."""

    ONLINE = "online"  # 预约: identity is checked at the counter, before acceptance
    COUNTER = "counter"
    TELEPHONE = "telephone"  # taken down by the handler while somebody rings


class IdentityMethod(StrEnum):
    """How the applicant's identity was checked (看证件 / 视频 / 熟识＋谁 / 委托书)."""

    DOCUMENT = "document"
    VIDEO = "video"
    KNOWN = "known"
    MANDATE = "mandate"


@dataclass(frozen=True, slots=True)
class Follows:
    """The paper that an application is to correct or to double."""

    certificate_id: UUID
    again: Again
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class PersonGiven:
    """A person as typed. An identity number is optional where the item says so."""

    name: str
    identity: str = ""
    identity_kind: str = RESIDENT_CARD
    identity_note: str = ""  # why a number that does not fit is taken
    phone: str = ""
    relation: str = ""
    deceased: bool = False
    died_on: date | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """Who asks for what, for whom, for which unit and purpose."""

    question: Question
    purpose: str
    copies: int
    values: Mapping[str, str]
    applicant: PersonGiven
    channel: Channel
    certified: tuple[PersonGiven, ...] = ()  # empty: the applicant
    proxy: PersonGiven | None = None
    follows: Follows | None = None
    brought: Brought | None = None  # the other side's form; None: our own paper


def tidied(application: Application) -> Application:
    """Trim what stands on the paper besides the form's fields."""
    unit = " ".join(application.question.demanding_unit.split())
    question = replace(application.question, demanding_unit=unit)
    brought = application.brought.tidied() if application.brought else None
    return replace(
        application,
        question=question,
        purpose=" ".join(application.purpose.split()),
        values=tidied_words(application.values),
        brought=brought,
    )


def number_of(person: PersonGiven) -> str:
    """The number of a person's document as it is kept."""
    return "".join(unicodedata.normalize("NFKC", person.identity).split()).upper()


def certified_in(application: Application) -> tuple[PersonGiven, ...]:
    """Who is certified: those named, else whom the form's subject fields name, else the applicant."""
    if application.certified:
        return application.certified
    name = normalise_name(application.values.get("subject_name", ""))
    given = PersonGiven(name, application.values.get("subject_identity", ""))
    applicant = application.applicant
    if not name or (
        name == normalise_name(applicant.name) and number_of(given) in ("", number_of(applicant))
    ):
        return (applicant,)
    return (given,)


def everybody_in(application: Application) -> tuple[PersonGiven, ...]:
    """Everybody named, each once."""
    proxy = (application.proxy,) if application.proxy else ()
    return tuple(dict.fromkeys((application.applicant, *certified_in(application), *proxy)))


@dataclass(frozen=True, slots=True)
class MandateGiven:
    """A mandate as shown at the counter."""

    name: str
    identity: str
    relation: str
    covers: frozenset[Covers]
    given_on: date
    until: date
    kept: Kept
    photo: bytes = b""
    content_type: str = ""


def tidied_mandate(given: MandateGiven) -> MandateGiven:
    """Names, numbers and words as they are kept."""
    name, identity, relation = tidied_proxy(given.name, given.identity, given.relation)
    return replace(given, name=name, identity=identity, relation=relation)


def tidied_proxy(name: str, identity: str, relation: str) -> tuple[str, str, str]:
    """The same of the three alone."""
    return normalise_name(name), number_of(PersonGiven(name, identity)), " ".join(relation.split())


@dataclass(frozen=True, slots=True)
class Handed:
    """How the paper left: to whom, against what, by which carrier where it was posted."""

    how: How
    recipient: str
    signed_by: SignedBy
    carrier: str = ""
    post_number: str = ""


def tidied_handed(handed: Handed) -> Handed:
    """As it is kept; a carrier only where it was posted."""
    posted = handed.how is How.BY_POST
    return replace(
        handed,
        recipient=normalise_name(handed.recipient),
        carrier=" ".join(handed.carrier.split()) if posted else "",
        post_number="".join(handed.post_number.split()) if posted else "",
    )
