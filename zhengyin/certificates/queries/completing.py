"""What is missing of an application, and the form with what was put right."""

from collections.abc import Mapping
from datetime import datetime

from zhengyin.catalogue.entries import Form, FormField
from zhengyin.certificates import secrets
from zhengyin.certificates.facts.applying import AskToCompleteFacts, CompleteFacts
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.wording import wording_with
from zhengyin.certificates.typed import pictures_in, problems, tidy, words_problem
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
    typed, form = values_with(certificate, values), Form.model_validate(certificate.form)
    found = [words for _, words in problems(form, typed, day_of(at))]
    found += [words for words in [words_problem("补了什么", said, LONGEST)] if words]
    odd = fonts.uncovered_in(typed.values())
    return CompleteFacts(
        said=said,
        holes=wording_with(certificate, typed, day_of(at)).holes(),
        problems=tuple(found),
        unprintable=tuple(one for one in odd if not pictures_in(one)),
    )
