"""A small browser: cookies, the page in front of the person, links and buttons by their words."""

from urllib.parse import urljoin, urlsplit

import httpx
from bs4 import BeautifulSoup

from zhengyin.cli.tour.page import Page, Sending, Value
from zhengyin.cli.tour.words import NotThere, find

SECONDS = 60  # a page that takes longer is a failure
HEADERS = {"User-Agent": "zhengyin-tour", "Accept": "text/html,*/*", "Accept-Language": "zh-CN"}
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Browser:
    """One person's browser. Addresses are typed only to begin with; from there on, words lead."""

    def __init__(self, start: str) -> None:
        self.start = start.rstrip("/") + "/"
        near = urlsplit(self.start).hostname in LOOPBACK
        self.client = httpx.Client(
            headers=HEADERS, follow_redirects=True, timeout=SECONDS, trust_env=not near
        )
        self.page = Page(self.start, 0, b"", BeautifulSoup("", "lxml"))

    def open(self, address: str = "", *, unfit: bool = False) -> Page:
        """Type an address. `unfit`: the page may say no with an error's status."""
        return self._show(self._get(urljoin(self.start, address)), unfit)

    def click(self, words: str) -> Page:
        """Follow the link with these words."""
        return self._show(self._get(self._to(self.page.link(words))), False)

    def fetch(self, words: str) -> bytes:
        """Open what the link leads to in a window of its own: a file to print."""
        answer = self._get(self._to(self.page.link(words)))
        if answer.status_code != httpx.codes.OK:
            raise NotThere(f"“{words}”打不开：{read(answer).complaint}")
        return answer.content

    def fill(self, said: dict[str, Value], under: str = "") -> None:
        """Fill in fields by their labels, `under` the heading of their group."""
        group = None
        if under:
            heading = find(self.page.soup.select("legend, section > h2, form > h2"), under)
            if heading is None or heading.parent is None:
                raise NotThere(f"没有“{under}”这一栏")
            group = heading.parent
        for label, value in said.items():
            self.page.fill(label, value, group)

    def press(self, words: str, *, unfit: bool = False) -> Page:
        """Press the button with these words; `unfit` as in `open`."""
        sending = self.page.press(words)
        if sending.method == "get":
            bare = self._to(sending.action).split("?")[0].split("#")[0]
            return self._show(self._get(bare, tuple(sending.fields)), unfit)
        return self._show(self._post(sending), unfit)

    def print_out(self, words: str) -> bytes:
        """Press the button whose answer opens in a window of its own: the file that is printed."""
        answer = self._post(self.page.press(words))
        if answer.status_code != httpx.codes.OK:
            raise NotThere(f"“{words}”打不开：{read(answer).complaint}")
        return answer.content

    def _post(self, sending: Sending) -> httpx.Response:
        data: dict[str, list[str]] = {}
        for name, value in sending.fields:
            data.setdefault(name, []).append(value)
        address = self._to(sending.action)
        request = self.client.build_request(
            "POST", address, data=data, files=sending.files or None, headers=self._from()
        )
        return self._send(request)

    def _get(self, address: str, said: tuple[tuple[str, str], ...] = ()) -> httpx.Response:
        headers = self._from() if self.page.status else {}
        return self._send(self.client.build_request("GET", address, params=said or None, headers=headers))

    def _send(self, request: httpx.Request) -> httpx.Response:
        try:
            return self.client.send(request)
        except httpx.TransportError as wrong:
            raise NotThere(f"连不上 {self.start}：先 make run，或者用 --url 指出（{wrong}）") from wrong

    def _to(self, link: str) -> str:
        return urljoin(self.page.address, link)

    def _from(self) -> dict[str, str]:
        parts = urlsplit(self.page.address)
        return {"Referer": self.page.address, "Origin": f"{parts.scheme}://{parts.netloc}"}

    def _show(self, answer: httpx.Response, unfit: bool) -> Page:
        self.page = read(answer)
        if answer.status_code >= httpx.codes.BAD_REQUEST and not unfit:
            raise NotThere(f"{self.page.heading}（{answer.status_code}）{self.page.complaint}")
        return self.page


def read(answer: httpx.Response) -> Page:
    """Take the answer as a page."""
    return Page(str(answer.url), answer.status_code, answer.content, BeautifulSoup(answer.content, "lxml"))
