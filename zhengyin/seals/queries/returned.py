"""What became of seals that came back: handed in by whom, destroyed where, how, before which two."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.seals.models import Collection, Destruction, Seal
from zhengyin.shared.days import in_words


@dataclass(frozen=True, slots=True)
class Collected:
    """收缴."""

    on: date
    handed_in_by: str

    @property
    def words(self) -> str:
        """2026年11月28日，交印人李国栋."""
        return f"{in_words(self.on)}，交印人{self.handed_in_by}"


@dataclass(frozen=True, slots=True)
class Destroyed:
    """销毁."""

    on: date
    place: str
    how: str
    witnesses: tuple[str, str]

    @property
    def words(self) -> str:
        """2026年11月28日在镇政府，锯断；见证人赵大有、钱进."""
        return f"{in_words(self.on)}在{self.place}，{self.how}；见证人{'、'.join(self.witnesses)}"


def collected(seal: Seal) -> Collected | None:
    """How it was handed in; None while it was not."""
    row = Collection.objects.filter(seal=seal).first()
    return Collected(row.collected_on, row.handed_in_by) if row else None


def destroyed_among(seals: Iterable[Seal]) -> dict[UUID, Destroyed]:
    """How those of them were destroyed that were; one query."""
    return {
        row.seal_id: Destroyed(row.destroyed_on, row.place, row.how, (row.first_witness, row.second_witness))
        for row in Destruction.objects.filter(seal__in=list(seals)).order_by("seal_id")
    }
