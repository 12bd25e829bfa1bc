"""Who takes part: the two places of the demonstration, their officers' accounts, a resident of today.

Names and numbers are made up anew for every tour, so that a second one finds no paper of the first.
"""

import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643: the check character
CHECK = "10X98765432"
# Two characters of these make a given name: whoever is looked for by name must not be taken for somebody
# whose paper an earlier tour left at a desk.
GIVEN = {
    "女": "桂秀玉海小春芳兰梅燕霞英莲翠凤娟丽萍琴云红艳珍慧敏静洁雪荷菊",
    "男": "建文志长永国明强福荣军伟刚勇平生林山海峰德贵才宝成义忠良杰龙",
}
MADE: set[str] = set()  # names given away in this tour
OFFICES = ("clerk", "director", "custodian", "deputy", "supervisor")
UNIT = "安居房屋租赁公司（示例）"
TIE = "户籍在本村（社区）"
COPIES = "2"


@dataclass(frozen=True, slots=True)
class Place:
    """One committee, as a resident finds it, and the log-in names of its officers."""

    pack: str
    name: str  # in the lines of progress
    county: str
    township: str
    village: str
    officers: str  # before the dot of every log-in name
    area: str  # first six digits of identity numbers
    surnames: tuple[str, ...]
    home: str
    book: str  # what stands before the year of its numbers
    soft: bool  # a prohibited paper may be let through, by two approvers
    above: str  # log-in name of the township's officer
    votes: bool  # a custodian is decided on by the meeting, not entrusted by the director


PLACES = (
    Place(
        "huining", "会宁", "会宁县", "平头川镇", "李家湾", "hn.ljw", "620422",
        ("马", "李", "王", "张", "牛"), "三社12号", "平头川镇李家湾村证字", True, "hn.pt.officer", False,
    ),
    Place(
        "ordos", "鄂尔多斯", "鄂托克前旗", "昂素镇", "哈日根图", "od.hrgt", "150623",
        ("白", "包", "云", "康", "杨"), "二组8号", "昂素镇哈日根图嘎查证字", False, "od.as.officer", True,
    ),
)  # fmt: skip
# The communities whose seal is taken out, handed over, lost and given out anew: away from the others' walk.
COMMUNITIES = (
    Place(
        "huining", "会宁", "会宁县", "会师镇", "会师门", "hn.hsm", "620422",
        ("何", "丁", "陈", "孙", "许"), "幸福小区3号楼", "会师镇会师门社区证字", True, "hn.hs.officer", False,
    ),
    Place(
        "ordos", "鄂尔多斯", "鄂托克前旗", "敖勒召其镇", "赛罕", "od.sh", "150623",
        ("高", "郝", "乔", "薛", "苗"), "赛罕小区5号楼", "敖勒召其镇赛罕社区证字", False,
        "od.al.officer", True,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Account:
    """How one officer logs in."""

    username: str
    name: str
    password: str
    totp_secret: str


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who needs a paper."""

    name: str
    sex: str
    identity: str
    phone: str
    home: str

    @property
    def tail(self) -> str:
        """The last four digits of the phone, asked for when tracking."""
        return self.phone[-4:]


def accounts_in(path: Path) -> dict[str, Account]:
    """Read the accounts of the officers who take part, by log-in name.

    OSError or ValueError: no such file, or not one of accounts; LookupError: somebody is missing.
    """
    rows = {row["username"]: row for row in json.loads(path.read_text(encoding="utf-8"))}
    places = (*PLACES, *COMMUNITIES)
    wanted = [account_name(place, office) for place in places for office in OFFICES]
    wanted += [place.above for place in COMMUNITIES]
    return {
        name: Account(name, rows[name]["name"], rows[name]["password"], rows[name]["totp_secret"])
        for name in wanted
    }


def account_name(place: Place, office: str) -> str:
    """The log-in name of one officer: hn.ljw.clerk."""
    return f"{place.officers}.{office}"


def somebody(place: Place) -> Resident:
    """Make up a resident with an identity number whose check character is right."""
    chance = random.SystemRandom()
    born = date(1950, 1, 1) + timedelta(days=chance.randrange(18_000))
    order = chance.randrange(1000)
    sex = "男" if order % 2 else "女"  # as the last digit before the check character says
    digits = f"{place.area}{born:%Y%m%d}{order:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return Resident(
        name=new_name(place, sex, chance),
        sex=sex,
        identity=digits + CHECK[total % 11],
        phone=f"138000{chance.randrange(100_000):05d}",
        home=place.home,
    )


def new_name(place: Place, sex: str, chance: random.SystemRandom) -> str:
    """A name nobody else of this tour has."""
    while True:
        name = chance.choice(place.surnames) + "".join(chance.sample(GIVEN[sex], 2))
        if name not in MADE:
            MADE.add(name)
            return name
