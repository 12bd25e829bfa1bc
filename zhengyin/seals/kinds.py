"""Kinds of seals. Pure. Special seals come with the rest of a seal's life."""

from enum import StrEnum


class SealKind(StrEnum):
    """What a seal is for."""

    OFFICIAL = "official"


KIND_LABELS: dict[SealKind, str] = {SealKind.OFFICIAL: "公章"}
