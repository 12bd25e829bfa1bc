"""A demand that no list lets through: what was asked for, entered only to be refused with a 告知单."""

from datetime import datetime

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.entries import Fact, FieldKind, Form, FormField
from zhengyin.catalogue.kinds import Method
from zhengyin.catalogue.policy import Answer
from zhengyin.certificates.asked import Application
from zhengyin.certificates.facts.applying import ApplyFacts
from zhengyin.certificates.policy.application import (
    LONGEST_OWN_TITLE,
    LONGEST_UNIT,
    refusals_of_persons,
    refusals_of_words,
)
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Organization


def facts_for_demand(
    organization: Organization, application: Application, at: datetime
) -> tuple[Answer, ApplyFacts]:
    """The answer, and what does not fit."""
    answer = catalogue.answer_to(organization.id, application.question)
    wrong = (
        *refusals_of_persons(application),
        *refusals_of_words("要证明的单位", application.question.demanding_unit, LONGEST_UNIT),
        *refusals_of_words("要开什么证明", title_of(answer, application), LONGEST_OWN_TITLE),
    )
    return answer, ApplyFacts(regions.committee(organization.id).reasons, answer, wrong=wrong)


def title_of(answer: Answer, application: Application) -> str:
    """What to call it: the item's name, or the asker's words."""
    return answer.entry_name or application.question.asked_for


def form_of(title: str) -> Form:
    """What is known of a demand: who, and what for. No paper is ever made of it."""
    name = FormField(key="subject_name", label="被证明人姓名", kind=FieldKind.NAME)
    wanted = Fact(
        key="demand",
        label="要开什么",
        sentence=f"{{subject_name}}要开“{title}”。",
        methods=(Method.DOCUMENT_SEEN,),
    )
    return Form(title=title, fields=(name,), facts=(wanted,), closing="本证明仅用于登记要求，没有出具。")
