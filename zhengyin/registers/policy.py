"""Why a book cannot be written in or opened, or a line's personal fields not be erased. Pure."""

from collections.abc import Iterator

from zhengyin.shared.refusal import Refusal


def refusals_to_hold(*, closed_year: int) -> Iterator[Refusal]:
    """A closed book takes no more lines; late entries and corrections stand in the open year's."""
    yield Refusal("year_closed", str(closed_year), "H3.2.3e")


def refusals_to_open(*, last_no: int, last_paper_no: int, scan_digest: str) -> Iterator[Refusal]:
    """A book begins once, where the paper register ended, with its scan."""
    if last_no:
        yield Refusal("book_open_already", about=str(last_no))
    if last_paper_no < 1:
        yield Refusal("paper_number_missing")
    if not scan_digest:
        yield Refusal("scan_missing")


def refusals_to_erase(*, line_there: bool, personal_there: bool, reason: str) -> Iterator[Refusal]:
    """There must be something to erase, and a reason that stands in the books."""
    if not line_there:
        yield Refusal("no_such_line")
    elif not personal_there:
        yield Refusal("nothing_to_erase")
    if not reason.strip():
        yield Refusal("reason_missing")
