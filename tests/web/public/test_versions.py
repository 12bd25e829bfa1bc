"""The versions of the lists are public: all of them, any two compared, those of any day."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import GACHA, LIJIAWAN, Visitor
from tests.web.public.test_pages import words

pytestmark = pytest.mark.clause("H2.1c")


@pytest.mark.parametrize(
    "code, own, other", [(LIJIAWAN, "会宁县", "鄂尔多斯"), (GACHA, "鄂尔多斯市", "会宁县可以")]
)
def test_all_versions_that_bind_here_lead_to_their_text(
    visitor: Visitor, code: str, own: str, other: str
) -> None:
    page = visitor.get(f"/c/{code}/issuable").find("a", string="历次版本，哪一天有效")
    assert page is not None
    shown = visitor.get(str(page["href"]))
    assert own in words(shown) and other not in words(shown) and "第1版，" in words(shown)
    for link in shown.select("section a"):
        assert "新立的（" in words(visitor.get(str(link["href"]))) or "一样" in words(
            visitor.get(str(link["href"]))
        )


def test_two_versions_and_versions_there_are_not(visitor: Visitor) -> None:
    here = f"/c/{LIJIAWAN}/versions/huining_demonstration"
    whole = visitor.get(f"{here}?since=0&until=1")
    assert "居（租）住证明 可以开的" in words(whole)
    assert "这两版一样" in words(visitor.get(f"{here}?since=1&until=1"))
    assert "新立的" in words(visitor.get(f"{here}?since=甲&until="))  # what is no number: the last step
    for address in (f"{here}?since=0&until=7", f"/c/{LIJIAWAN}/versions/ordos_demonstration"):
        assert visitor.raw(address).status_code == 404


def test_a_day_shows_what_was_in_force_then(visitor: Visitor) -> None:
    here = f"/c/{LIJIAWAN}/on"
    then, before = visitor.get(f"{here}?day=2026-01-01"), visitor.get(f"{here}?day=2025-12-31")
    assert "2026年1月1日有效的清单" in words(then) and "居（租）住证明" in words(then)
    assert "2025年12月31日有效的清单" in words(before) and "居（租）住证明" not in words(before)
    assert "会宁县可以出具清单（示例）第1版" in words(then)
    assert "那一天还没有清单" in words(visitor.get(f"{here}?day=2001-01-01"))
    assert "哪一天有效的清单" in words(visitor.get(here))


@pytest.mark.parametrize("said", ["2026-02-30", "昨天", "0001-01-01", "%00", "9" * 400])
def test_what_is_no_day_is_said_beside_the_field(visitor: Visitor, said: str) -> None:
    answer = visitor.raw(f"/c/{LIJIAWAN}/on?day={said}")
    assert answer.status_code == 422 and "请写一个日期" in answer.content.decode()


def test_the_database_is_asked_little(visitor: Visitor) -> None:
    for path in ("versions", "versions/huining_demonstration", "on?day=2026-01-01"):
        visitor.get(f"/c/{LIJIAWAN}/{path}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            visitor.get(f"/c/{LIJIAWAN}/{path}")
        assert len(asked) <= 12, (path, len(asked))
