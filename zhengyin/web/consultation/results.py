"""Opinions clause by clause, who had none, who said nothing: for whoever asked and for everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from uuid import UUID

from django import forms

from zhengyin.consultation.kinds import Part, Stance
from zhengyin.consultation.models import Consultation, Opinion
from zhengyin.consultation.queries.facts import latest_replies, opinions_that_count
from zhengyin.web.consultation.forms import WeighForm

WHOLE = "全文"
NOTHING: Mapping[str, forms.Form] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One opinion; `taken` is None until it was weighed, `weighing` where it can be now."""

    id: UUID
    unit: str
    late: bool
    words: str
    taken: bool | None
    because: str
    weighing: WeighForm | None


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause with what was said of it."""

    name: str
    opinions: tuple[OpinionRow, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came back: no telephone, no liaison, no person."""

    clauses: tuple[ClauseRow, ...]
    none: tuple[str, ...]
    silent: tuple[str, ...]
    opinions: int
    adopted: int


def result_of(
    row: Consultation, *, weighing: bool = False, sent: Mapping[str, forms.Form] = NOTHING
) -> Result:
    """Gather it; three statements, however many units and opinions."""
    found = list(opinions_that_count(row.pk))
    clauses = tuple(
        ClauseRow(name, tuple(_row(one, sent, weighing=weighing) for one in said))
        for name, said in groupby(found, _clause)
    )
    stances = dict(latest_replies(row.pk).filter(part=Part.OPINIONS).values_list("addressee", "stance"))
    units = list(row.addressees.order_by("no").values_list("pk", "name"))
    return Result(
        clauses=clauses,
        none=tuple(name for key, name in units if stances.get(key) == Stance.NONE),
        silent=tuple(name for key, name in units if key not in stances),
        opinions=len(found),
        adopted=sum(bool(one.taken) for one in found),
    )


def _clause(one: Opinion) -> str:
    return (one.clause.mark + one.clause.heading).rstrip("。") if one.clause else WHOLE


def _row(one: Opinion, sent: Mapping[str, forms.Form], *, weighing: bool) -> OpinionRow:
    return OpinionRow(
        one.pk, one.reply.addressee.name, one.reply.late, one.words, one.taken, one.because,
        _weighing(one, sent) if weighing else None,
    )  # fmt: skip


def _weighing(one: Opinion, sent: Mapping[str, forms.Form]) -> WeighForm:
    """The form of this very opinion, as it came back where it did."""
    taken = "" if one.taken is None else "yes" if one.taken else "no"
    fresh = WeighForm(about=one.pk, initial={"taken": taken, "because": one.because})
    back = sent.get("weighing")
    return back if isinstance(back, WeighForm) and back.auto_id == fresh.auto_id else fresh
