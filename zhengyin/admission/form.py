"""The pieces of the paper form (`form.yaml`), each with where it was read. Pure."""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from zhengyin.admission.kinds import Kind
from zhengyin.regions.packs.settings import FormCovers


class Source(StrEnum):
    """Where a piece of the form comes from."""

    NOTICE = "huining_notice"
    DRAFT = "ordos_draft"
    GUIDANCE = "mca20"
    EXAMPLE = "public_example"
    PRODUCT = "product"


class Piece(BaseModel):
    """One question of the form; `optional` ones may be left empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    label: str
    kinds: tuple[Kind, ...]
    covers: tuple[FormCovers, ...] = (FormCovers.CERTIFICATES,)
    source: Source
    help: str
    optional: bool = False


@lru_cache(maxsize=1)
def pieces() -> tuple[Piece, ...]:
    """All of them, in the order of the paper."""
    said = yaml.safe_load((Path(__file__).parent / "form.yaml").read_text(encoding="utf-8"))
    return tuple(Piece.model_validate(one) for one in said)


def pieces_of(kind: Kind, covers: FormCovers = FormCovers.CERTIFICATES) -> tuple[Piece, ...]:
    """Those that a proposal of this kind answers, on the form for what it covers."""
    return tuple(one for one in pieces() if kind in one.kinds and covers in one.covers)
