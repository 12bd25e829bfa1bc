"""Who gets which office on what paper: shape of input only."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from zhengyin.people.offices import STANDING_LABELS, Standing
from zhengyin.people.queries import Seated
from zhengyin.people.who_appoints import Basis, Row
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import day_field, text_field

UNLISTED = ("", "不在下面名单里的人，往下填姓名和证件")
DOCUMENTS: dict[Basis, str] = {
    Basis.ELECTION: "哪次选举的结果（名称或文号）",
    Basis.DOCUMENT: "任职文件（名称和文号）",
    Basis.DIRECTOR: "指定的文字依据（会议记录、书面指定）",
    Basis.ACCESS_LETTER: "调阅函（单位和编号）",
}


def with_offices(people: Iterable[Seated]) -> list[tuple[str, str]]:
    """Each person once, with every office held."""
    names: dict[UUID, str] = {}
    offices: dict[UUID, list[str]] = {}
    for one in people:
        names[one.person_id] = one.name
        offices.setdefault(one.person_id, []).append(one.position or one.office_label)
    return [(str(key), f"{name}（{'、'.join(offices[key])}）") for key, name in names.items()]


class PersonForm(PlainForm):
    """A person already in office here, or a new one by the identity card: nothing is typed twice."""

    person = forms.ChoiceField(label="谁", required=False)
    name = text_field("姓名", 40, required=False, kind="w-name")
    identity = text_field(
        "身份证号码", 30, required=False, kind="w-idno", help_text="照证件填，一个人只登记一次"
    )
    phone = text_field("手机号", 20, required=False, kind="w-name", help_text="可以不填；填了能收短信验证码")

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        known: Iterable[Seated],
        *,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        choices = with_offices(known)
        self.fields["person"] = forms.ChoiceField(
            label="谁",
            choices=[UNLISTED, *choices],
            required=False,
            help_text="已经登记过的人直接选，不用再填。" if choices else "",
        )

    def offer(self, people: Iterable[Seated]) -> None:
        """Show only these; whoever of the others is sent all the same is refused by the act, with reasons."""
        self.fields["person"].widget.choices = [UNLISTED, *with_offices(people)]

    def clean(self) -> dict[str, Any]:
        """A new person needs name and number; a known one's telephone is changed elsewhere."""
        said = self.cleaned_data
        if said.get("person") and said.get("phone"):
            self.add_error(
                "phone", "选了名单里的人，这里不填手机号；要换，到“我的账户”的“给别人重置登录”里换"
            )
        if not said.get("person"):
            for name in ("name", "identity"):
                if name in self.fields and not said.get(name) and name not in self.errors:
                    self.add_error(name, f"{self.fields[name].label}还没有填")
        return said


OF_PERSON = {
    "name_is_wrong": "name",
    "identity_is_wrong": "identity",
    "identity_belongs_to_another_name": "identity",
    "phone_is_wrong": "phone",
    "phone_is_changed_elsewhere": "phone",
}


class AppointForm(PersonForm):
    """One office: the person, from when, on what paper; with a second person where the table wants one."""

    position = text_field(
        "平时怎么称呼这个职务", 40, required=False, kind="w-name", help_text="例如：文书、副主任、嘎查达"
    )
    since = day_field("从哪天起")
    last_day = day_field("到哪天为止（含当天）", required=False, help_text="没有期限的不填")
    document = text_field("依据", 200)
    standing = forms.ChoiceField(
        label="这个人是",
        choices=[(one.value, STANDING_LABELS[one]) for one in Standing],
        help_text="第一书记、驻村、临聘人员、网格员不能签批，也不能保管印章。",
    )

    def __init__(
        self, data: Mapping[str, Any] | None, known: Iterable[Seated], *, row: Row, today: date
    ) -> None:
        super().__init__(data, known, initial={"since": today, "standing": Standing.REGULAR.value})
        self.row = row
        self.fields["document"].label = DOCUMENTS[self.basis]
        if self.basis is Basis.ELECTION:
            self.fields["elected_on"] = day_field("选举日期")
        if row.second:
            self.fields.update(second_fields())

    @property
    def basis(self) -> Basis:
        """The one paper this office is given on."""
        return min(self.row.bases)


def second_fields() -> dict[str, forms.Field]:
    """The second person types these on the same screen."""
    password = forms.PasswordInput(attrs={"autocomplete": "off", "class": "w-idno"})
    code = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "class": "w-name"})
    return {
        "second_name": text_field("第二个人的登录名", 40, kind="w-name"),
        "second_password": forms.CharField(
            label="第二个人的密码", max_length=200, strip=False, widget=password
        ),
        "second_code": forms.CharField(label="第二个人的验证码", max_length=20, widget=code),
    }


class EndForm(PlainForm):
    """From which day on somebody no longer holds the office, and why."""

    on = day_field("从哪天起不再担任")
    reason = text_field("原因", 200)


class LendForm(PlainForm):
    """The director lends the right to approve."""

    person = forms.ChoiceField(label="委托给谁", widget=forms.RadioSelect)
    since = day_field("从哪天起")
    last_day = day_field("到哪天为止（含当天）", help_text="最长30天，不能转委托。")
    reason = text_field("原因", 200, help_text="例如：外出开会")

    def __init__(self, data: Mapping[str, Any] | None, members: Iterable[Seated], *, today: date) -> None:
        super().__init__(data, initial={"since": today})
        people = {str(one.person_id): one for one in members}
        choices = [(key, f"{one.name}（{one.position or one.office_label}）") for key, one in people.items()]
        self.fields["person"] = forms.ChoiceField(label="委托给谁", choices=choices, widget=forms.RadioSelect)


class AccountForm(PlainForm):
    """The name to log in with."""

    username = text_field("登录名", 40, kind="w-name", help_text="默认是姓名的拼音，可以改。")


class ReasonForm(PlainForm):
    """A reason that will stand in the book."""

    reason = text_field("原因", 200)


class CounterForm(PlainForm):
    """What hangs at the door."""

    telephone = text_field("办公电话", 40, required=False, kind="w-name", help_text="座机，村民靠它找人")
    hours = text_field("办公时间", 80, required=False, help_text="例如：周一至周五 8:30–12:00，14:30–18:00")
    duty = text_field("谁值班", 80, required=False, help_text="例如：马秀兰（文书）")
    address = text_field("地址", 120, required=False)
