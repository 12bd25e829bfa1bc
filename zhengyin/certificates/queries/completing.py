"""What is missing of an application, and the form with what was put right."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from zhengyin.catalogue.entries import Form, FormField
from zhengyin.certificates import secrets
from zhengyin.certificates.asked import PersonGiven
from zhengyin.certificates.facts.applying import AskToCompleteFacts, CompleteFacts
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.policy.application import problems_of_the_form
from zhengyin.certificates.queries.wording import wording_with
from zhengyin.certificates.typed import pictures_in, tidy, words_problem
from zhengyin.documents import fonts
from zhengyin.registers import queries as registers
from zhengyin.shared.days import day_of

ASKED = "certificate.to_complete"
PERSONS = ("subject_name", "subject_identity")  # stand in rows of their own
LONGEST = 200


def facts_for_ask_to_complete(certificate: Certificate, missing: tuple[str, ...]) -> AskToCompleteFacts:
    """What is named, and whether the applicant was sent before."""
    return AskToCompleteFacts(missing, asked_to_complete(certificate))


def asked_to_complete(certificate: Certificate) -> bool:
    """Whether the applicant was sent for more before."""
    return any(line.kind == ASKED for line in registers.lines_of(certificate.id))


def missing_of(certificate: Certificate) -> tuple[str, ...]:
    """What was named as missing; empty where nobody asked, or where the words were erased."""
    lines = [line for line in registers.lines_of(certificate.id) if line.kind == ASKED]
    personal = lines[-1].personal if lines else None
    return tuple(personal["missing"].split("\n")) if personal else ()


def correctable(certificate: Certificate) -> tuple[FormField, ...]:
    """The fields of the form that may be put right."""
    fields = Form.model_validate(certificate.form).fields
    return tuple(field for field in fields if field.key not in PERSONS)


def values_with(certificate: Certificate, values: Mapping[str, str]) -> dict[str, str]:
    """Everything typed, with what was put right."""
    kept = secrets.opened_fields(certificate.id, certificate.fields_encrypted)
    allowed = {field.key for field in correctable(certificate)}
    changed = {key: value for key, value in values.items() if key in allowed}
    return tidy(Form.model_validate(certificate.form), {**kept, **changed})


def facts_for_complete(
    certificate: Certificate, said: str, values: Mapping[str, str], at: datetime
) -> CompleteFacts:
    """The form as it would stand."""
    typed = values_with(certificate, values)
    found = [words for _, words in problems_with(certificate, values, at)]
    found += [words for words in [words_problem("补了什么", said, LONGEST)] if words]
    odd = fonts.uncovered_in(typed.values())
    return CompleteFacts(
        said=said,
        holes=wording_with(certificate, typed, day_of(at)).holes(),
        unprintable=tuple(one for one in odd if not pictures_in(one)),
        problems=tuple(found),
    )


def problems_with(
    certificate: Certificate, values: Mapping[str, str], at: datetime
) -> Iterable[tuple[str, str]]:
    """(field key, what is wrong) once this is put right, by the same function on the page and in the act."""
    form, typed = Form.model_validate(certificate.form), values_with(certificate, values)
    return problems_of_the_form(form, typed, _first_certified(certificate), today=day_of(at))


def _first_certified(certificate: Certificate) -> PersonGiven:
    """Whose sex the form says, as far as the number tells it."""
    first = certificate.parties.filter(role=Role.CERTIFIED).earliest("position")
    number = secrets.opened_word(first.id, "identity", first.identity_encrypted)
    return PersonGiven(first.name, number, first.identity_kind, first.identity_note)
