"""What stands in an application as it was taken, to lay beside one that is sent once more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.catalogue.entries import Form
from zhengyin.certificates import secrets
from zhengyin.certificates.asked import Application, PersonGiven, certified_in, number_of, tidied
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.queries.serving import typed_into
from zhengyin.certificates.typed import plain_phone
from zhengyin.certificates.workflow import State
from zhengyin.shared.names import normalise_name


@dataclass(frozen=True, slots=True)
class SentPerson:
    """One person as given; numbers whole."""

    role: Role
    name: str
    identity: str
    phone: str
    relation: str
    deceased: bool
    died_on: date | None


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything the applicant said, tidied as it is kept, and the form it was said in."""

    form: Form
    unit_class: str
    demanding_unit: str
    purpose: str
    copies: int
    ties: str
    values: Mapping[str, str]
    persons: tuple[SentPerson, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """An application that was taken before: what it says, and where it stands."""

    state: State
    contents: Contents


def sent(certificate_id: UUID) -> Sent | None:
    """Return the application of this id as it was taken; None where there is none."""
    row = Certificate.objects.filter(pk=certificate_id).first()
    if row is None:
        return None
    return Sent(State(row.state), contents_of(row))


def contents_of(row: Certificate) -> Contents:
    """What an application says as it is kept."""
    persons = tuple(
        SentPerson(
            Role(one.role), one.name,
            secrets.opened_word(one.id, "identity", one.identity_encrypted),
            secrets.opened_word(one.id, "phone", one.phone_encrypted),
            one.relation, one.deceased, one.died_on,
        )
        for one in row.parties.order_by("role", "position")
    )  # fmt: skip
    return Contents(
        Form.model_validate(row.form), row.unit_class, row.demanding_unit, row.purpose, row.copies, row.ties,
        secrets.opened_fields(row.id, row.fields_encrypted), persons,
    )  # fmt: skip


def as_kept(application: Application, form: Form) -> Contents:
    """The same of an application that is not taken yet, said in this form."""
    application = tidied(application)
    given = [(Role.APPLICANT, application.applicant)]
    given += [(Role.CERTIFIED, one) for one in certified_in(application)]
    given += [(Role.PROXY, application.proxy)] if application.proxy else []
    question = application.question
    return Contents(
        form, question.unit_class, question.demanding_unit, application.purpose, application.copies,
        ",".join(sorted(tie.value for tie in question.ties)), typed_into(form, application),
        tuple(_person(role, person) for role, person in given),
    )  # fmt: skip


def _person(role: Role, given: PersonGiven) -> SentPerson:
    return SentPerson(
        role, normalise_name(given.name), number_of(given), plain_phone(given.phone), given.relation,
        given.deceased or given.died_on is not None, given.died_on,
    )  # fmt: skip
