"""May these be pages of the form? 严禁在空白信笺、表格、纸张上盖章: a blank sheet never becomes one."""

from collections.abc import Iterator

from zhengyin.certificates.brought import LEAST_INK, MOST_PAGES
from zhengyin.certificates.facts import PagesFacts
from zhengyin.shared.refusal import Refusal


def refusals_to_photograph(facts: PagesFacts) -> Iterator[Refusal]:
    """Yield why these pictures are not taken (H3.2.4d)."""
    if not facts.brought:
        yield Refusal("not_a_brought_form")
    if not facts.new:
        yield Refusal("page_not_taken")
    if facts.pages > MOST_PAGES:
        yield Refusal("pages_too_many", str(MOST_PAGES))
    yield from refusals_of_blank_pages(facts)


def refusals_of_blank_pages(facts: PagesFacts) -> Iterator[Refusal]:
    """Yield every page on which there is nearly no ink (H3.2.4d)."""
    for place, ink in facts.new:
        if ink < LEAST_INK:
            yield Refusal("page_blank", f"第{place}页", "H3.2.4d")
