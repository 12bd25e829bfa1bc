"""A name that is searched for never stands in an address or in a log line; filters do."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

import pytest
from django.test import Client

from tests.web.desk import Officer
from tests.web.deskcast import ADMINISTRATION
from tests.web.walking import TYPED, Walk, huining
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.verification.limits import MISSES, Kind
from zhengyin.verification.models import Seen
from zhengyin.verification.queries import prefix_index
from zhengyin.web.logs import Discreet
from zhengyin.web.search import found_by, words_in

TOKEN = "AAAABBBBCCCCDDDDEEEEFFFF22"
HUGE = "9" * 5000


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


@contextmanager
def lines_written() -> Iterator[io.StringIO]:
    """What goes to stderr, as the settings have it written."""
    (ours,) = [one for one in logging.getLogger().handlers if isinstance(one.formatter, Discreet)]
    assert isinstance(ours, logging.StreamHandler)
    before, ours.stream = ours.stream, io.StringIO()  # not by setStream: pytest has closed its own by then
    yield ours.stream
    ours.stream = before


def test_words_come_back_and_nothing_else_opens() -> None:
    assert words_in(found_by({"q": " 马桂花 ", "name": "", "other": "x"})) == {"q": "马桂花"}
    assert found_by({"q": " "}) == "" and words_in("x") == {} and words_in("马桂花") == {}
    assert words_in(found_by({"q": "马桂花"})[:-4]) == {}


@pytest.mark.parametrize("page, fields", [
    ("handler-todo", {"q": "马桂花", "part": "today"}),
    ("committee-register", {"name": "马桂花", "year": "2026"}),
    ("committee-register", {"demanding_unit": "马桂花", "year": "2026"}),  # typed into the wrong box
])  # fmt: skip
def test_a_name_goes_on_encrypted_and_the_filters_in_clear(
    walk: Walk, page: str, fields: dict[str, str]
) -> None:
    walk.apply()
    answer = walk.handler.post(page, **fields)
    address = unquote(answer.headers["Location"])
    assert "find=" in address and "马桂花" not in address
    assert ("part=today" in address) or ("year=2026" in address)
    shown = walk.handler.client.get(answer.headers["Location"])
    assert shown.status_code == 200 and 'value="马桂花"' in shown.content.decode()
    assert "马桂花" not in "".join(unquote(one) for one in links_in(shown.content.decode()))


def links_in(page: str) -> list[str]:
    return [part.split('"')[0] for part in page.split('href="')[1:]]


@pytest.mark.parametrize("page", ["administrator-accounts", "administrator-logs", "administrator-books"])
def test_the_administrators_search_alike(desks: World, page: str) -> None:
    who = Officer(desks, "hn.audit" if page != "administrator-accounts" else "hn.system", ADMINISTRATION)
    answer = who.post(page, q="马秀兰")
    assert "马秀兰" not in unquote(answer.headers["Location"])
    assert 'value="马秀兰"' in who.client.get(answer.headers["Location"]).content.decode()


@pytest.mark.parametrize("page, query", [
    ("handler-todo", f"?page={HUGE}"), ("committee-register", f"?year={HUGE}&before={HUGE}&after={HUGE}"),
    ("handler-todo", "?page=%C2%B2"), ("handler-todo", "?find=%00"),
])  # fmt: skip
def test_numbers_of_any_length_are_the_first_page(walk: Walk, page: str, query: str) -> None:
    walk.handler.get(page, query=query)


def test_numbers_of_any_length_at_the_administrators(desks: World) -> None:
    who = Officer(desks, "hn.audit", ADMINISTRATION)
    who.get("administrator-logs", query=f"?page={HUGE}")
    who.get("administrator-book", ADMINISTRATION, query=f"?year={HUGE}&before={HUGE}")
    Officer(desks, "hn.system", ADMINISTRATION).get("administrator-accounts", query=f"?page={HUGE}")


def test_nothing_personal_or_secret_is_logged(walk: Walk) -> None:
    with lines_written() as written:
        walk.verified()
        walk.handler.client.get(walk.handler.url("handler-todo") + "?q=马桂花&page=x")
        walk.handler.client.get(f"/nowhere/{TOKEN}/马桂花")
        walk.handler.client.get(walk.handler.url("handler-case", walk.at))  # 404 inside a page
        for _ in range(MISSES.most):
            Seen.objects.create(kind=Kind.MISS, prefix=prefix_index("127.0.0.1"), seen_at=now())
        assert Client().get(f"/v/{TOKEN}").status_code == 429
    said = written.getvalue()
    assert "Not Found" in said and "Too Many Requests: /v/<" in said
    for secret in (
        TOKEN,
        "马桂花",
        TYPED["f_subject_identity"],
        TYPED["phone"],
        str(walk.case),
        str(walk.at),
    ):
        assert secret not in said


def test_an_error_is_told_without_what_it_says() -> None:
    try:
        try:
            raise KeyError("马桂花")
        except KeyError as inner:
            raise ValueError("62042219680512002X") from inner
    except ValueError:
        with lines_written() as written:
            logging.getLogger("django.request").error("Internal Server Error: %s", "/v/x", exc_info=True)
    said = written.getvalue()
    assert "KeyError" in said and "ValueError" in said and "test_search.py" in said
    assert "62042219680512002X" not in said.replace(_own_source(), "")


def _own_source() -> str:
    """The line of the code that broke, which a traceback quotes; here the test itself wrote it there."""
    return 'raise ValueError("62042219680512002X") from inner'
