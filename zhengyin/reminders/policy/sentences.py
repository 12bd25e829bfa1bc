"""What a reminder says: where, how many, how long. Nothing here can hold a word about a person. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 500  # characters of a message
MORE = "还有别的事，请打开看看"
STOP = "不想收，到“我的账户”里关掉。"
EXAMPLE = "（示例）"


@dataclass(frozen=True, slots=True)
class Waits:
    """How many things wait in one place. `days` working days the oldest waited; `late` past their day;
    `left` calendar days to the nearest last day, counted where nothing is late yet."""

    count: int
    days: int = 0
    late: int = 0
    since: str = ""  # of months: the oldest, 2026年9月
    left: int | None = None


NOTHING = Waits(0)


@dataclass(frozen=True, slots=True)
class AtPlace:
    """What waits in one place, one sentence a matter."""

    place: str
    sentences: tuple[str, ...]


def sentence(words: str, waits: Waits) -> str:
    """有3件等您签批，最早的已等2个工作日."""
    told = [words.format(count=waits.count)]
    if waits.days > 0:
        told.append(f"最早的已等{waits.days}个工作日")
    if waits.since:
        told.append(f"最早的是{waits.since}")
    if waits.late:
        told.append(f"其中{waits.late}件已经超期")
    elif waits.left is not None:
        told.append(f"还剩{waits.left}天" if waits.left else "今天是最后一天")
    return "，".join(told)


def copied(at: AtPlace, address: str, *, demonstration: bool) -> str:
    """李家湾村：有3件等您签批。请打开 … 办理。 As it is pasted into WeChat."""
    return f"{EXAMPLE if demonstration else ''}{_told(at)}。请打开 {address} 办理。"


def message(places: Sequence[AtPlace], address: str, *, demonstration: bool) -> str:
    """The same of every place of one person, as it is sent; what is too much is not told."""
    start, end = f"【证印】{EXAMPLE if demonstration else ''}", f"。请打开 {address} 办理。{STOP}"
    room, told = LONGEST - len(start) - len(end) - len(MORE) - 1, ""
    for at in places:
        longer = f"{told}；{_told(at)}" if told else _told(at)
        if len(longer) > room:
            return f"{start}{told}；{MORE}{end}" if told else f"{start}{MORE}{end}"
        told = longer
    return f"{start}{told}{end}"


def _told(at: AtPlace) -> str:
    return f"{at.place}：{'；'.join(at.sentences)}"
