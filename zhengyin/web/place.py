"""Where a page stands: the name at its head and the telephones at its foot."""

from dataclasses import dataclass, field
from uuid import UUID

from zhengyin.regions.queries import Ended


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number with whose it is; `note` says when somebody answers, or that it is 示例."""

    whose: str
    number: str
    note: str = ""

    @property
    def dial(self) -> str:
        """The number for a tel: link."""
        return "".join(ch for ch in self.number if ch in "+0123456789")


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words."""

    words: str
    href: str
    extra: bool = False  # left out in 大字版
    current: bool = False
    key: str = ""  # pressed outside of fields, it is taken


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at the head (`above` small, `name` large) and the foot of every page.

    `county` is the pack's word for what is led from above: 县, 旗, 区. `ended`: it is no more.
    """

    above: str
    name: str
    home: str = "/"
    telephones: tuple[Telephone, ...] = ()
    links: tuple[Link, ...] = ()
    county: str = "县（旗区）"
    ended: Ended | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """The head of a staff page: where, who, in which offices, and the tabs these open."""

    organization_id: UUID
    place: Place
    who: str
    offices: str
    tabs: tuple[Link, ...] = field(default=())


# On every public page: for whoever holds a paper, and for those who work here.
EVERYWHERE = (Link("核对手里的证明", "/v/"), Link("工作人员登录", "/desk", extra=True))
NOWHERE = Place(above="村（社区）证明和用印", name="证印", links=EVERYWHERE)
