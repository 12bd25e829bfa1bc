"""来表盖章 at the counter: what the form is called and what on it the village vouches for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from zhengyin.catalogue.entries import Form
from zhengyin.catalogue.policy import Question
from zhengyin.certificates.asked import Application
from zhengyin.certificates.brought import LONGEST_NOTE, LONGEST_TITLE, Brought, form_of
from zhengyin.certificates.typed import words_problem
from zhengyin.web.handler.application import OFF, ApplicationForm

CHOSEN = "brought_facts"


def title_field() -> forms.Field:
    """What the other side's form is called."""
    return forms.CharField(
        label="表的名称（照表头上印的写）", max_length=LONGEST_TITLE, widget=forms.TextInput(attrs=OFF)
    )


def printable(said: str, label: str, most: int) -> str:
    """Words that print on slip or record, without spaces that nobody meant. Raises ValidationError."""
    tidied = " ".join(said.split())
    if wrong := words_problem(label, tidied, most):
        raise forms.ValidationError(wrong)
    return tidied


class BroughtForm(ApplicationForm):
    """The item's form, of which only the chosen facts are asked for, each to be verified by itself."""

    brought_title = title_field()
    brought_facts = forms.MultipleChoiceField(
        label="表上哪几项要证明",
        help_text="没有选的，不证明。选的每一项都要单独核实。",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "至少选一项；一项也证明不了的，这张表不能盖章"},
    )
    brought_note = forms.CharField(
        label="另外说明（可以不填）", max_length=LONGEST_NOTE, required=False,
        widget=forms.Textarea(attrs={**OFF, "rows": 3}),
    )  # fmt: skip

    def __init__(
        self,
        form: Form,
        today: date,
        data: Mapping[str, Any] | None = None,
        *,
        typed: Mapping[str, Any] | None = None,
        note: bool = False,
    ) -> None:
        super().__init__(form, today, data, typed=typed)
        facts = self.fields[CHOSEN]
        assert isinstance(facts, forms.MultipleChoiceField)
        facts.choices = [(fact.key, fact.label) for fact in form.facts]
        if not note:
            del self.fields["brought_note"]
        if isinstance(data, QueryDict):
            self._ask_only_for(frozenset(data.getlist(CHOSEN)))

    def _ask_only_for(self, chosen: frozenset[str]) -> None:
        """A field that no chosen fact prints may stay empty."""
        self.item = form_of(self.item, Brought("", chosen))
        needed = {field.key for field in self.item.fields}
        for key in self.keys:
            if key not in needed:
                self.fields[f"f_{key}"].required = False

    @property
    def about(self) -> list[forms.BoundField]:
        """The form itself, before the item's fields."""
        names = ("brought_title", CHOSEN, "brought_note")
        return [self[name] for name in names if name in self.fields]

    def clean_brought_title(self) -> str:
        """It prints on the slip."""
        return printable(self.cleaned_data["brought_title"], "表的名称", LONGEST_TITLE)

    def clean_brought_note(self) -> str:
        """It prints on the record."""
        return printable(self.cleaned_data["brought_note"], "另外说明", LONGEST_NOTE)

    def application(self, question: Question) -> Application:
        """The same application, with the form that was brought."""
        said = self.cleaned_data
        brought = Brought(said["brought_title"], frozenset(said[CHOSEN]), said.get("brought_note", ""))
        return replace(super().application(question), brought=brought)
