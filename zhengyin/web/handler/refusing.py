"""Forms of asking for more and of refusing: what to do comes with every no."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms

from zhengyin.catalogue.policy import Answer, Question
from zhengyin.certificates.asked import Application, Channel, PersonGiven
from zhengyin.certificates.kinds import Ground
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.queries.refusing import LIMITS, problems_of, steps_of, tidied
from zhengyin.certificates.told import GROUND_OF, RefusalGiven
from zhengyin.certificates.typed import name_problem_of, phone_problem
from zhengyin.certificates.words import WORDS
from zhengyin.web.fields import NAME, field_of
from zhengyin.web.forms import PlainForm
from zhengyin.web.handler.application import OFF

LONGEST = 200
LINES = {"rows": 4, **OFF}
FIRST_WAY = {"where": "去哪里", "bring": "带什么", "telephone": "打电话"}
Judge = Callable[[Mapping[str, str]], Iterable[tuple[str, str]]]  # typed → (field key, what is wrong)


def nothing_sent(_typed: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """What is wrong with a form that is only shown."""
    return ()


class AskForm(PlainForm):
    """Everything that is missing, a line each."""

    missing = forms.CharField(
        label="还差什么，每样写一行，一次写全", max_length=LONGEST,
        widget=forms.Textarea(attrs=LINES),
        help_text="申请人在查进度的页面上看到的就是这几行。",
    )  # fmt: skip

    @property
    def named(self) -> tuple[str, ...]:
        """One thing a line."""
        return tuple(self.cleaned_data["missing"].splitlines())


class CompleteForm(PlainForm):
    """What was brought; what stands in the form may be put right."""

    said = forms.CharField(label="补了什么", max_length=LONGEST, widget=forms.TextInput(attrs=OFF))

    def __init__(
        self, page: CasePage, data: Mapping[str, Any] | None = None, *, judge: Judge = nothing_sent
    ) -> None:
        initial = {f"f_{key}": value for key, value in page.typed.items()}
        super().__init__(data, initial=initial)
        self.judge = judge
        self.keys = [field.key for field in page.correctable]
        self.fields |= {f"f_{field.key}": field_of(field) for field in page.correctable}

    def clean(self) -> dict[str, Any]:
        """By the same function as the act."""
        typed = {key: str(self.cleaned_data.get(f"f_{key}", "")) for key in self.keys}
        for key, words in self.judge(typed):
            if key in self.keys and f"f_{key}" not in self.errors:
                self.add_error(f"f_{key}", words)
        return self.cleaned_data

    @property
    def own(self) -> list[forms.BoundField]:
        """The item's fields that may be put right."""
        return [self[f"f_{key}"] for key in self.keys]

    @property
    def values(self) -> dict[str, str]:
        """What they say now."""
        return {key: self.cleaned_data[f"f_{key}"] for key in self.keys}


class RefuseForm(PlainForm):
    """Why not, and where to go instead."""

    ground = forms.ChoiceField(label="为什么不能开", widget=forms.RadioSelect)
    why = forms.CharField(
        label="用一句话告诉申请人", max_length=LIMITS["why"][1], widget=forms.TextInput(attrs=OFF)
    )
    where = forms.CharField(
        label="接下来去哪里、找谁办", max_length=LIMITS["where"][1], widget=forms.TextInput(attrs=OFF)
    )
    bring = forms.CharField(
        label="带什么（可以不填）", max_length=LIMITS["bring"][1], required=False,
        widget=forms.TextInput(attrs=OFF),
    )  # fmt: skip
    telephone = forms.CharField(
        label="打哪个电话问（可以不填）", max_length=LIMITS["telephone"][1], required=False,
        widget=forms.TextInput(attrs=OFF),
    )  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        grounds: tuple[Ground, ...],
        initial: Mapping[str, Any],
    ) -> None:
        super().__init__(data, initial=dict(initial))
        ground = self.fields["ground"]
        assert isinstance(ground, forms.ChoiceField)
        ground.choices = [(one.value, WORDS[f"ground.{one.value}"]) for one in grounds]

    def clean(self) -> dict[str, Any]:
        """By the same function as the act."""
        for name, words in problems_of(self._given()):
            if name not in self.errors:
                self.add_error(name, words)
        return self.cleaned_data

    @property
    def given(self) -> RefusalGiven:
        """The refusal as the act takes it."""
        return self._given()

    def _given(self) -> RefusalGiven:
        said = {name: str(self.cleaned_data.get(name, "")) for name in ("ground", *LIMITS)}
        return tidied(RefusalGiven(**said))


class DemandForm(RefuseForm):
    """The same for whoever was sent for something the lists do not let through."""

    name = forms.CharField(
        label="谁要开（姓名）", max_length=30, widget=forms.TextInput(attrs={**OFF, "class": "w-name"})
    )
    phone = forms.CharField(
        label="电话（可以不填）", max_length=20, required=False,
        widget=forms.TextInput(attrs={**OFF, "inputmode": "tel", "class": "w-name"}),
    )  # fmt: skip
    field_order = ("name", "phone", "why", "where", "bring", "telephone")

    def __init__(self, answer: Answer, data: Mapping[str, Any] | None = None) -> None:
        ground = GROUND_OF[answer.outcome]
        super().__init__(data, grounds=(ground,), initial={"ground": ground.value, **way_on(answer)})
        self.fields["ground"].widget = forms.HiddenInput()

    def application(self, question: Question) -> Application:
        """Who was sent for what, as the act takes it."""
        applicant = PersonGiven(self.cleaned_data["name"], phone=self.cleaned_data["phone"])
        return Application(
            question=question, purpose="", copies=1, values={NAME: applicant.name}, applicant=applicant,
            channel=Channel.COUNTER,
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Name and telephone too."""
        said = super().clean()
        for field, words in (
            ("name", name_problem_of(said.get("name", ""))), ("phone", phone_problem(said.get("phone", ""))),
        ):  # fmt: skip
            if words and field not in self.errors:
                self.add_error(field, words)
        return said


def way_on(answer: Answer) -> dict[str, str]:
    """The reason and the first way of the lists, to begin with."""
    first = answer.ways[0] if answer.ways else None
    if first is None:
        return {"why": answer.reason}
    said = dict(steps_of(first))
    words = {"why": answer.reason, **{name: said.get(label, "") for name, label in FIRST_WAY.items()}}
    return {name: text[: LIMITS[name][1]] for name, text in words.items()}


def refuse_form(page: CasePage, data: Mapping[str, Any] | None = None) -> RefuseForm:
    """The grounds that the case bears out; the lists' own first where they say no."""
    lists_say = page.lists_say
    grounds = [lists_say] if lists_say else []
    grounds += [Ground.NOT_TRUE, Ground.CANNOT_CHECK]
    grounds += [Ground.INCOMPLETE] if page.asked_to_complete else []
    begun = {"ground": lists_say.value, **way_on(page.answer)} if page.answer and lists_say else {}
    return RefuseForm(data, grounds=tuple(grounds), initial=begun)
