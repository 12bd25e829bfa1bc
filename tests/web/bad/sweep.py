"""One form sent again and again, each time with one bad value; what must hold of every answer."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from bs4 import BeautifulSoup, Tag
from django import forms
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from tests.web.bad.values import Bad, bad_values, handed_in
from tests.web.whole import changed, whole_database
from zhengyin.web.forms import PlainForm

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE)", re.I)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# What wrong tries may leave behind: that they were wrong.
COUNTED = frozenset(
    {
        "people_secondfactor",
        "people_factorlock",
        "axes_accessattempt",
        "axes_accessfailurelog",
        "axes_accesslog",
        "reminders_emailcode",
    }
)


@dataclass
class Sent:
    """A form as it is sent when nothing is wrong."""

    client: Client
    path: str
    said: Mapping[str, Any]
    method: str = "post"  # "get": what is typed stands in the address
    wrote: bool = False
    bound: list[forms.Form] = field(default_factory=list)

    def send(self, **changed: object) -> HttpResponse:
        """Send it; a callable value is a file, made anew."""
        said = {**self.said, **changed}
        said = {name: value() if callable(value) else value for name, value in said.items()}
        self.client.raise_request_exception = False
        for value in said.values():
            if hasattr(value, "seek"):
                value.seek(0)  # sent again it is the same file, not what is left of it
        if any(hasattr(value, "read") for value in said.values()):
            answer: HttpResponse = self.client.post(self.path, {n: raw(v) for n, v in said.items()})
            return answer
        pairs = [(n, v) for n, one in said.items() for v in (one if isinstance(one, list) else [one])]
        body = "&".join(f"{quote(n)}={quote(str(v).encode('utf-8', 'surrogatepass'))}" for n, v in pairs)
        if self.method == "get":
            return self.client.get(f"{self.path}?{body}")
        return self.client.post(self.path, body, content_type="application/x-www-form-urlencoded")

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Note what is written and which forms are looked at; then it never was."""
        self.wrote, self.bound = False, []

        def noting(execute: Any, sql: str, *rest: Any) -> Any:
            self.wrote = self.wrote or bool(WRITES.match(sql))
            return execute(sql, *rest)

        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]
        cookies = self.client.cookies.copy()
        with around, looked_at(self.bound), connection.execute_wrapper(noting):
            yield
            transaction.set_rollback(True)
        self.client.cookies = cookies


def raw(value: object) -> object:
    """A form with a file is put together as text: half a character can only be sent as what it becomes."""
    return value.replace("\ud800", "\ufffd") if isinstance(value, str) else value


@contextmanager
def looked_at(bound: list[forms.Form]) -> Iterator[None]:
    """Collect the forms that are given something to judge."""
    cleaning = PlainForm.full_clean

    def noted(form: PlainForm) -> None:
        if form.is_bound:
            bound.append(form)
        cleaning(form)

    PlainForm.full_clean = noted  # type: ignore[method-assign]
    try:
        yield
    finally:
        PlainForm.full_clean = cleaning  # type: ignore[method-assign]


def fields_of(sent: Sent, kinds: tuple[type[forms.Form], ...]) -> dict[str, tuple[forms.Form, str]]:
    """Every field of the form, by the name it is sent under."""
    found = [form for form in sent.bound if type(form) in kinds]
    return {form.add_prefix(name): (form, name) for form in found for name in form.fields}


def faults(sent: Sent, kinds: tuple[type[forms.Form], ...], taken: str = "") -> Iterator[str]:
    """What does not hold, in words."""
    with sent.undone():
        answer = sent.send()
    if answer.status_code >= 400 or wrong_in(answer):
        yield f"as it should be it is not taken: {answer.status_code} {said_of(answer)}"
        return
    fields, before = fields_of(sent, kinds), whole_database()
    if missing := [kind.__name__ for kind in kinds if kind not in {type(form) for form in sent.bound}]:
        yield f"these forms are not looked at: {missing}"
    for bads in tries(sent, fields):
        values = {
            name: handed_in(bad.value) if isinstance(bad.value, bytes) else bad.value for name, bad in bads
        }
        with sent.undone():
            answer = sent.send(**values)
            wrote = [table for table in changed(before) if table not in COUNTED] if sent.wrote else []
        if bads[0][1].kind != taken:
            yield from judged(answer, bads, wrote)


AT_ONCE = 12  # fields: all of a long form, each too long, are more than one request may hold


def tries(sent: Sent, fields: Mapping[str, tuple[forms.Form, str]]) -> Iterator[list[tuple[str, Bad]]]:
    """What is sent wrong together: one kind of bad at every field; what nobody types, one by one."""
    by_kind: dict[str, list[tuple[str, Bad]]] = {}
    hidden = [name for name in sent.said if name not in fields]
    for name, (form, plain) in fields.items():
        if isinstance(form.fields[plain].widget, forms.HiddenInput):
            hidden.append(name)
            continue
        for bad in bad_values(form.fields[plain]):
            by_kind.setdefault(bad.kind, []).append((name, bad))
    for some in by_kind.values():
        yield from (some[begin : begin + AT_ONCE] for begin in range(0, len(some), AT_ONCE))
    yield from ([(name, bad)] for name in hidden for bad in bad_values(None))


def judged(answer: HttpResponse, bads: list[tuple[str, Bad]], wrote: list[str]) -> Iterator[str]:
    """One answer to bad values of one kind."""
    kind, status = bads[0][1].kind, answer.status_code
    if status >= 500:
        yield f"{kind}: broke with {status} at {[name for name, _ in bads]}"
        return
    refused = status >= 400 or wrong_in(answer)
    if refused and wrote:
        yield f"{kind}: refused, and wrote to {wrote}"
    if "<script>alert" in answer.content.decode(errors="replace"):
        yield f"{kind}: came back as a script"
    page = BeautifulSoup(answer.content, "lxml")
    for name, bad in bads:
        if bad.refused:
            found = at_the_field(page, name, bad) if refused else [f"was taken ({status})"]
            yield from (f"{name}: {kind}: {one}" for one in found)


def at_the_field(page: BeautifulSoup, name: str, bad: Bad) -> Iterator[str]:
    """A Chinese message at the field, tied to it, and in the summary a link to it; what was typed stays."""
    boxes = page.select(f'[name="{name}"]:not([type=hidden])')
    if not boxes:
        yield "no field to mend it at"
        return
    box = next(
        (one for one in boxes if tied_to(page, one)), boxes[0]
    )  # several forms may have one of the name
    words = tied_to(page, box)
    if not words:
        yield "no message at the field"
    elif not all(CHINESE.search(one) for one in words):
        yield f"not said in Chinese: {words}"
    links = {str(a["href"]) for a in page.select(".wrong a[href^='#']")}
    if f"#{box.get('id')}" not in links:
        yield f"the summary does not lead to it ({sorted(links)})"
    kept = box.get_text() if box.name == "textarea" else box.get("value")
    if bad.kept and bad.value and str(kept).strip() != str(bad.value).strip():
        yield f"what was typed is gone: {str(kept)[:30]}"


def tied_to(page: BeautifulSoup, box: Tag) -> list[str]:
    """What is said to be wrong with a field, as a screen reader reads it out."""
    group = box.find_parent("fieldset") if box.get("type") in ("radio", "checkbox") else None
    ids = str((group or box).get("aria-describedby") or "").split()
    return [node.get_text() for one in ids if one.endswith("wrong") and (node := page.find(id=one))]


def wrong_in(answer: HttpResponse) -> bool:
    """The page says that something has to be mended."""
    if not str(answer.get("Content-Type", "")).startswith("text/html"):
        return False
    page = BeautifulSoup(answer.content, "lxml")
    return bool(page.select(".wrong, .wrong-here, .is-invalid, .refused"))


def said_of(answer: HttpResponse) -> str:
    page = BeautifulSoup(answer.content, "lxml")
    found = page.select(".wrong, .wrong-here, .refused, main")
    return " ".join(found[0].get_text(" ", strip=True).split())[:300] if found else ""
