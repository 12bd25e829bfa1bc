"""调整: the form filled in with the item as it stands; what nobody types otherwise stays as it was."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from zhengyin.admission.actions import Typed
from zhengyin.admission.kinds import Kind
from zhengyin.admission.sample import form_of
from zhengyin.catalogue.kinds import Method
from zhengyin.web.admission.forms import BASES, PLAIN, AdmitForm, Typing, typed_of

BASIS, KEYS = ("basis", "number", "article"), ("document", "number", "article")


class AdjustForm(AdmitForm):
    """The item of `standing`, an entry of the county's own lists: name and code are kept."""

    def __init__(self, data: Typing = None, *, standing: Mapping[str, Any], **said: Any) -> None:
        begun = {**typed_of(standing), **(said.pop("initial", None) or {})}
        super().__init__(data, kind=Kind.ADJUST, initial=begun, **said)
        self.standing = standing
        del self.fields["item_name"]
        for name, typed in begun.items():
            room_for(self.fields.get(name), typed)

    def clean_sample(self) -> str:
        """As it stands it is not judged again."""
        return super().clean_sample() if self._typed_anew("sample") else str(self.cleaned_data["sample"])

    def typed(self) -> Typed:
        """By the name and the code it stands under."""
        named = {"item_name": self.standing["name"], "item_code": self.standing["code"]}
        return replace(super().typed(), **named)

    def entry(self) -> dict[str, Any]:
        """What stands, with what was typed otherwise put in its place."""
        self.cleaned_data["item_name"] = self.standing["name"]
        typed, entry = super().entry(), {**self.standing}
        for name in ("aliases", *PLAIN):
            if self._typed_anew(name):
                entry[name] = typed[name]
        anew = {name: typed["guide"][name] for name in entry["guide"] if self._typed_anew(f"guide_{name}")}
        if any(self._typed_anew(f"{name}_{no}") for name in BASIS for no in range(1, BASES + 1)):
            entry["bases"] = self._bases_with(typed["bases"])
            anew["basis"] = typed["guide"]["basis"]
        entry["guide"] = {**entry["guide"], **anew}
        entry["form"] = self._form()
        return {key: one for key, one in entry.items() if key not in ("code", "kind", "confidence")}

    def _typed_anew(self, name: str) -> bool:
        return name in self.fields and _plain(self.cleaned_data.get(name)) != _plain(
            typed_of(self.standing).get(name)
        )

    def _bases_with(self, typed: list[dict[str, str]]) -> list[dict[str, Any]]:
        """A basis that stays keeps what is not typed of it, and so do those the form has no room for."""
        stood = {tuple(one[key] for key in KEYS): one for one in self.standing["bases"]}
        here = [stood.get(tuple(one[key] for key in KEYS), one) for one in typed]
        return [*here, *self.standing["bases"][BASES:]]

    def _form(self) -> dict[str, Any]:
        said, form = self.cleaned_data, {**self.standing["form"]}
        methods = [Method(one) for one in said["methods"]]
        title = said["sample_title"].strip() if self._typed_anew("sample_title") else form["title"]
        if self._typed_anew("sample"):
            form = form_of(title, said["sample"], methods, form)
        if self._typed_anew("methods"):
            checks = [method.value for method in methods]
            form["facts"] = [{**one, "methods": checks} for one in form["facts"]]
        return {**form, "title": title}


def room_for(field: forms.Field | None, typed: object) -> None:
    """What stands, also what came with a pack, is never too long to be sent again."""
    if isinstance(field, forms.CharField) and field.max_length and len(str(typed)) > field.max_length:
        field.max_length = len(str(typed))
        field.validators = [one for one in field.validators if not isinstance(one, MaxLengthValidator)]
        field.validators.append(MaxLengthValidator(field.max_length))
        field.widget.attrs["maxlength"] = str(field.max_length)


def _plain(value: object) -> object:
    """As it is compared: browsers end lines otherwise, a list has no order, nothing is nothing."""
    if isinstance(value, str):
        return "\n".join(line.rstrip() for line in value.strip().splitlines())
    if isinstance(value, list | tuple):
        return frozenset(map(str, value))
    return value or ""
