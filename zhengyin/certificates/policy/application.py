"""Does what was typed make an application? Copies, purpose, and everybody who is named."""

from collections.abc import Iterator, Mapping
from datetime import date

from zhengyin.catalogue.entries import Form
from zhengyin.certificates.asked import (
    RESIDENT_CARD,
    Application,
    Channel,
    PersonGiven,
    certified_in,
    everybody_in,
    number_of,
)
from zhengyin.certificates.brought import LONGEST_TITLE
from zhengyin.certificates.free import FIRST, TITLE, too_long
from zhengyin.certificates.persons import MOST
from zhengyin.certificates.typed import phone_problem, problems, words_problem
from zhengyin.shared.identity import number_problem, sex_problem
from zhengyin.shared.names import name_problem, normalise_name
from zhengyin.shared.refusal import Refusal

COPIES = range(1, 100)
SEX = "subject_sex"  # the field of every form that prints it
LONGEST_OWN_TITLE, LONGEST_PURPOSE, LONGEST_UNIT, LONGEST_RELATION = 60, 60, 50, 20  # as the rows keep them


def refusals_of_what_was_typed(
    application: Application, form: Form, values: Mapping[str, str], today: date
) -> Iterator[Refusal]:
    """Yield what does not fit of the form's fields, the words beside them and the persons."""
    for _, words in problems_of_the_form(form, values, certified_in(application)[0], today=today):
        yield Refusal("field_wrong", words)
    yield from _wrong(words_problem(TITLE.label, form.title, LONGEST_OWN_TITLE))
    yield from refusals_of_words("用途", application.purpose, LONGEST_PURPOSE)
    yield from refusals_of_words("要证明的单位", application.question.demanding_unit, LONGEST_UNIT)
    if application.brought:
        yield from refusals_of_words("表的名称", application.brought.title, LONGEST_TITLE)
    if application.copies not in COPIES:
        yield Refusal("copies_out_of_range", f"{COPIES[0]}到{COPIES[-1]}")
    yield from refusals_of_the_caller(application.channel, application.applicant.phone)
    yield from refusals_of_persons(application)


def problems_of_the_form(
    form: Form, values: Mapping[str, str], person: PersonGiven, *, today: date
) -> Iterator[tuple[str, str]]:
    """Yield (field key, what is wrong) of the item's form, `person` being the first who is certified.

    Applied with or put right afterwards, it is the same form by the same rules.
    """
    yield from problems(form, values, today)
    if words := too_long(values):
        yield FIRST, words
    if words := sex_problem_of(person, values.get(SEX, "")):
        yield SEX, words


def refusals_of_words(label: str, said: str, most: int) -> Iterator[Refusal]:
    """Yield what is wrong with words that must stand there."""
    yield from _wrong(words_problem(label, said, most) if said else f"“{label}”还没有填")


def refusals_of_the_caller(channel: Channel, phone: str) -> Iterator[Refusal]:
    """Yield that whoever rings leaves no number to be called back by."""
    if channel is Channel.TELEPHONE and not phone:
        yield Refusal("caller_without_telephone")


def refusals_of_persons(application: Application) -> Iterator[Refusal]:
    """Yield what does not fit of names, numbers, telephones and relations."""
    for person in everybody_in(application):
        yield from _refusals_of(person, application.question.day)


def _refusals_of(person: PersonGiven, today: date) -> Iterator[Refusal]:
    yield from _wrong(name_problem(normalise_name(person.name)))
    yield from _wrong(phone_problem(person.phone))
    yield from _wrong(words_problem("关系", person.relation, LONGEST_RELATION))
    if person.died_on and person.died_on > today:
        yield Refusal("died_in_future", person.name)
    if person.identity and person.identity_kind == RESIDENT_CARD:
        yield from _wrong(number_problem(number_of(person), person.identity_note))


def sex_problem_of(person: PersonGiven, sex: str) -> str:
    """Say that the number of who is certified tells another sex; nothing where a reason was given."""
    tells = person.identity_kind == RESIDENT_CARD and not person.identity_note
    return sex_problem(number_of(person), sex) if tells else ""


def refusals_of_several(application: Application, *, number_optional: bool) -> Iterator[Refusal]:
    """Yield what does not fit where more than one is certified."""
    people = certified_in(application)
    if len(people) < 2:
        return
    if len(people) > MOST:
        yield Refusal("persons_too_many", f"{MOST}个被证明人，现在{len(people)}个")
    names = [(normalise_name(one.name), number_of(one)) for one in people]
    for name in dict.fromkeys(one[0] for one in names if names.count(one) > 1):
        yield Refusal("person_written_twice", name)
    for one, (name, number) in zip(people, names, strict=True):
        if not (number or number_optional or one.deceased or one.died_on):
            yield Refusal("number_missing", name)


def _wrong(words: str) -> Iterator[Refusal]:
    if words:
        yield Refusal("field_wrong", words)
