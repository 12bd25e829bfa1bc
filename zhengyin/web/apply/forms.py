"""One question a page: shape of input, with the message at the field. The act judges again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import Tie
from zhengyin.certificates.typed import phone_problem, pictures_in, problems, tidy
from zhengyin.documents import fonts
from zhengyin.shared.codes import as_typed
from zhengyin.shared.identity import identity_problem, sex_problem
from zhengyin.shared.names import name_problem, normalise_name
from zhengyin.web.apply.carried import Answers
from zhengyin.web.fields import IDENTITY, NAME, SEX, field_of
from zhengyin.web.forms import PlainForm
from zhengyin.web.public.asking import NO_TIE
from zhengyin.web.public.units import offered

HIMSELF, FAMILY, OTHER = "self", "family", "other"
MYSELF, SOMEBODY = "me", "proxy"
OFF = {"autocomplete": "off"}
PROXY_HERSELF = "这是您自己：自己来的，上面选“我自己来”。是同名的别人，写上那个人的电话"


def line(label: str, *, most: int, width: str = "", hint: str = "", needed: bool = True) -> forms.CharField:
    """One line to type."""
    attrs = {**OFF, "class": width} if width else OFF
    return forms.CharField(
        label=label, max_length=most, help_text=hint, required=needed, widget=forms.TextInput(attrs=attrs)
    )


def choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    """Lines to press, none chosen beforehand."""
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


class Step(PlainForm):
    """One page. `heading` is the question; what was typed is tidied and looked at for the printer."""

    heading = ""

    def clean(self) -> dict[str, Any]:
        """Names are names, numbers fit, every character can be printed."""
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str) and value:
                self.judge(name, value)
        return self.cleaned_data

    def judge(self, name: str, value: str) -> None:
        """Put what is wrong with one value at its field."""
        wrong = ""
        if name == "name" or name.endswith("_name"):
            self.cleaned_data[name] = value = normalise_name(value)
            wrong = name_problem(value)
        elif name == "identity":
            self.cleaned_data[name] = value = "".join(value.split()).upper()
            wrong = number_wrong(value)
        elif name == "phone":
            wrong = phone_problem(value)
        odd = dict.fromkeys((*pictures_in(value), *fonts.uncovered(value)))
        if odd:
            wrong = f"“{'、'.join(odd)}”这个字印不出来，请换成证件上的写法，或打村（社区）的电话说明"
        if wrong:
            self.add_error(name, wrong)

    def needs(self, *names: str) -> None:
        """Fields that this choice makes needed."""
        for name in names:
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, f"{self.fields[name].label}还没有填")


class UnitStep(Step):
    """Who wants the paper."""

    heading = "哪里要这张证明？"

    def __init__(self, data: Answers | None, classes: Mapping[str, str]) -> None:
        super().__init__(data)
        self.fields["unit"] = choice("是哪一类单位", list(offered(dict(classes))))
        self.fields["unit_full"] = line("单位叫什么", most=50, hint="写全称，比如：中国农业银行会宁县支行")


class PurposeStep(Step):
    """What for, how many."""

    heading = "拿去做什么用？"
    purpose = line("用途", most=60, hint="会印在纸上，只能用在这件事上。比如：申请农户小额贷款")
    copies = forms.IntegerField(
        label="要几份", min_value=1, max_value=99, initial=1,
        widget=forms.NumberInput(attrs={**OFF, "class": "w-name", "inputmode": "numeric"}),
        error_messages={"min_value": "份数至少1份", "max_value": "份数最多99份", "invalid": "份数要填数字"},
    )  # fmt: skip


class WhoStep(Step):
    """The applicant. Without a telephone nobody could be told anything."""

    heading = "您是谁？"
    name = line("您的姓名", most=30, width="w-name", hint="和身份证上一样")
    identity = line(
        "您的身份证号码",
        most=30,
        width="w-idno",
        needed=False,
        hint="18位，最后一位可能是X。没有身份证的空着。",
    )
    phone = line("您的电话", most=20, width="w-name", hint="我们打这个电话跟您说。查进度要用它的最后4位。")


class WhomStep(Step):
    """The person certified."""

    heading = "给谁开？"
    who = choice("给谁开", [(HIMSELF, "就是我本人"), (FAMILY, "我的家人"), (OTHER, "别人")])
    name = line("那个人的姓名", most=30, width="w-name", needed=False, hint="给本人开的，下面都空着。")
    identity = line("那个人的身份证号码", most=30, width="w-idno", needed=False, hint="没有身份证的空着。")
    relation = line("您是那个人的什么人", most=20, width="w-name", needed=False, hint="比如：儿子、邻居")

    def __init__(self, data: Answers | None, entry: Entry, own_identity: str) -> None:
        super().__init__(data)
        self.number_needed = number_needed(entry)
        self.own_identity = own_identity

    def clean(self) -> dict[str, Any]:
        """Another person has a name; where the paper prints a number, it is asked for."""
        said = super().clean()
        if said.get("who") == HIMSELF:
            said.update(name="", relation="")
            said["identity"] = "" if self.own_identity else said.get("identity", "")
            if self.number_needed and not (self.own_identity or said["identity"]):
                self.add_error("identity", "这个证明上要印身份证号码，请在这里填您的号码")
        elif said.get("who"):
            self.needs("name", "relation", *(("identity",) if self.number_needed else ()))
        return said


class TieStep(Step):
    """What ties the certified person to the place."""

    heading = "跟本村（社区）是什么关系？"
    tie = choice(
        "要证明的人，户籍或者住处在哪里", [*((tie.value, tie.words) for tie in Tie), (NO_TIE, "都不是")]
    )


class FactsStep(Step):
    """The item's own fields, without the person, who was named before."""

    heading = "证明上要写的"

    def __init__(self, data: Answers | None, entry: Entry, today: date, number: str = "") -> None:
        """`number` is that of the person certified, where it is known."""
        super().__init__(data)
        assert entry.form is not None
        self.form, self.today, self.number = entry.form, today, number
        for one in entry.form.fields:
            if one.key not in (NAME, IDENTITY):
                self.fields[one.key] = field_of(one)

    def clean(self) -> dict[str, Any]:
        """As the form of the item wants it."""
        said = super().clean()
        typed = {key: str(value) for key, value in said.items()}
        for key, words in problems(self.form, tidy(self.form, typed), self.today):
            if key in self.fields and key not in self.errors:
                self.add_error(key, words)
        if other := sex_problem(self.number, typed.get(SEX, "")):
            self.add_error(SEX, other)
        return said


class ComesStep(Step):
    """Who comes to the village office."""

    heading = "谁来村（居）委会办？"
    comes = choice("谁来", [(MYSELF, "我自己来"), (SOMEBODY, "请别人替我来")])
    name = line("替您来的人的姓名", most=30, width="w-name", needed=False, hint="自己来的，下面空着。")
    phone = line("替您来的人的电话", most=20, width="w-name", needed=False)

    def __init__(self, data: Answers | None, applicant: Answers) -> None:
        super().__init__(data)
        self.applicant = applicant

    def clean(self) -> dict[str, Any]:
        """A proxy has a name, and is somebody else; a namesake has a telephone of another number."""
        said = super().clean()
        if said.get("comes") == SOMEBODY:
            self.needs("name")
            own = as_typed(self.applicant.get("phone", ""))
            if said.get("name") == self.applicant.get("name") and as_typed(said.get("phone", "")) in (
                "",
                own,
            ):
                self.add_error("name", PROXY_HERSELF)
        elif said.get("comes"):
            said.update(name="", phone="")
        return said


def number_wrong(number: str) -> str:
    """What looks wrong with an identity number; whoever is unsure brings the card."""
    seen = identity_problem(number)
    return f"{seen}；没有把握就空着，来村（居）委会再说" if seen else ""


def number_needed(entry: Entry) -> bool:
    """Whether the item's form cannot do without an identity number."""
    fields = entry.form.fields if entry.form else ()
    return any(one.key == IDENTITY and one.required for one in fields)
