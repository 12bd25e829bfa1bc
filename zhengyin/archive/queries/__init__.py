"""Reading: where the end of a year stands, what is open, facts for the rules, who sees which."""

from zhengyin.archive.queries.carried import Carried, carried_over, months_unsigned, slips_without_end
from zhengyin.archive.queries.filings import CommitteeFiling, filing_of, filings_in
from zhengyin.archive.queries.standing import YearStanding, closed_of, standings
from zhengyin.archive.queries.year import (
    YearPage,
    YearRow,
    heads_of,
    in_words,
    visible_to,
    year_page,
    years_of,
)

__all__ = [
    "Carried",
    "CommitteeFiling",
    "YearPage",
    "YearRow",
    "YearStanding",
    "carried_over",
    "closed_of",
    "filing_of",
    "filings_in",
    "heads_of",
    "in_words",
    "months_unsigned",
    "slips_without_end",
    "standings",
    "visible_to",
    "year_page",
    "years_of",
]
