"""Forms of a paper asked for once more: what the old one says stands in them already.

Whole numbers and telephones do not, for looking at them is an act of its own: they are shown masked
beside their fields, and a field left empty keeps them.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from zhengyin.catalogue.entries import FieldKind, Form
from zhengyin.catalogue.policy import Question
from zhengyin.certificates.asked import Application, PersonGiven
from zhengyin.certificates.brought import LONGEST_TITLE, NOTE, Brought
from zhengyin.certificates.queries.again import LONGEST_REASON
from zhengyin.certificates.queries.case import CasePage
from zhengyin.shared.masking import mask_identity, mask_phone
from zhengyin.shared.names import normalise_name
from zhengyin.web.forms import PlainForm
from zhengyin.web.handler.application import ANOTHER, HIMSELF, OFF, PARTS, ApplicationForm
from zhengyin.web.handler.brought import printable, title_field

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
    """The application form, begun with the old paper, with what was wrong."""

    reason = forms.CharField(
        label="哪里错了，为什么更正", max_length=LONGEST_REASON, widget=forms.TextInput(attrs=OFF)
    )
    unit_name = forms.CharField(
        label="要证明的单位（印在纸上）", max_length=50, widget=forms.TextInput(attrs=OFF)
    )
    brought_title = title_field()

    def __init__(
        self,
        form: Form,
        today: date,
        old: Application,
        data: Mapping[str, Any] | None = None,
        *,
        typed: Mapping[str, Any] | None = None,
    ) -> None:
        begun = typed or begun_with(old)
        self.item_numbers = {f"f_{one.key}": one.key for one in form.fields if one.kind is FieldKind.IDENTITY}
        hidden = {} if typed else dict.fromkeys(self.item_numbers, "")
        super().__init__(form, today, data, typed={**begun, **hidden})
        self.old = old
        if old.brought is None:
            del self.fields["brought_title"]
        for name in self.item_numbers:
            self.fields[name].required = False
        masks = {name: mask_identity(old.values.get(key, "")) for name, key in self.item_numbers.items()}
        masks |= {
            "phone": mask_phone(old.applicant.phone),
            "applicant_identity": mask_identity(old.applicant.identity) if not is_himself(old) else "",
            "proxy_phone": mask_phone(old.proxy.phone) if old.proxy else "",
        }
        masks |= {
            f"p{row}_identity": mask_identity(one.identity)
            for row, one in enumerate(old.certified[1:], 1)
            if row in self.rows
        }
        for name, mask in masks.items():
            if mask:
                self.fields[name].help_text = f"原来的是{mask}，不改就空着。"

    @property
    def about(self) -> list[forms.BoundField]:
        """Of the other side's form its title; what on it is vouched for stays."""
        return [self["brought_title"]] if self.old.brought else []

    def clean_brought_title(self) -> str:
        """It prints on the slip."""
        return printable(self.cleaned_data["brought_title"], "表的名称", LONGEST_TITLE)

    def clean(self) -> dict[str, Any]:
        """What was left empty stays as it was, of a person who stays the same."""
        said = self.cleaned_data
        for name, kept in self._kept(said).items():
            if name in said and not said[name]:
                said[name] = kept
        return super().clean()

    def _kept(self, said: Mapping[str, Any]) -> dict[str, str]:
        kept = {name: self.old.values.get(key, "") for name, key in self.item_numbers.items()}
        himself, applicant, proxy = is_himself(self.old), self.old.applicant, self.old.proxy
        another = said.get("applicant") == ANOTHER
        same = another and not himself and same_name(said.get("applicant_name", ""), applicant.name)
        if same:
            kept["applicant_identity"] = applicant.identity
        if same or (himself and not another):
            kept["phone"] = applicant.phone
        if proxy and same_name(said.get("proxy_name", ""), proxy.name):
            kept["proxy_phone"] = proxy.phone
        for row, one in enumerate(self.old.certified[1:], 1):
            if same_name(said.get(f"p{row}_name", ""), one.name):
                kept[f"p{row}_identity"] = one.identity
        return kept

    def note_of(self, number: str, said: Mapping[str, Any]) -> str:
        """Of a number that stays as it was, the reason that was given for it."""
        before = {one.identity: one.identity_note for one in (*self.old.certified, self.old.applicant)}
        return super().note_of(number, said) or before.get(number, "")

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
        return replace(made, certified=certified, applicant=applicant, brought=self._brought(made))

    def _brought(self, made: Application) -> Brought | None:
        if self.old.brought is None:
            return None
        title, note = self.cleaned_data["brought_title"], made.values.get(NOTE, "")
        return replace(self.old.brought, title=title, note=note)


class AmendForm(CorrectionForm):
    """The same before anything is sealed."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["reason"].label = "改什么，为什么改"


def begun_with(old: Application) -> dict[str, Any]:
    """What stands in the fields to begin with."""
    himself, applicant, others = is_himself(old), old.applicant, old.certified[1:]
    other = {} if himself else {"applicant_name": applicant.name, "relation": applicant.relation}
    shown = [part for part in PARTS if part != "identity"]
    return {
        **{f"f_{key}": value for key, value in old.values.items()},
        "unit_name": old.question.demanding_unit,
        "brought_title": old.brought.title if old.brought else "",
        "purpose": old.purpose,
        "copies": old.copies,
        "applicant": HIMSELF if himself else ANOTHER,
        "deceased": old.certified[0].deceased,
        "rows": len(others),
        **{f"p{row}_{part}": getattr(one, part) for row, one in enumerate(others, 1) for part in shown},
        "proxy_name": old.proxy.name if old.proxy else "",
        **other,
    }


def is_himself(old: Application) -> bool:
    """The first person certified asked for the paper."""
    first, applicant = old.certified[0], old.applicant
    return (first.name, first.identity) == (applicant.name, applicant.identity)


def same_name(typed: str, name: str) -> bool:
    """Whether this is how the person was called."""
    return normalise_name(typed) == name


def as_before(person: PersonGiven, old: PersonGiven) -> PersonGiven:
    """With the kind of document and the note of a number that was left as it is."""
    if not person.identity or person.identity != old.identity:
        return person
    return replace(
        person, identity_kind=old.identity_kind, identity_note=person.identity_note or old.identity_note
    )
