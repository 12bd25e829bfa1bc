"""A hundred megabytes: read and dropped, said at the field, and never in memory or on the disk."""

import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.test.client import ClientHandler

from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import officer, village
from tests.web.whole import nothing_written
from tests.world import World
from zhengyin.documents.uploads import MAX_BYTES

BOUNDARY = "----film"
MEGABYTE = 1 << 20


class Film(io.RawIOBase):
    """A form with a file of this many megabytes, made while it is read."""

    def __init__(self, field: str, megabytes: int, **said: str) -> None:
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'
            for n, v in said.items()
        ]
        file = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="a.mp4"\r\n\r\n'
        self.parts = [("".join(parts) + file).encode(), *[b"\x00" * MEGABYTE] * megabytes,
                      f"\r\n--{BOUNDARY}--\r\n".encode()]  # fmt: skip
        self.length = sum(len(one) for one in self.parts)
        self.left = b""

    def read(self, size: int = -1) -> bytes:
        """Never more than a megabyte at a time."""
        if not self.left and self.parts:
            self.left = self.parts.pop(0)
        taken, self.left = self.left[:size], self.left[size:]
        return taken


def sent(client: Client, path: str, film: Film) -> tuple[int, BeautifulSoup]:
    """Send it as a browser does; what comes back, parsed."""
    cookies = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
    environ: dict[str, Any] = {
        **client._base_environ(), "REQUEST_METHOD": "POST", "PATH_INFO": path, "wsgi.input": film,
        "CONTENT_LENGTH": str(film.length), "HTTP_COOKIE": cookies,
        "CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}",
    }  # fmt: skip
    answer = ClientHandler(enforce_csrf_checks=False)(environ)
    return answer.status_code, BeautifulSoup(answer.content, "lxml")


def test_a_film_is_refused_at_its_field_and_the_rest_is_kept(desks: World, tmp_path: Path) -> None:
    who, row = officer(desks), village()
    film = Film("photo", 100, legal_name="平头川镇某村村民委员会", uscc="54X")
    tracemalloc.start()
    with nothing_written():
        _, page = sent(who.client, who.url("township-name", row.pk), film)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    box = page.select_one("[name=photo]")
    assert box is not None
    words = page.find(id=str(box["aria-describedby"]).split()[-1])
    assert words is not None and "文件超过 10 MB" in words.get_text()
    assert page.select_one("[name=legal_name]")["value"] == "平头川镇某村村民委员会"  # type: ignore[index]
    assert peak < 5 * MAX_BYTES


def test_a_film_for_the_seal_is_refused_at_its_field_and_the_rest_is_kept(desks: World) -> None:
    clerk = Officer(desks, "hn.ljw.clerk", LIJIAWAN)
    with nothing_written():
        _, page = sent(clerk.client, clerk.url("work-new"), Film("papers", 12, matter="2026年三社花名册"))
    box = page.select_one("[name=papers]")
    assert box is not None
    words = page.find(id=str(box["aria-describedby"]).split()[-1])
    assert words is not None and "文件超过 10 MB" in words.get_text()
    assert page.select_one("[name=matter]")["value"] == "2026年三社花名册"  # type: ignore[index]


def test_a_stranger_is_told_the_same(desks: World) -> None:
    _, page = sent(Client(), "/v/file", Film("file", 100))
    assert "文件超过 10 MB" in page.get_text()


def test_what_never_ends_is_cut_off(desks: World) -> None:
    film = Film("file", 400)
    status, _ = sent(Client(), "/v/file", film)
    assert status < 500
    assert len(film.parts) > 90


@pytest.mark.parametrize("said", ["x" * 3_000_000, json.dumps({"reason": "x" * 3_000_000})])
def test_a_form_of_megabytes_without_a_file_is_said_to_be_too_much(desks: World, said: str) -> None:
    who = Officer(desks, "hn.ljw.clerk", officer(desks).at)
    who.client.raise_request_exception = False
    answer = who.client.post("/account/pin/", said, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400
    assert "没有看懂" in answer.content.decode()
