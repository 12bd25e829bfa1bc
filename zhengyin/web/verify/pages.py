"""What the templates of verification get: frozen, finished, no queries behind them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from zhengyin.certificates.queries.slips import SlipKnown
from zhengyin.certificates.queries.verifying import PaperKnown
from zhengyin.shared.days import day_of, in_words
from zhengyin.verification.outcome import Outcome
from zhengyin.verification.words import WORDS
from zhengyin.web.place import Place
from zhengyin.workuse.queries.letters import LetterKnown

SHAPES = {
    Outcome.IN_FORCE: ("ok", "is-ok"),
    Outcome.EXPIRED: ("wait", ""),
    Outcome.VOID: ("void", "is-void"),
    Outcome.REPLACED: ("void", "is-void"),
    Outcome.SEALED_AFTER_LOSS: ("care", "is-care"),
    Outcome.SIGNED_AFTER_KEY_LOSS: ("care", "is-care"),
    Outcome.SLIP_PENDING: ("wait", ""),
    Outcome.SLIP_VOID: ("void", "is-void"),
    Outcome.NOT_FOUND: ("none", ""),
}
LATE = "补登：应急时先盖章，后来登记的"
TO_RECTIFY = f"{LATE}；手续待整改，可以打村（社区）的电话问"
PENDING = "这张应急用印单是这个村（社区）印的，写了什么、盖没盖章，还没有登记。先不要采用，打电话问："
GONE = "这张应急用印单作废了，或者没有用过、已经收回。写着它的证明不要采用，打电话问："
IN_DOUBT = "盖章的时候，这枚印章可能已经不见了，或者已经公告作废。先不要采用，请打电话核实："
KEY_LOST = "生成校验码以前，校验证书已经挂失。先不要采用，请打电话核实："
CALLING = frozenset({PENDING, GONE, IN_DOUBT, KEY_LOST})  # the telephones stand right behind these
LETTERS = {
    Outcome.VOID: "这封介绍信已经作废，不要采用。",
    Outcome.EXPIRED: "这封介绍信的有效期已经过了。要用的请重新开一封。",
    Outcome.SEALED_AFTER_LOSS: IN_DOUBT,
}
VERIFYING = Place(above="村（社区）出具的证明", name="证明查验", home="/v/")


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """A paper that stands in the register. `why` is that of a void one."""

    shape: str
    colour: str
    headline: str
    more: str
    rows: tuple[tuple[str, str], ...]
    issuer: str
    over: bool = False
    why: tuple[str, ...] = ()
    exchange: bool = False  # another took its place and holds
    brought: bool = False  # the seal stands on the other side's form
    has_file: bool = False  # it was made as a PDF, so a file of it can be compared

    @property
    def call(self) -> bool:
        """What is said ends with the telephones."""
        return self.more in CALLING


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the boxes of the comparison, and which paper it is about."""

    by: str
    key: str
    name: str = ""
    last_four: str = ""
    wrong: str = ""  # at the name
    wrong_digits: str = ""  # at the last four
    numbered: bool = True  # an identity number stands on the paper


def answer_page(outcome: Outcome, paper: PaperKnown, place: Place) -> AnswerPage:
    """Put the answer into words."""
    shape, colour = SHAPES[outcome]
    issuer = place.above + place.name
    return AnswerPage(
        over=outcome.is_over,
        shape=shape,
        colour=colour,
        headline=WORDS[outcome],
        more=_more(outcome, paper),
        why=_why(paper),
        exchange=paper.ended is not None and paper.ended.corrected and not paper.ended.new_is_void,
        rows=rows_of(paper, issuer),
        issuer=place.name,
        brought=bool(paper.brought_title),
        has_file=not (paper.brought_title or paper.late),
    )


def slip_page(outcome: Outcome, slip: SlipKnown, place: Place) -> AnswerPage:
    """The same for an emergency slip: whose it is, which, from when; never what was written on it."""
    shape, colour = SHAPES[outcome]
    issuer = place.above + place.name
    rows = (
        ("应急用印单", slip.number),
        ("哪个单位的", issuer),
        ("印单日期", in_words(day_of(slip.issued_at))),
    )
    more = PENDING if outcome is Outcome.SLIP_PENDING else GONE
    return AnswerPage(shape, colour, WORDS[outcome], more, rows, place.name)


def letter_page(outcome: Outcome, letter: LetterKnown, place: Place) -> AnswerPage:
    """The same for a letter of introduction: how many it introduces, the first of them masked."""
    shape, colour = SHAPES[outcome]
    rows = (
        ("介绍信编号", letter.number),
        ("用印登记编号", letter.work_number),
        ("介绍到", letter.to),
        ("介绍谁", letter.bearer),
        ("几个人", f"{letter.persons}人"),
        ("事由", letter.matter),
        ("出具单位", place.above + place.name),
        ("日期", in_words(day_of(letter.sealed_at))),
        ("有效到", in_words(letter.valid_until)),
        ("份数", f"{letter.copies}份"),
    )
    more = LETTERS.get(outcome, "")
    return AnswerPage(shape, colour, WORDS[outcome], more, rows, place.name)


def rows_of(paper: PaperKnown, issuer: str) -> tuple[tuple[str, str], ...]:
    """What to compare with the paper in hand, in the order it stands there."""
    until = in_words(paper.valid_until) if paper.valid_until else ""
    rows = (
        ("编号", paper.number),
        ("证明", "" if paper.brought_title else paper.title),
        ("来表盖章", f"对方的表《{paper.brought_title}》" if paper.brought_title else ""),
        ("附条上的校验字", paper.word if paper.brought_title else ""),
        ("姓名", "、".join(paper.names)),
        ("开给", paper.demanding_unit),
        ("只用于", paper.purpose),
        ("出具单位", issuer),
        ("日期", in_words(day_of(paper.sealed_at))),
        ("有效到", until),
        ("份数", f"{paper.copies}份"),
        ("登记", _entered(paper)),
    )
    return tuple(row for row in rows if row[1])


def address_in_words() -> str:
    """Where to type the code, without the scheme: as it is spoken and printed."""
    return f"{urlsplit(settings.PUBLIC_URL).netloc}/v"


def _more(outcome: Outcome, paper: PaperKnown) -> str:
    if paper.ended and outcome.is_over:
        day = in_words(day_of(paper.ended.at))
        if paper.ended.new_is_void:
            return f"{day}更正过；新的是{paper.ended.new_number}，也已经作废。新的旧的都不能用，请不要采用。"
        done = f"更正过，新的编号是{paper.ended.new_number}" if paper.ended.corrected else "作废"
        return f"{day}{done}。这张纸不能再用，请不要采用。"
    if outcome is Outcome.EXPIRED and paper.valid_until:
        return f"有效期到{in_words(paper.valid_until)}为止，已经过了。要用的请重新开一张。"
    if outcome is Outcome.SEALED_AFTER_LOSS:
        return IN_DOUBT
    if outcome is Outcome.SIGNED_AFTER_KEY_LOSS:
        return KEY_LOST
    return ""


def _entered(paper: PaperKnown) -> str:
    """How it came into the register, where that was not as usual."""
    if paper.to_rectify:
        return TO_RECTIFY
    return LATE if paper.late else ""


def _why(paper: PaperKnown) -> tuple[str, ...]:
    """The chosen reason, and what became of the sheets; a correction says all in its new number."""
    if paper.ended is None or paper.ended.corrected:
        return ()
    return f"{paper.ended.why}。", f"这张纸：{paper.ended.papers}。"
