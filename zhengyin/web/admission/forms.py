"""The paper of a proposal as a form, and the short forms of what follows: shape of input only."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django import forms

from zhengyin.admission.actions import Typed
from zhengyin.admission.form import pieces_of
from zhengyin.admission.kinds import Kind, What
from zhengyin.admission.models import Proposal
from zhengyin.admission.sample import faults_in, form_of, text_of
from zhengyin.catalogue.kinds import ClassOfUse, Completion, Confidence, Method, Standing, Tie
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import day_field, number_field, text_field, words_field

BASES = 3
GUIDE = {
    "subject": "办什么、用来做什么", "issuer": "谁开", "conditions": "什么条件可以开",
    "materials": "要带什么（一行一样）", "procedure": "怎样办", "time_limit": "多长时间办好",
    "demanded_by": "谁要这份证明", "not_written": "不能写的",
}  # fmt: skip
PLAIN = ("class_of_use", "ties", "completion", "working_days", "valid_days")
Typing = Mapping[str, Any] | None


class ProposalForm(PlainForm):
    """Who asks, what for, and the questions of the form that this kind answers."""

    def __init__(
        self, data: Typing = None, *, kind: Kind, own: bool,
        covers: FormCovers = FormCovers.CERTIFICATES, **said: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **said)
        self.kind, self.own, self.pieces = kind, own, pieces_of(kind, covers)
        if not own:
            self.fields["applicant_name"] = text_field("申请单位", 60)
        self.fields["liaison"] = text_field("联系人", 30, kind="w-name", required=False)
        self.fields["telephone"] = text_field("办公电话", 20, kind="w-idno", required=False)
        if kind is not Kind.EXIT:
            self.fields["item_name"] = text_field("事项名称", 60)
        for piece in self.pieces:
            label = f"{piece.label}（可以不填）" if piece.optional else piece.label
            self.fields[f"said_{piece.key}"] = words_field(label, 300, help_text=piece.help, required=False)

    def typed(self) -> Typed:
        """What was typed, for the act."""
        said = self.cleaned_data
        return Typed(
            applicant_name=said.get("applicant_name", ""), liaison=said["liaison"],
            telephone=said["telephone"], item_name=said.get("item_name", ""),
            said={piece.key: said[f"said_{piece.key}"].strip() for piece in self.pieces},
        )  # fmt: skip

    @property
    def questions(self) -> tuple[forms.BoundField, ...]:
        """The pieces, in the order of the paper."""
        return tuple(self[f"said_{piece.key}"] for piece in self.pieces)


def basis_fields() -> dict[str, forms.Field]:
    """Three documents, each with its number and article."""
    found: dict[str, forms.Field] = {}
    for no in range(1, BASES + 1):
        which, left = ("", "") if no == 1 else (f"第{no}个依据的", "（没有的不填）")
        found[f"basis_{no}"] = text_field(f"{which}文件名称{left}", 100, required=False)
        found[f"number_{no}"] = text_field(f"{which}文号", 60, required=False)
        found[f"article_{no}"] = text_field(f"{which}第几条", 40, required=False)
    return found


def bases_typed(said: Mapping[str, Any]) -> list[dict[str, str]]:
    """Those of the three that were filled in."""
    rows = [{name: said[f"{name}_{no}"].strip() for name in ("basis", "number", "article")}
            for no in range(1, BASES + 1)]  # fmt: skip
    return [
        {"document": row["basis"], "number": row["number"], "article": row["article"] or "待核",
         "standing": Standing.IN_FORCE.value, "confidence": Confidence.PARTIAL.value}
        for row in rows if row["basis"]
    ]  # fmt: skip


class ServiceForm(ProposalForm):
    """社区公共服务事项准入申报表."""

    what = forms.ChoiceField(
        label="是哪一种",
        choices=[("", "请选一种"), *((one.value, one.words) for one in What)],
        required=False,
    )

    def __init__(self, data: Typing = None, **said: Any) -> None:
        super().__init__(data, kind=Kind.ADMIT, covers=FormCovers.SERVICES, **said)
        self.fields |= basis_fields()

    def typed(self) -> Typed:
        """With what it is and what it rests on."""
        said = self.cleaned_data
        return replace(super().typed(), entry={"what": said["what"], "bases": bases_typed(said)})


class ExitForm(ProposalForm):
    """退出: one of the county's own items, or of its 公共服务事项, from a day on."""

    def __init__(self, data: Typing = None, *, items: Iterable[tuple[str, str]], **said: Any) -> None:
        super().__init__(data, kind=Kind.EXIT, **said)
        self.names = dict(items)
        self.fields["item_code"] = forms.ChoiceField(
            label="哪一项", choices=[("", "请选一项"), *self.names.items()]
        )
        self.fields["stop_on"] = day_field("从哪天起停止", required=False)

    def typed(self) -> Typed:
        """With the item as the list names it."""
        usual, code = super().typed(), self.cleaned_data["item_code"]
        stop_on = self.cleaned_data["stop_on"]
        return replace(usual, item_name=self.names[code], item_code=code, stop_on=stop_on)


class AdmitForm(ProposalForm):
    """准入: the item as it would stand on the list, with its guide and its sample."""

    aliases = text_field("还叫什么（可以不填，用顿号隔开）", 100, required=False)
    class_of_use = forms.ChoiceField(
        label="属于哪一类",
        choices=[("", "请选一类"), *((c.value, c.words) for c in ClassOfUse)],
        required=False,
    )
    ties = forms.MultipleChoiceField(
        label="什么人可以在这里开",
        choices=[(one.value, one.words) for one in Tie],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    completion = forms.ChoiceField(
        label="当场办还是限时办",
        choices=[(one.value, one.words) for one in Completion],
        widget=forms.RadioSelect,
        required=False,
    )
    working_days = number_field("限时办结的，几个工作日", required=False)
    valid_days = number_field("证明有效多少天（不限的不填）", required=False)
    sample_title = text_field("样表的标题", 30, required=False)
    sample = words_field(
        "证明怎样写",
        1500,
        rows=5,
        required=False,
        help_text="一行一句，要填的放在【】里，比如：【姓名】户住本村【住址】，从【从什么时候起：日期】起接着用水。",
    )
    methods = forms.MultipleChoiceField(
        label="村（居）委会用什么办法核实", choices=[(one.value, one.words) for one in Method],
        required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, data: Typing = None, *, kind: Kind = Kind.ADMIT, **said: Any) -> None:
        super().__init__(data, kind=kind, **said)
        self.fields |= basis_fields()
        for key, label in GUIDE.items():
            optional = key == "not_written"
            self.fields[f"guide_{key}"] = words_field(
                f"{label}（可以不填）" if optional else label, 400, required=False
            )

    def clean_sample(self) -> str:
        """Each sentence can be filled in; nothing typed is a draft still."""
        text = str(self.cleaned_data["sample"])
        faults = list(faults_in(text)) if text.strip() else []
        if faults:
            raise forms.ValidationError("；".join(faults))
        return text

    def typed(self) -> Typed:
        """With the item made of what was typed."""
        return replace(super().typed(), entry=self.entry())

    def entry(self) -> dict[str, Any]:
        """The item as it would stand on the list, without its code."""
        said = self.cleaned_data
        entry: dict[str, Any] = {
            "name": said["item_name"].strip(), "ties": said["ties"], "bases": bases_typed(said),
            "aliases": [one.strip() for one in said["aliases"].replace(",", "、").split("、") if one.strip()],
            "working_days": said["working_days"] or 0, "valid_days": said["valid_days"] or 0,
            "class_of_use": said["class_of_use"] or None, "completion": said["completion"] or None,
            "guide": self._guide(), "form": None,
        }  # fmt: skip
        if said["sample"].strip():
            methods = [Method(one) for one in said["methods"]]
            entry["form"] = form_of(said["sample_title"] or said["item_name"], said["sample"], methods)
        return entry

    def _guide(self) -> dict[str, Any]:
        said = {key: self.cleaned_data[f"guide_{key}"].strip() for key in GUIDE}
        bases = "；".join(
            f"《{one['document']}》{one['number'] and '（' + one['number'] + '）'}{one['article']}"
            for one in bases_typed(self.cleaned_data)
        )
        materials = [line.strip() for line in said["materials"].splitlines() if line.strip()]
        return {**said, "materials": materials, "basis": bases, "sample": "一页纸，式样见下"}


class EmergencyForm(AdmitForm):
    """The item alone: nobody asks for it but the lead body itself."""

    def __init__(self, data: Typing = None) -> None:
        super().__init__(data, own=True)
        for name in ("liaison", "telephone", *(one for one in self.fields if one.startswith("said_"))):
            del self.fields[name]


def typed_before(row: Proposal) -> dict[str, Any]:
    """What a form begins with: the proposal as it stands."""
    return {
        "applicant_name": row.applicant_name, "liaison": row.liaison, "telephone": row.telephone,
        "item_name": row.item_name, "item_code": row.item_code, "stop_on": row.stop_on,
        **{f"said_{key}": words for key, words in row.said.items()}, **typed_of(row.entry or {}),
    }  # fmt: skip


def typed_of(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an item's form as this item fills them."""
    guide, form = entry.get("guide") or {}, entry.get("form") or {}
    said: dict[str, Any] = {
        "what": entry.get("what", ""), **{name: entry.get(name) for name in PLAIN},
        "aliases": "、".join(entry.get("aliases", ())),
        "sample_title": form.get("title", ""), "sample": text_of(form) if form else "",
        "methods": form["facts"][0]["methods"] if form.get("facts") else [],
        **{f"guide_{key}": guide.get(key, "") for key in GUIDE},
        "guide_materials": "\n".join(guide.get("materials", ())),
    }  # fmt: skip
    for no, basis in enumerate(entry.get("bases", ()), 1):
        said |= {
            f"basis_{no}": basis["document"],
            f"number_{no}": basis["number"],
            f"article_{no}": basis["article"],
        }
    return said
