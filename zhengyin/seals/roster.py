"""The roster of an election as a township hands it in: one row a person. Pure.

What is wrong with a row is a sentence for the screen: the file is mended and handed in again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from zhengyin.shared.identity import identity_problem

HEADINGS = ("村（社区）", "职务", "姓名", "身份证号码", "手机号", "选举日期", "选举结果（名称或文号）")
_FIRST_DAY = date(1899, 12, 30)  # of a workbook, which counts days
_DAYS = range(30_000, 80_000)
_A_NUMBER = re.compile(r"\d(\.\d+)?[Ee]\+?\d+|\d{15}000(\.0+)?|\d{19,}(\.0+)?")  # as a workbook gives it
_LOST_DIGITS = "身份证号码那一格是数字，后几位已经丢了：把这一列的格式改成“文本”，照身份证重新填"


class Post(StrEnum):
    """What the roster fills; the custodian is named only: the seal passes on by a handover."""

    DIRECTOR = "主任"
    CUSTODIAN = "印章保管人"
    SUPERVISION = "监督委员会成员"


@dataclass(frozen=True, slots=True)
class Entry:
    """One person; `line` is the row in the file, the headings being the first."""

    line: int
    post: Post
    name: str
    identity: str = field(repr=False)
    phone: str = field(repr=False)
    elected_on: date | None
    document: str


@dataclass(frozen=True, slots=True)
class CommitteeRoster:
    """The rows of one committee, named as in the file."""

    committee: str
    entries: tuple[Entry, ...]
    wrong: tuple[str, ...] = ()

    @property
    def rows(self) -> str:
        """Which rows of the file were read: 第2、3行; those that could not be are named in `wrong`."""
        return f"第{'、'.join(str(one.line) for one in self.entries)}行" if self.entries else ""

    def of(self, post: Post) -> tuple[Entry, ...]:
        """Who is to hold a post."""
        return tuple(one for one in self.entries if one.post is post)

    @property
    def elected_on(self) -> date | None:
        """The day of the election: the director's, else the last that is named."""
        days = [one.elected_on for one in (*self.of(Post.DIRECTOR), *self.entries) if one.elected_on]
        return days[0] if self.of(Post.DIRECTOR) and days else max(days, default=None)


@dataclass(frozen=True, slots=True)
class Roster:
    """All committees of the file, in its order; `wrong` is said of the file as a whole."""

    committees: tuple[CommitteeRoster, ...]
    wrong: tuple[str, ...] = ()


def roster_of(rows: Sequence[Sequence[str]]) -> Roster:
    """Read the rows; the first names the columns, in any order."""
    if not rows:
        return Roster((), ("表格是空的，请下载样表，照样填。",))
    heads = [cell.replace(" ", "") for cell in rows[0]]
    missing = [one for one in HEADINGS if one not in heads]
    if missing:
        return Roster((), (f"第一行缺这几列：{'、'.join(missing)}。请用样表的列名。",))
    places = {one: heads.index(one) for one in HEADINGS}
    found: dict[str, list[tuple[Entry | None, str]]] = {}
    for line, row in enumerate(rows[1:], start=2):
        said = {one: row[at] if at < len(row) else "" for one, at in places.items()}
        if not said["姓名"] and not said["身份证号码"]:
            continue  # a row of the sample nobody filled in
        found.setdefault(said["村（社区）"], []).append(_entry(line, said))
    if not found:
        return Roster((), ("表格里只有列名，没有人。",))
    return Roster(tuple(_committee(name, parts) for name, parts in found.items()))


def _committee(name: str, parts: Sequence[tuple[Entry | None, str]]) -> CommitteeRoster:
    entries = tuple(entry for entry, _ in parts if entry is not None)
    wrong = [words for _, words in parts if words]
    if not name:
        wrong.append("没有写是哪个村（社区）。")
    return CommitteeRoster(name, entries, (*wrong, *_too_many(entries)))


def joined(rosters: Sequence[CommitteeRoster], codes: Mapping[str, str]) -> tuple[CommitteeRoster, ...]:
    """A committee written in two ways, by name here and by code there, is one; `codes` by what is written.

    What one row says against another is said here too: the file is looked at as a whole.
    """
    found: dict[str, list[CommitteeRoster]] = {}
    for one in rosters:
        found.setdefault(codes.get(one.committee, one.committee), []).append(one)
    called = _called(rosters)
    return tuple(_one_of(parts, called) for parts in found.values())


def _one_of(parts: Sequence[CommitteeRoster], called: Mapping[str, Sequence[Entry]]) -> CommitteeRoster:
    entries = tuple(entry for one in parts for entry in one.entries)
    wrong = (words for one in parts for words in one.wrong)
    said = (*wrong, *_too_many(entries), *_two_posts(entries), *_two_names(entries, called))
    return CommitteeRoster(parts[0].committee, entries, tuple(dict.fromkeys(said)))


def _called(rosters: Sequence[CommitteeRoster]) -> dict[str, list[Entry]]:
    """Every row of a person, by the number."""
    found: dict[str, list[Entry]] = {}
    for entry in (entry for one in rosters for entry in one.entries):
        found.setdefault(entry.identity.upper(), []).append(entry)
    return found


def _two_posts(entries: Sequence[Entry]) -> Iterator[str]:
    """Nobody supervises or keeps for himself: who is elected to one of these holds no other."""
    posts: dict[str, list[Entry]] = {}
    for entry in entries:
        posts.setdefault(entry.identity.upper(), []).append(entry)
    for rows in posts.values():
        if len(rows) > 1:
            said = "、".join(f"第{row.line}行{row.post.value}" for row in rows)
            yield f"{rows[0].name}在这个村（社区）写了不止一次：{said}。一个人只能写一个职务。"


def _two_names(entries: Sequence[Entry], called: Mapping[str, Sequence[Entry]]) -> Iterator[str]:
    for entry in entries:
        rows = called[entry.identity.upper()]
        if len({row.name for row in rows}) > 1:
            lines = "、".join(f"第{row.line}行{row.name}" for row in rows)
            yield f"同一个身份证号码写了不同的姓名：{lines}。请对照身份证改好。"


def _too_many(entries: Sequence[Entry]) -> tuple[str, ...]:
    single = (Post.DIRECTOR, Post.CUSTODIAN)
    found = {post: [f"第{one.line}行{one.name}" for one in entries if one.post is post] for post in single}
    return tuple(
        f"“{post.value}”写了不止一个人：{'、'.join(rows)}。只能留一个。"
        for post, rows in found.items()
        if len(rows) > 1
    )


def _entry(line: int, said: Mapping[str, str]) -> tuple[Entry | None, str]:
    """The row as an entry, or what is wrong with it."""
    post = next((one for one in Post if one.value == said["职务"]), None)
    day, document = day_in(said["选举日期"]), said["选举结果（名称或文号）"]
    wrong = []
    if post is None:
        wrong.append(f"职务只能写{'、'.join(one.value for one in Post)}")
    if not said["姓名"]:
        wrong.append("没有写姓名")
    if not said["身份证号码"]:
        wrong.append("没有写身份证号码")
    elif problem := _identity_problem("".join(said["身份证号码"].split())):
        wrong.append(problem)
    if said["选举日期"] and day is None:
        wrong.append("选举日期写成 2026-01-05 这样")
    elif post is not None and post is not Post.CUSTODIAN and (day is None or not document):
        wrong.append("选举日期和选举结果都要写")
    if wrong or post is None:
        return None, f"第{line}行：{'；'.join(wrong)}。"
    return Entry(line, post, said["姓名"], said["身份证号码"], said["手机号"], day, document), ""


def _identity_problem(number: str) -> str:
    """What is wrong with it; a cell that is a number keeps 15 digits, the rest of them is lost."""
    problem = identity_problem(number)
    return _LOST_DIGITS if problem and _A_NUMBER.fullmatch(number) else problem


def day_in(words: str) -> date | None:
    """2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, or a workbook's count of days; else None."""
    if words.isdecimal() and int(words) in _DAYS:
        return _FIRST_DAY + timedelta(days=int(words))
    plain = words.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    parts = plain.split("-")
    if len(parts) != 3 or not all(part.strip().isdecimal() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except (ValueError, OverflowError):
        return None


def as_data(roster: CommitteeRoster) -> dict[str, object]:
    """As it travels in the page, encrypted."""
    return asdict(roster)


def from_data(data: Mapping[str, object]) -> CommitteeRoster:
    """Back from `as_data` by way of JSON."""
    rows = data["entries"]
    assert isinstance(rows, list)
    entries = tuple(
        Entry(**{
            **row,
            "post": Post(row["post"]),
            "elected_on": date.fromisoformat(row["elected_on"]) if row["elected_on"] else None,
        })
        for row in rows
    )  # fmt: skip
    wrong = data["wrong"]
    assert isinstance(wrong, list)
    return CommitteeRoster(str(data["committee"]), entries, tuple(wrong))
