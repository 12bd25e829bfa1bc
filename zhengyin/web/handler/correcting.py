"""Forms of a paper asked for once more: everything of the old one stands in them already."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from zhengyin.catalogue.entries import Form
from zhengyin.catalogue.policy import Question
from zhengyin.certificates.asked import Application, PersonGiven
from zhengyin.certificates.queries.again import LONGEST_REASON
from zhengyin.certificates.queries.case import CasePage
from zhengyin.web.forms import PlainForm
from zhengyin.web.handler.application import ANOTHER, HIMSELF, OFF, PARTS, ApplicationForm

REASONS = ("原来的丢了", "原来的损坏了", "同一件事还要一份")


class ReissueForm(PlainForm):
    """Why, and how many; the content is the old one's."""

    reason = forms.ChoiceField(
        label="为什么再开", choices=[(one, one) for one in REASONS], widget=forms.RadioSelect
    )
    copies = forms.IntegerField(
        label="再要几份", min_value=1, max_value=99,
        widget=forms.NumberInput(attrs={**OFF, "class": "w-name", "inputmode": "numeric"}),
        error_messages={"min_value": "份数至少1份", "max_value": "份数最多99份", "invalid": "份数要填数字"},
    )  # fmt: skip

    def __init__(self, page: CasePage, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, prefix="again", initial={"copies": page.copies})


class CorrectionForm(ApplicationForm):
    """The application form, filled in from the old paper, with what was wrong."""

    reason = forms.CharField(
        label="哪里错了，为什么更正", max_length=LONGEST_REASON, widget=forms.TextInput(attrs=OFF)
    )
    unit_name = forms.CharField(
        label="要证明的单位（印在纸上）", max_length=50, widget=forms.TextInput(attrs=OFF)
    )

    def __init__(
        self,
        form: Form,
        today: date,
        old: Application,
        data: Mapping[str, Any] | None = None,
        *,
        typed: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(form, today, data, typed=typed or begun_with(old))
        self.old = old

    @property
    def other_open(self) -> bool:
        """The old paper had another applicant or a proxy."""
        return super().other_open or self.initial["applicant"] == ANOTHER or self.old.proxy is not None

    def application(self, question: Question) -> Application:
        """What was typed; persons the form does not show stay as they were."""
        made = super().application(replace(question, demanding_unit=self.cleaned_data["unit_name"]))
        before = {person.identity: person for person in self.old.certified}
        certified = tuple(as_before(one, before.get(one.identity, one)) for one in made.certified)
        applicant = as_before(made.applicant, self.old.applicant)
        return replace(made, certified=certified, applicant=applicant)


def begun_with(old: Application) -> dict[str, Any]:
    """What stands in the fields to begin with."""
    (first, *others), applicant, proxy = old.certified, old.applicant, old.proxy
    himself = (first.name, first.identity) == (applicant.name, applicant.identity)
    other = {} if himself else {
        "applicant_name": applicant.name, "applicant_identity": applicant.identity,
        "relation": applicant.relation,
    }  # fmt: skip
    return {
        **{f"f_{key}": value for key, value in old.values.items()},
        "unit_name": old.question.demanding_unit,
        "purpose": old.purpose,
        "copies": old.copies,
        "phone": applicant.phone,
        "applicant": HIMSELF if himself else ANOTHER,
        "deceased": first.deceased,
        "rows": len(others),
        **{f"p{row}_{part}": getattr(one, part) for row, one in enumerate(others, 1) for part in PARTS},
        "proxy_name": proxy.name if proxy else "",
        "proxy_phone": proxy.phone if proxy else "",
        **other,
    }


def as_before(person: PersonGiven, old: PersonGiven) -> PersonGiven:
    """With the kind of document and the note of a number that was left as it is."""
    if not person.identity or person.identity != old.identity:
        return person
    return replace(
        person, identity_kind=old.identity_kind, identity_note=person.identity_note or old.identity_note
    )
