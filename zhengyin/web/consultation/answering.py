"""What a unit returns, as a form: opinions under each clause, the list, the liaison; any of them alone."""

from collections.abc import Iterable, Iterator
from typing import Any, Final
from uuid import UUID

from django import forms

from zhengyin.catalogue.kinds import ClassOfUse
from zhengyin.consultation.facts import Row, Said
from zhengyin.consultation.kinds import Part, Stance
from zhengyin.consultation.models import Clause, Consultation
from zhengyin.consultation.queries.facts import latest_of
from zhengyin.web.consultation.forms import Typing
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import PhotoField, day_field, text_field, words_field

ROWS: Final = 4
COLUMNS: Final = (("name", "事项名称", 60), ("basis", "设定依据", 100), ("purpose", "办理用途", 200))
WORDS = 1000


class AnswerForm(PlainForm):
    """At a desk: 无意见 and 没有要报的事项 are buttons there, everything else is sent where it is filled."""

    no_opinions = forms.BooleanField(label="无意见", required=False)
    no_items = forms.BooleanField(label="没有要报的事项", required=False)
    pasted = words_field(
        "更多的事项", 8000, required=False, rows=3,
        help_text="一行一项，依次是事项名称、设定依据、办理用途，用竖线“|”隔开；从表格里复制过来的也可以",
    )  # fmt: skip
    liaison = text_field("联络人姓名", 30, required=False, kind="w-name")
    telephone = text_field("联络人办公电话", 40, required=False, kind="w-idno")

    def __init__(
        self, data: Typing = None, files: Any = None, *, clauses: Iterable[Clause], **said: Any
    ) -> None:
        super().__init__(data, files, **said)
        self.clauses = tuple(clauses)
        for one in self.clauses:
            self.fields[f"words_{one.no}"] = words_field(f"对“{one.mark}”的意见", WORDS, required=False)
        self.fields["words_0"] = words_field("对全文的意见", WORDS, required=False)
        for no in range(1, ROWS + 1):
            for name, label, longest in COLUMNS:
                self.fields[f"{name}_{no}"] = text_field(f"第{no}项：{label}", longest, required=False)
            self.fields[f"class_{no}"] = forms.ChoiceField(
                label=f"第{no}项：属于哪一类",
                choices=[("", "请选一类"), *((c.value, c.words) for c in ClassOfUse)],
                required=False,
            )

    def clean_pasted(self) -> tuple[Row, ...]:
        """Each line as a row; a line that cannot be one is named, none is dropped."""
        lines = [line for line in str(self.cleaned_data["pasted"]).splitlines() if line.strip()]
        return tuple(_row(no, line) for no, line in enumerate(lines, 1))

    def clean(self) -> dict[str, Any]:
        """无意见 and words of an opinion cannot both be meant."""
        data = super().clean() or {}
        if data.get("no_opinions") and any(self._opinions(data)):
            self.add_error("no_opinions", "写了意见，又选了无意见：没有意见的，请先把写的删掉")
        if data.get("no_items") and any(self._items(data)):
            self.add_error("no_items", "填了事项，又选了没有要报的：没有要报的，请先把填的删掉")
        return data

    def said(self, answered_by: str) -> Said:
        """The parts that are filled."""
        data = self.cleaned_data
        opinions, items = tuple(self._opinions(data)), tuple(self._items(data))
        liaison = (data["liaison"], data["telephone"])
        return Said(
            answered_by=answered_by, answered_on=data.get("answered_on"),
            stance=Stance.NONE if data["no_opinions"] else Stance.GIVEN if opinions else None,
            opinions=opinions,
            listing=Stance.NONE if data["no_items"] else Stance.GIVEN if items else None, items=items,
            liaison=liaison if any(liaison) else None,
        )  # fmt: skip

    def _opinions(self, data: dict[str, Any]) -> Iterator[tuple[int, str]]:
        numbers = (*(one.no for one in self.clauses), 0)
        return ((no, data[f"words_{no}"]) for no in numbers if data.get(f"words_{no}", "").strip())

    def _items(self, data: dict[str, Any]) -> Iterator[Row]:
        for no in range(1, ROWS + 1):
            one = [data.get(f"{name}_{no}", "") for name in ("name", "basis", "purpose", "class")]
            if any(one):
                yield Row(*one)
        yield from data.get("pasted") or ()

    @property
    def of_clauses(self) -> tuple[tuple[Clause, forms.BoundField], ...]:
        """Each clause with the place for an opinion on it."""
        return tuple((one, self[f"words_{one.no}"]) for one in self.clauses)

    @property
    def rows(self) -> tuple[tuple[forms.BoundField, ...], ...]:
        """The rows of the list."""
        names = ("name", "basis", "purpose", "class")
        return tuple(tuple(self[f"{name}_{no}"] for name in names) for no in range(1, ROWS + 1))


class LinkAnswerForm(AnswerForm):
    """By the link: who answers is typed."""

    answered_by = text_field("答复人", 30, required=False, kind="w-name")


class PaperAnswerForm(LinkAnswerForm):
    """From paper that came back stamped."""

    answered_on = day_field("哪天收到的", required=False)
    scan = PhotoField(label="盖了章的答复（照片或者PDF）")


def answer_form(row: Consultation, unit_id: UUID) -> AnswerForm:
    """The form of the unit's desk, with what it answered before: to be changed, not typed anew."""
    return AnswerForm(clauses=clauses_in(row), initial=before(unit_id))


def clauses_in(row: Consultation) -> tuple[Clause, ...]:
    """In their order."""
    return tuple(row.clauses.order_by("no"))


def before(unit_id: UUID) -> dict[str, Any]:
    """What a unit returned last, as its form begins."""
    said: dict[str, Any] = {}
    opinions, items, liaison = (latest_of(unit_id, part) for part in Part)
    for one in opinions.opinions.select_related("clause") if opinions else ():
        said[f"words_{one.clause.no if one.clause else 0}"] = one.words
    listed = list(items.items.order_by("no")) if items else []
    for no, row in enumerate(listed[:ROWS], 1):
        said |= {
            f"name_{no}": row.name, f"basis_{no}": row.basis, f"purpose_{no}": row.purpose,
            f"class_{no}": row.class_of_use,
        }  # fmt: skip
    if listed[ROWS:]:
        said["pasted"] = "\n".join("|".join((row.name, row.basis, row.purpose)) for row in listed[ROWS:])
    return said | ({"liaison": liaison.liaison, "telephone": liaison.telephone} if liaison else {})


def _row(no: int, line: str) -> Row:
    cells = [cell.strip() for cell in line.replace("\t", "|").replace("｜", "|").split("|")]
    if len(cells) > len(COLUMNS):
        raise forms.ValidationError(f"第{no}行有{len(cells)}栏，最多三栏：事项名称、设定依据、办理用途")
    for cell, (_, label, longest) in zip(cells, COLUMNS, strict=False):
        if len(cell) > longest:
            raise forms.ValidationError(f"第{no}行的{label}太长了，最多{longest}个字")
    return Row(*cells)
