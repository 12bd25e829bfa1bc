"""Names of committees: kind, short form, whether it is a full legal name, pinyin. Pure."""

import re
from enum import StrEnum
from functools import lru_cache
from uuid import NAMESPACE_URL, UUID, uuid5

NAMESPACE = uuid5(NAMESPACE_URL, "zhengyin:organizations")
FULL_NAME = re.compile(r"(村民|居民)委员会$")
_VIRTUAL_WORD = "虚拟社区"
_VIRTUAL_CODE = "498"


class OrganizationKind(StrEnum):
    """Bodies at which an office can be held."""

    COMMITTEE = "committee"
    TOWNSHIP = "township"
    COUNTY_LEAD = "county_lead"
    CITY = "city"
    DEPARTMENT = "department"
    AUDIT = "audit"
    ADMINISTRATION = "administration"


class CommitteeKind(StrEnum):
    """村民委员会, 居民委员会, or a 虚拟社区 of the statistics, which is no committee at all."""

    VILLAGE = "village"
    RESIDENTS = "residents"
    VIRTUAL = "virtual"


class Ending(StrEnum):
    """How a committee comes to its end."""

    ABOLISHED = "abolished"
    MERGED = "merged"


def organization_id(key: str) -> UUID:
    """The id of the organization `kind:code` (a department: `kind:code:name`), the same for ever."""
    return uuid5(NAMESPACE, key)


def key_of(kind: OrganizationKind, code: str, name: str = "") -> str:
    """`kind:code`, with the name where one county has several of the kind."""
    return f"{kind}:{code}:{name}" if name else f"{kind}:{code}"


def committee_kind(code: str, name: str) -> CommitteeKind:
    """Read the kind from the 12-digit code (digits 10–12: 498 virtual, 2xx village) and the name."""
    if code.endswith(_VIRTUAL_CODE) or _VIRTUAL_WORD in name:
        return CommitteeKind.VIRTUAL
    return CommitteeKind.VILLAGE if code[9] == "2" else CommitteeKind.RESIDENTS


def is_full_legal_name(name: str) -> bool:
    """Say whether the statistics' name has the form of a legal name; only the certificate proves it."""
    return FULL_NAME.search(name) is not None


_ENDINGS = (
    (re.compile(r"社区(居民委员会|居委会)?$"), "社区"),
    (re.compile(r"嘎查(村民委员会|村委员会|村委会|村)?$"), "嘎查"),
    (re.compile(r"村(村民委员会|民委员会|村委会|委会|委员会)?$"), "村"),
    (re.compile(r"(居民委员会|居委会)$"), ""),
)


def short_name(name: str) -> str:
    """李家湾村民委员会 → 李家湾村: what people say, and what stands in the number."""
    for ending, kept in _ENDINGS:
        if ending.search(name):
            return ending.sub(kept, name)
    return name


def own_part(name: str) -> str:
    """李家湾村民委员会 → 李家湾: what the legal name can be expected to hold; empty where nothing is left."""
    return re.sub(r"(社区|嘎查|村)$", "", short_name(name))


def is_gacha(name: str) -> bool:
    """Say whether the committee is a gacha's, whose director is called 嘎查达."""
    return "嘎查" in name


@lru_cache(maxsize=4096)
def _syllables(name: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin  # its dictionaries take 58 MB, and only loading asks them

    return tuple(syllable.lower() for syllable in lazy_pinyin(name, style=Style.NORMAL, errors="default"))


def pinyin_of(name: str) -> str:
    """Full pinyin without tones or spaces: 李家湾村 → lijiawancun."""
    return "".join(_syllables(name))


def syllables_of(name: str) -> str:
    """Pinyin by syllables, to sort by: 八里湾 (ba li wan) stands before 白草塬 (bai cao yuan)."""
    return " ".join(_syllables(name))


def initials_of(name: str) -> str:
    """First letters: 李家湾村 → ljwc."""
    return "".join(syllable[0] for syllable in _syllables(name))
