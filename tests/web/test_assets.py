"""Static files come from memory, packed, under an address that changes with the content."""

import gzip

import pytest
from django.test import RequestFactory

from zhengyin.web.assets import ASK_AGAIN, FOR_EVER, Addressed, assets, send

REQUEST = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})


def test_the_address_with_its_digest_is_kept_for_ever() -> None:
    address = Addressed().url("zhengyin.css")
    answer = send(REQUEST, address.removeprefix("/static/"))
    assert answer["Cache-Control"] == FOR_EVER
    assert gzip.decompress(answer.content) == assets()["zhengyin.css"].content


def test_an_old_digest_gets_todays_content_but_is_not_kept() -> None:
    assert send(REQUEST, "000000000000/zhengyin.css")["Cache-Control"] == ASK_AGAIN


def test_without_gzip_the_content_is_plain() -> None:
    answer = send(RequestFactory().get("/"), "0/zhengyin.css")
    assert "Content-Encoding" not in answer and answer.content == assets()["zhengyin.css"].content


@pytest.mark.parametrize("name", ["0/../settings.py", "0/none.css", "zhengyin.css", ""])
def test_anything_else_is_not_there(name: str) -> None:
    assert send(REQUEST, name).status_code == 404


def test_a_template_that_names_a_missing_file_fails() -> None:
    with pytest.raises(ValueError):
        Addressed().url("missing.css")
