"""The demonstration's consultation, as its pack writes it (demo/consultation.yaml). Pure."""

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Nothing of the file is passed over in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Provenance(Frozen):
    """Where the text was read; it is a draft, never cited as in force."""

    title: str
    issued_by: str
    published_on: str
    standing: Literal["征求意见稿"]
    note: str


class ExampleAnswer(Frozen):
    """What an invented unit's person returned. `opinions` by the mark of the clause; none: 无意见."""

    unit: str
    answered_by: str
    opinions: dict[str, str] = {}
    none: bool = False
    liaison: tuple[str, str] | None = None


class Example(Frozen):
    """One consultation, sent, some units' answers there."""

    mark: Literal["示例"]
    source: Provenance
    body: str
    drafted_by: str
    title: str
    contact: str
    telephone: str
    days: int
    others: tuple[str, ...]
    answers: tuple[ExampleAnswer, ...]
    text: str


def load_example(pack: Path) -> Example | None:
    """Read the pack's; None where it has none."""
    path = pack / "demo/consultation.yaml"
    if not path.exists():
        return None
    return Example.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
