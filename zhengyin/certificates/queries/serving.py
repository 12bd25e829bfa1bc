"""The form that serves an application: the item's own, or free words; cut down to a brought one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.entries import Entry, Form
from zhengyin.catalogue.policy import Answer
from zhengyin.certificates.asked import Application, certified_in
from zhengyin.certificates.brought import form_of, values_of
from zhengyin.certificates.free import form_with, served_by_free_words
from zhengyin.certificates.persons import with_persons
from zhengyin.certificates.typed import tidy
from zhengyin.shared.days import day_of


@dataclass(frozen=True, slots=True)
class Serving:
    """The answer of today's lists, the entry that serves a yes, and its form; None on every no."""

    answer: Answer
    entry: Entry | None
    form: Form | None


def serving(organization_id: UUID, application: Application, at: datetime) -> Serving:
    """Ask the lists of the day."""
    answer = catalogue.answer_to(organization_id, application.question)
    code = answer.guide_code or answer.entry_code
    listed = catalogue.entry(organization_id, code, day_of(at)) if answer.outcome.is_yes else None
    entry = listed.entry if listed else None
    return Serving(answer, entry, form_serving(answer, entry, application))


def form_serving(answer: Answer, entry: Entry | None, application: Application) -> Form | None:
    """The item's own form, else free words where the answer allows them; None on every no.

    Cut down to what stands on the other side's form where one was brought.
    """
    form = entry.form if entry is not None else None
    if form is None and served_by_free_words(answer):
        form = form_with(answer, application.values)
    if form is not None and application.brought is not None:
        form = form_of(form, application.brought)
    return form and with_persons(form, len(certified_in(application)))


def typed_into(form: Form, application: Application) -> dict[str, str]:
    """What was typed into the form, the village's note on a brought form with it."""
    brought, values = application.brought, application.values
    return tidy(form, values_of(values, brought) if brought else values)
