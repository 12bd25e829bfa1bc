"""The questions in their order, the form of each, and the application they make together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.policy import Question
from zhengyin.certificates.asked import Application, Channel, PersonGiven
from zhengyin.shared.days import in_words
from zhengyin.shared.masking import mask_identity, mask_phone
from zhengyin.web.apply.carried import Answers, Carried
from zhengyin.web.apply.forms import (
    HIMSELF,
    SOMEBODY,
    ComesStep,
    FactsStep,
    PurposeStep,
    Step,
    TieStep,
    UnitStep,
    WhomStep,
    WhoStep,
)
from zhengyin.web.fields import IDENTITY, NAME
from zhengyin.web.public.asking import Address

STEPS = ("unit", "purpose", "who", "whom", "tie", "facts", "comes")
MASKS: Mapping[str, Callable[[str], str]] = {"identity": mask_identity, "phone": mask_phone}


@dataclass(frozen=True, slots=True)
class Opened:
    """The item an appointment is made for, and the classes of units."""

    entry: Entry
    classes: Mapping[str, str]
    today: date


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to be looked over."""

    term: str
    value: str
    step: str


@dataclass(frozen=True, slots=True)
class Group:
    """The answers of one step."""

    heading: str
    rows: tuple[Row, ...]


def form_of(step: str, opened: Opened, carried: Carried, data: Answers | None) -> Step:
    """The form of one step."""
    if step == "unit":
        return UnitStep(data, opened.classes)
    if step == "whom":
        return WhomStep(data, opened.entry, carried.answers("who").get("identity", ""))
    if step == "facts":
        return FactsStep(data, opened.entry, opened.today, number_certified(carried))
    if step == "comes":
        return ComesStep(data, carried.answers("who"))
    simple: dict[str, type[Step]] = {"purpose": PurposeStep, "who": WhoStep, "tie": TieStep}
    return simple[step](data)


def number_certified(carried: Carried) -> str:
    """The number of whom the paper is about, as far as it was said."""
    who, whom = carried.answers("who"), carried.answers("whom")
    own = who.get("identity", "") if whom.get("who") == HIMSELF else ""
    return own or whom.get("identity", "")


def shown_form(step: str, opened: Opened, carried: Carried) -> Step:
    """The form with what was said before, not judged yet."""
    form = form_of(step, opened, carried, None)
    form.initial = {**carried.asked, **carried.answers(step)}
    return form


def answers_of(form: Step) -> dict[str, str]:
    """A judged form as it is carried on."""
    return {name: str(value) for name, value in form.cleaned_data.items()}


def first_open(opened: Opened, carried: Carried) -> str:
    """The first step without a good answer; empty when all are answered."""
    for step in STEPS:
        if not form_of(step, opened, carried, carried.answers(step)).is_valid():
            return step
    return ""


def question_of(carried: Carried, day: date) -> Question:
    """The question for the rules."""
    asked = carried.asked
    address = Address(
        item=carried.item, asked_for="", doc=asked.get("doc", ""), basis=asked.get("basis", ""),
        unit=carried.answers("unit").get("unit", "") or asked.get("unit", ""),
        tie=carried.answers("tie").get("tie", "") or asked.get("tie", ""),
    )  # fmt: skip
    unit = " ".join(carried.answers("unit").get("unit_full", "").split())
    return replace(address.question(day), demanding_unit=unit)


def application_of(carried: Carried, day: date) -> Application:
    """Everything said, as the act takes it: applicant, certified and proxy are three persons."""
    who, whom, comes = (carried.answers(step) for step in ("who", "whom", "comes"))
    applicant = PersonGiven(who["name"], who["identity"], phone=who["phone"], relation=whom["relation"])
    certified = PersonGiven(whom["name"], whom["identity"])
    if whom["who"] == HIMSELF:
        certified = replace(applicant, identity=applicant.identity or whom["identity"])
    proxy = PersonGiven(comes["name"], phone=comes["phone"]) if comes["comes"] == SOMEBODY else None
    return Application(
        question=question_of(carried, day),
        purpose=carried.answers("purpose")["purpose"],
        copies=int(carried.answers("purpose")["copies"]),
        values={**carried.answers("facts"), NAME: certified.name, IDENTITY: certified.identity},
        applicant=applicant,
        channel=Channel.ONLINE,
        certified=(certified,),
        proxy=proxy,
    )


def groups_of(opened: Opened, carried: Carried) -> tuple[Group, ...]:
    """All answers to be looked over, numbers masked: somebody may stand beside."""
    return tuple(
        Group(form.heading, tuple(_rows(step, form)))
        for step in STEPS
        for form in [form_of(step, opened, carried, carried.answers(step))]
        if form.is_valid()
    )


def in_spoken_words(value: str) -> str:
    """2006-03-18 → 2006年3月18日; anything else as it was said."""
    try:
        return in_words(date.fromisoformat(value))
    except ValueError:
        return value


def _rows(step: str, form: Step) -> list[Row]:
    rows = []
    for name, value in answers_of(form).items():
        if value:
            choices = dict(getattr(form.fields[name], "choices", ()))
            shown = str(choices.get(value, MASKS.get(name, in_spoken_words)(value)))
            label = str(form.fields[name].label).removesuffix("（可以不填）").removesuffix("（知道就填）")
            rows.append(Row(label, f"{shown}份" if name == "copies" else shown, step))
    return rows
