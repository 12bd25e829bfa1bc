"""What stands in 李家湾's book of seals and goes to its township."""

from uuid import UUID

from tests.seals.cast import AT, HUINING, LIJIAWAN, Cast, later
from zhengyin.registers.queries import lines_of
from zhengyin.seals import actions
from zhengyin.seals.models import Filing
from zhengyin.seals.queries.filings import FilingRow, LineKey, Part, Term, filing_rows, term_for


def key_of(subject: UUID) -> LineKey:
    """The last line about a subject."""
    line = lines_of(subject)[-1]
    return LineKey(line.owner, line.book, line.year, line.no)


def entrusted(cast: Cast) -> LineKey:
    return key_of(cast.kept().pk)


def acknowledge(cast: Cast, key: LineKey, who: str = "pt_officer") -> Filing:
    return actions.acknowledge_filing(key=key, actor=cast.actor(who), at=AT)


def send_back(cast: Cast, key: LineKey, who: str = "pt_officer", question: str = "委托书缺日期") -> Filing:
    return actions.return_filing(key=key, question=question, actor=cast.actor(who), at=AT)


def answer(cast: Cast, key: LineKey, who: str = "ljw_director", words: str = "已补上日期") -> Filing:
    return actions.answer_filing(key=key, answer=words, actor=cast.actor(who), at=AT)


def today(days: int = 0) -> Term:
    return term_for(HUINING, later(days))


def rows(part: Part, days: int = 0) -> tuple[FilingRow, ...]:
    return filing_rows([LIJIAWAN], today(days), part, most=50)
