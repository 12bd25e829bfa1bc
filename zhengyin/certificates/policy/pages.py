"""May these be pages of the form? 严禁在空白信笺、表格、纸张上盖章: a blank sheet never becomes one."""

from collections.abc import Iterator

from zhengyin.certificates.brought import LEAST_INK, MOST_PAGES
from zhengyin.certificates.facts.applying import PagesFacts
from zhengyin.shared.refusal import Refusal


def refusals_to_photograph(facts: PagesFacts) -> Iterator[Refusal]:
    """Yield why these pictures are not taken (H3.2.4d)."""
    if not facts.brought:
        yield Refusal("not_a_brought_form")
    if not facts.new:
        yield Refusal("page_not_taken")
    if facts.pages > MOST_PAGES:
        yield Refusal("pages_too_many", str(MOST_PAGES))
    yield from _refusals_of_blank_pages(facts)


def refusals_to_redo_page(facts: PagesFacts, *, corners_found: bool) -> Iterator[Refusal]:
    """Yield why a page is not shown another way: no corners to lay it flat by, or nearly no ink on it."""
    if not corners_found:
        yield Refusal("corners_not_found")
        return  # what is shown then is not what was asked for
    yield from _refusals_of_blank_pages(facts)


def refusals_of_a_page(*, there: bool) -> Iterator[Refusal]:
    """Yield that somebody took it away meanwhile."""
    if not there:
        yield Refusal("page_gone")


def _refusals_of_blank_pages(facts: PagesFacts) -> Iterator[Refusal]:
    """Yield every page on which there is nearly no ink (H3.2.4d)."""
    for place, ink in facts.new:
        if ink < LEAST_INK:
            yield Refusal("page_blank", f"第{place}页", "H3.2.4d")
