"""The mandates of a case: what stands in them, who of them is an officer of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.certificates import secrets
from zhengyin.certificates.asked import MandateGiven
from zhengyin.certificates.facts.applying import MandateFacts, MandateHeld
from zhengyin.certificates.kinds import Covers, Kept
from zhengyin.certificates.models import Certificate, Mandate
from zhengyin.certificates.typed import words_problem
from zhengyin.certificates.words import WORDS
from zhengyin.documents import files, fonts
from zhengyin.people import queries as people
from zhengyin.people.models import Person
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.shared.days import day_of
from zhengyin.shared.identity import identity_problem
from zhengyin.shared.masking import mask_identity
from zhengyin.shared.names import name_problem

DECIDING = (Office.DIRECTOR, Office.SECOND_APPROVER, Office.CUSTODIAN)


@dataclass(frozen=True, slots=True)
class MandateShown:
    """One mandate on the page of the case; the number masked."""

    name: str
    identity: str
    relation: str
    covers: str
    given_on: date
    until: date
    kept: str


def mandates_of(certificate: Certificate) -> tuple[MandateHeld, ...]:
    """As the rules take them."""
    return tuple(MandateHeld(row.name, covers_in(row), row.until) for row in _rows(certificate))


def proxies_of(certificate: Certificate) -> frozenset[bytes]:
    """The numbers of everybody who holds a mandate here, as they are found by."""
    return frozenset(bytes(row.identity_index) for row in _rows(certificate))


def _rows(certificate: Certificate) -> list[Mandate]:
    rows = Mandate.objects.filter(certificate=certificate).order_by("recorded_at", "pk")
    return regions.remembered(("mandates", certificate.id), lambda: list(rows))


def mandates_shown(certificate: Certificate) -> tuple[MandateShown, ...]:
    """As the page shows them."""
    return tuple(
        MandateShown(
            row.name, mask_identity(secrets.opened_word(row.id, "identity", row.identity_encrypted)),
            row.relation, "、".join(WORDS[f"covers.{one}"] for one in sorted(covers_in(row))),
            row.given_on, row.until, WORDS[f"kept.{row.kept}"],
        )
        for row in _rows(certificate)
    )  # fmt: skip


def collector_in(certificate: Certificate, today: date) -> str:
    """Whoever the newest mandate that still runs lets collect the paper."""
    able = [row.name for row in _rows(certificate) if row.covers_collect and today <= row.until]
    return able[-1] if able else ""


def recorded_already(certificate: Certificate, given: MandateGiven) -> bool:
    """The same paper with the same picture: a second click."""
    picture = {"photo__sha256": files.digest_of(given.photo)} if given.kept is Kept.PHOTO else {}
    return Mandate.objects.filter(
        certificate=certificate, name=given.name, identity_index=secrets.identity_index(given.identity),
        relation=given.relation, covers_apply=Covers.APPLY in given.covers,
        covers_collect=Covers.COLLECT in given.covers, given_on=given.given_on, until=given.until,
        kept=given.kept.value, **picture,
    ).exists()  # fmt: skip


def covers_in(row: Mandate) -> frozenset[str]:
    """What it covers."""
    said = {Covers.APPLY: row.covers_apply, Covers.COLLECT: row.covers_collect}
    return frozenset(one.value for one, covered in said.items() if covered)


def facts_for_mandate(
    certificate: Certificate, given: MandateGiven, recorder: UUID, at: datetime
) -> MandateFacts:
    """What the rule looks at."""
    index = secrets.identity_index(given.identity)
    return MandateFacts(
        name=given.name,
        covers=frozenset(one.value for one in given.covers),
        given_on=given.given_on,
        until=given.until,
        today=day_of(at),
        paper_kept=given.kept is Kept.ORIGINAL or bool(given.photo),
        officer_of_the_case=bool(index) and index in _officers(certificate, recorder, day_of(at)),
        problems=tuple(words for _, words in problems_of(given.name, given.identity, given.relation)),
    )


def problems_of(name: str, identity: str, relation: str) -> list[tuple[str, str]]:
    """(field, what does not fit), by the same function on the page and in the act."""
    odd = "、".join(fonts.uncovered(name + relation))
    found = [
        ("name", name_problem(name)),
        ("identity", identity_problem(identity) if identity else "代办人的证件号码还没有填"),
        ("relation", words_problem("关系", relation, 20) if relation else "代办人是申请人的什么人，还没有填"),
        ("name", f"“{odd}”这个字印不出来，请换成证件上的写法" if odd else ""),
    ]
    return [(field, words) for field, words in found if words]


def _officers(certificate: Certificate, recorder: UUID, today: date) -> set[bytes]:
    """Everybody who acted in the case or may still decide it: a proxy would act with himself."""
    acted = registers.writers(certificate.id, Office.HANDLER.value)
    done = (certificate.approved_by_id, certificate.countersigned_by_id, certificate.sealed_by_id)
    now = {one.person_id for one in people.officials(certificate.organization_id, today)
           if one.office in DECIDING}  # fmt: skip
    persons = Person.objects.filter(pk__in={recorder, *acted, *now, *(one for one in done if one)})
    return {bytes(index) for index in persons.values_list("identity_index", flat=True)}
