"""The form of an application: the item's own fields, then who comes for it. Nothing is typed twice."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from zhengyin.catalogue.entries import Form
from zhengyin.catalogue.policy import Question
from zhengyin.certificates.asked import Application, Channel, PersonGiven, number_of
from zhengyin.certificates.free import too_long
from zhengyin.certificates.persons import MOST
from zhengyin.certificates.policy.application import refusals_of_the_caller
from zhengyin.certificates.typed import phone_problem, problems, tidy, words_problem
from zhengyin.documents import fonts
from zhengyin.shared.identity import identity_problem, number_problem, sex_problem
from zhengyin.shared.names import name_problem, normalise_name
from zhengyin.shared.refusal import Refusal, Refused
from zhengyin.web.fields import IDENTITY, NAME, SEX, field_of
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import day_field
from zhengyin.web.words import sentence

HIMSELF, ANOTHER = "self", "other"
OFF = {"autocomplete": "off"}
PARTS = ("name", "relation", "identity", "deceased", "died_on")  # of a further certified person
AT_FIELD = {"copies_out_of_range": "copies", "caller_without_telephone": "phone"}
AT_PERSON = {"died_in_future": "died_on", "person_written_twice": "name", "number_missing": "identity"}


def in_one_piece(number: object) -> str:
    """A number as it is kept."""
    return number_of(PersonGiven("", str(number or "")))


def rows_in(said: Mapping[str, Any]) -> int:
    """How many further certified persons there is room for; one more where that was asked."""
    typed = str(said.get("rows", ""))
    rows = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 3 else 0
    return min(rows + ("more" in said), MOST - 1)


def fields_of_person(row: int) -> Iterator[tuple[str, forms.Field]]:
    """One further certified person: who, what to the applicant, and whether they live."""
    yield (
        f"p{row}_name",
        forms.CharField(
            label="姓名",
            max_length=30,
            required=False,
            widget=forms.TextInput(attrs={**OFF, "class": "w-name"}),
        ),
    )
    yield f"p{row}_relation", forms.CharField(
        label="是申请人的什么人", max_length=20, required=False,
        widget=forms.TextInput(attrs={**OFF, "class": "w-name"}),
    )  # fmt: skip
    yield f"p{row}_identity", forms.CharField(
        label="公民身份号码", max_length=30, required=False,
        widget=forms.TextInput(attrs={**OFF, "class": "w-idno"}),
    )  # fmt: skip
    yield f"p{row}_deceased", forms.BooleanField(label="已经去世", required=False)
    yield f"p{row}_died_on", day_field("哪天去世的（不知道的不填）", required=False)


class ApplicationForm(PlainForm):
    """The item's fields under f_<key>, purpose and copies, applicant and proxy."""

    purpose = forms.CharField(
        label="用途（印在纸上：本证明仅用于……）", max_length=60, widget=forms.TextInput(attrs=OFF)
    )
    copies = forms.IntegerField(
        label="要几份", min_value=1, max_value=99, initial=1,
        widget=forms.NumberInput(attrs={**OFF, "class": "w-name", "inputmode": "numeric"}),
        error_messages={"min_value": "份数至少1份", "max_value": "份数最多99份", "invalid": "份数要填数字"},
    )  # fmt: skip
    phone = forms.CharField(
        label="申请人手机（查进度用，可以不填）", max_length=20, required=False,
        widget=forms.TextInput(attrs={**OFF, "inputmode": "tel", "class": "w-name"}),
    )  # fmt: skip
    by_telephone = forms.BooleanField(label="打电话来的，人不在跟前", required=False)
    applicant = forms.ChoiceField(
        label="谁来申请",
        choices=[(HIMSELF, "被证明人本人"), (ANOTHER, "别人")],
        widget=forms.RadioSelect,
        initial=HIMSELF,
    )
    applicant_name = forms.CharField(
        label="申请人姓名", max_length=30, required=False,
        widget=forms.TextInput(attrs={**OFF, "class": "w-name"}),
    )  # fmt: skip
    applicant_identity = forms.CharField(
        label="申请人公民身份号码（可以不填）", max_length=30, required=False,
        widget=forms.TextInput(attrs={**OFF, "class": "w-idno"}),
    )  # fmt: skip
    relation = forms.CharField(
        label="申请人是被证明人的什么人", max_length=20, required=False,
        widget=forms.TextInput(attrs={**OFF, "class": "w-name"}),
    )  # fmt: skip
    deceased = forms.BooleanField(label="被证明人已经去世", required=False)
    proxy_name = forms.CharField(
        label="代办人姓名（没有就不填）", max_length=30, required=False,
        widget=forms.TextInput(attrs={**OFF, "class": "w-name"}),
    )  # fmt: skip
    proxy_phone = forms.CharField(
        label="代办人手机（可以不填）", max_length=20, required=False,
        widget=forms.TextInput(attrs={**OFF, "inputmode": "tel", "class": "w-name"}),
    )  # fmt: skip
    identity_note = forms.CharField(
        label="号码（或者性别）对不上，为什么照用", max_length=60, required=False,
        help_text="先对照证件改。证件上就是这样写的，在这里写明，签批和盖章的人都看得到。",
        widget=forms.TextInput(attrs=OFF),
    )  # fmt: skip

    def __init__(
        self,
        form: Form,
        today: date,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, Any] | None = None,
        *,
        typed: Mapping[str, Any] | None = None,
    ) -> None:
        """`typed` is shown as it stands and not judged: somebody only wanted one row more."""
        super().__init__(data, files, initial=dict(typed or {}))
        self.item, self.today = form, today
        self.said: Mapping[str, Any] = data or typed or {}
        self.rows = range(1, rows_in(self.said) + 1)
        self.keys = [field.key for field in form.fields]
        made = {f"f_{field.key}": field_of(field) for field in form.fields}
        others = {name: field for row in self.rows for name, field in fields_of_person(row)}
        self.fields = {**made, **self.fields, **others}

    @property
    def about(self) -> list[forms.BoundField]:
        """What is asked before the item's fields; nothing for a paper of our own."""
        return []

    def begin(self, purpose: str) -> None:
        """An empty form: the keyboard stands in its first field; the purpose of the case before, if taken."""
        self.fields[f"f_{self.keys[0]}"].widget.attrs["autofocus"] = True
        self.initial.setdefault("purpose", purpose)

    @property
    def own(self) -> list[forms.BoundField]:
        """The item's own fields."""
        return [self[f"f_{key}"] for key in self.keys]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The fields of identity numbers."""
        return (f"f_{IDENTITY}", "applicant_identity", *(f"p{row}_identity" for row in self.rows))

    @property
    def odd_number(self) -> bool:
        """A number was typed that a reason may let pass: then the reason is asked for; typed, it stays."""
        if self.said.get("identity_note"):
            return True
        typed = [in_one_piece(self.said.get(name)) for name in self.numbers]
        if any(number_problem(one, "") and not number_problem(one, "said") for one in typed if one):
            return True
        return bool(sex_problem(typed[0], str(self.said.get(f"f_{SEX}", ""))))

    @property
    def other_open(self) -> bool:
        """Somebody else applies, or a proxy comes: the fields for them are shown open."""
        names = ("applicant_name", "applicant_identity", "relation", "proxy_name", "proxy_phone", "deceased")
        another = self.said.get("applicant") == ANOTHER
        return another or bool(self.rows) or any(self.said.get(name) for name in names)

    @property
    def others(self) -> list[tuple[int, list[forms.BoundField]]]:
        """The rows for further certified persons."""
        return [(row, [self[f"p{row}_{part}"] for part in PARTS]) for row in self.rows]

    def clean(self) -> dict[str, Any]:
        """What does not fit stands at its field; another applicant has a name; the dead do not apply."""
        said = self.cleaned_data
        for name, words in list(self._wrong(said)):
            if words and name not in self.errors:
                self.add_error(name, words)
        if said.get("applicant") == ANOTHER and not said.get("applicant_name"):
            self.add_error("applicant_name", "申请人姓名还没有填")
        if said.get("deceased") and said.get("applicant") != ANOTHER:
            self.add_error("applicant", "被证明人已经去世的，要写明谁来申请")
        if "phone" not in self.errors:
            for refusal in refusals_of_the_caller(self._channel(said), said.get("phone", "")):
                self.add_error("phone", sentence(refusal))
        return said

    def refused(self, refused: Refused) -> Refused:
        """Say at its field what the act refused of what was typed; return every other reason."""
        rest = []
        for refusal in refused.refusals:
            place = AT_FIELD.get(refusal.code) or self._at_person(refusal)
            if place in self.fields:
                self.add_error(place, sentence(refusal))
            else:
                rest.append(refusal)
        return Refused(rest)

    def _at_person(self, refusal: Refusal) -> str:
        """The field of the last person of this name to whom the reason belongs; empty where there is none."""
        part = AT_PERSON.get(refusal.code, "")
        rows = (row for row in self.rows if self.cleaned_data.get(f"p{row}_name"))
        named = {normalise_name(self.cleaned_data[f"p{row}_name"]): f"p{row}_{part}" for row in rows}
        first = {"identity": f"f_{IDENTITY}", "name": f"f_{NAME}"}.get(part, "")
        return named.get(normalise_name(refusal.about), first) if part else ""

    def _channel(self, said: Mapping[str, Any]) -> Channel:
        return Channel.TELEPHONE if said.get("by_telephone") else Channel.COUNTER

    def _wrong(self, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """By the same functions as the act and the resident's page, before anything is sent."""
        typed = {key: str(said.get(f"f_{key}", "")) for key in self.keys}
        yield from (
            (f"f_{key}", words) for key, words in problems(self.item, tidy(self.item, typed), self.today)
        )
        yield from self._numbers_wrong(said)
        yield "f_words_1", too_long(typed)
        yield "purpose", words_problem("用途", said.get("purpose", ""), 60)
        for name in ("phone", "proxy_phone"):
            yield name, phone_problem(said.get(name, ""))
        for name in ("applicant_name", "proxy_name", *(f"p{row}_name" for row in self.rows)):
            yield name, name_problem(normalise_name(said[name])) if said.get(name) else ""
        for row in self.rows:
            rest = [said.get(f"p{row}_{part}") for part in PARTS[1:]]
            if any(rest) and not said.get(f"p{row}_name"):
                yield f"p{row}_name", "这一位的姓名还没有填"
            yield f"p{row}_relation", words_problem("关系", said.get(f"p{row}_relation", ""), 20)
        for name, value in said.items():
            odd = fonts.uncovered(value) if isinstance(value, str) else ()
            yield name, f"“{'、'.join(odd)}”这个字印不出来，请换成证件上的写法" if odd else ""

    def _numbers_wrong(self, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Numbers, and the sex against the number, where no reason was given."""
        typed = {name: in_one_piece(said.get(name)) for name in self.numbers}
        for name, number in typed.items():
            if number:
                yield name, number_problem(number, self.note_of(number, said))
        first = typed[f"f_{IDENTITY}"]
        if not self.note_of(first, said):
            yield f"f_{SEX}", sex_problem(first, str(said.get(f"f_{SEX}", "")))

    def note_of(self, number: str, said: Mapping[str, Any]) -> str:
        """Why this number is taken as it is; of another person's it says nothing."""
        sex = str(said.get(f"f_{SEX}", "")) if number == in_one_piece(said.get(f"f_{IDENTITY}")) else ""
        odd = number and (identity_problem(number) or sex_problem(number, sex))
        return str(said.get("identity_note", "")) if odd else ""

    def application(self, question: Question) -> Application:
        """What was typed, as the act takes it."""
        said = self.cleaned_data
        certified = PersonGiven(
            name=said[f"f_{NAME}"],
            identity=said.get(f"f_{IDENTITY}", ""),
            identity_note=self.note_of(in_one_piece(said.get(f"f_{IDENTITY}")), said),
            phone=said["phone"] if said["applicant"] == HIMSELF else "",
            deceased=said["deceased"],
        )
        proxy = PersonGiven(said["proxy_name"], phone=said["proxy_phone"]) if said["proxy_name"] else None
        return Application(
            question=question,
            purpose=said["purpose"],
            copies=said["copies"],
            values={key: said[f"f_{key}"] for key in self.keys},
            applicant=self._applicant(certified),
            channel=self._channel(said),
            certified=(certified, *self._others()),
            proxy=proxy,
        )

    def _others(self) -> Iterator[PersonGiven]:
        said = self.cleaned_data
        for row in self.rows:
            if said[f"p{row}_name"]:
                died_on = said[f"p{row}_died_on"]
                yield PersonGiven(
                    name=said[f"p{row}_name"],
                    identity=said[f"p{row}_identity"],
                    identity_note=self.note_of(in_one_piece(said[f"p{row}_identity"]), said),
                    relation=said[f"p{row}_relation"],
                    deceased=said[f"p{row}_deceased"] or died_on is not None,
                    died_on=died_on,
                )

    def _applicant(self, certified: PersonGiven) -> PersonGiven:
        said = self.cleaned_data
        if said["applicant"] == HIMSELF:
            return certified
        return PersonGiven(
            name=said["applicant_name"],
            identity=said["applicant_identity"],
            identity_note=self.note_of(in_one_piece(said["applicant_identity"]), said),
            phone=said["phone"],
            relation=said["relation"],
        )
