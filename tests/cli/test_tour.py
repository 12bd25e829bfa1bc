"""The tour: a person's way through the pages, both places, twice on one server."""

import ast
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.harness import CHECKOUT
from tests.journeys.site import Site, served
from zhengyin.cli.tour import cast, codes
from zhengyin.cli.tour.page import Page
from zhengyin.cli.tour.words import NotThere
from zhengyin.shared.identity import identity_problem

FOLDER = CHECKOUT / "zhengyin" / "cli" / "tour"
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # RFC 6238, appendix B: "12345678901234567890"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """With the hour's signatures under every book, as the start leaves them."""
    with served() as running:
        subprocess.run(
            [sys.executable, "-m", "zhengyin.cli", "hourly"], cwd=CHECKOUT, check=True, capture_output=True,
            env=dict(running.environment),
        )  # fmt: skip
        yield running


def tour(url: str, accounts: Path, out: Path) -> "subprocess.CompletedProcess[str]":
    """Run the command as it is typed, with nothing of the product's in its environment."""
    words = ["tour", "--json", "--url", url, "--accounts", str(accounts), "--out", str(out)]
    return subprocess.run(
        [sys.executable, "-m", "zhengyin.cli", *words], cwd=CHECKOUT, text=True, capture_output=True,
        check=False, timeout=900, env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
    )  # fmt: skip


@pytest.mark.journey
@pytest.mark.clause(
    "H1a", "H2.1a", "H3.1a", "H3.1d", "H3.2.1a", "H3.2.1b", "H3.2.2a", "H3.2.2b", "H3.2.3a", "H3.2.3b",
    "H3.2.3c", "H3.2.3e", "H3.2.4a", "H3.2.4b", "H3.2.4c", "H3.2.4e", "O2.1d", "O2.1e", "O2.2d", "O2.3b",
    "O2.3c",
)  # fmt: skip
def test_both_places_are_walked_twice_on_one_server(site: Site, tmp_path: Path) -> None:
    accounts = tmp_path / "accounts.json"
    accounts.write_text(json.dumps(site.accounts))
    for times in (0, 1):
        done = tour(site.url, accounts, tmp_path / "out")
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        assert told["ok"]
        assert all(step["ok"] and step["seconds"] >= 0 for step in told["steps"])
        assert {step["pack"] for step in told["steps"]} == {"huining", "ordos"}
        for place in cast.PLACES:
            numbers_go_on(told["packs"][place.pack], place, times * (6 if place.soft else 5))


def numbers_go_on(ended: dict[str, object], place: cast.Place, before: int) -> None:
    """Each tour takes five or six numbers of the book, one after the other; the last was stamped first."""
    assert re.fullmatch(rf"{place.book}〔20\d\d〕{before + 1}号", str(ended["number"]))
    assert ended["verification"] == "登记在案，现行有效"
    assert Path(str(ended["pdf"])).read_bytes().startswith(b"%PDF-")
    assert ended["register_line"]["编号"] == f"{before + 1}号"
    assert ended["register_line"]["签字确认"] == "本人领取，签收单"
    others = ended["others"]
    assert isinstance(others, list) and len(others) == (4 if place.soft else 3)
    for number, other in enumerate(others, before + 2):
        assert re.fullmatch(rf"{place.book}〔20\d\d〕{number}号", other["number"])
    void, correction = others[:2]
    assert "作废" in void["register_line"]["备注"]
    assert correction["number"] in ended["register_line"]["备注"]
    assert others[-1]["verification"] == "登记在案，现行有效"


def test_the_tour_imports_nothing_of_the_product() -> None:
    for file in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert not name.startswith(("zhengyin", "config", "django")) or name.startswith(
                    "zhengyin.cli.tour"
                ), f"{file.name} imports {name}"


def test_without_a_server_it_says_so_and_fails(tmp_path: Path) -> None:
    accounts = tmp_path / "accounts.json"
    places = (*cast.PLACES, *cast.COMMUNITIES)
    names = [cast.account_name(place, office) for place in places for office in cast.OFFICES]
    names += [place.above for place in cast.COMMUNITIES]
    rows = [{"username": one, "name": one, "password": "x", "totp_secret": RFC_SECRET} for one in names]
    accounts.write_text(json.dumps(rows))
    done = tour("http://127.0.0.1:9", accounts, tmp_path)
    told = json.loads(done.stdout)
    assert (done.returncode, told["ok"]) == (1, False)
    assert [(step["pack"], step["ok"]) for step in sorted(told["steps"], key=lambda one: one["pack"])] == [
        ("huining", False), ("huining", False), ("ordos", False), ("ordos", False),
    ]  # fmt: skip
    assert all("连不上" in step["error"] for step in told["steps"])


def test_without_accounts_it_says_where_they_are_expected(tmp_path: Path) -> None:
    done = tour("http://127.0.0.1:9", tmp_path / "none.json", tmp_path)
    assert done.returncode == 2
    assert "--accounts" in done.stderr


@pytest.mark.parametrize(("at", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")])
def test_codes_are_those_of_the_standard(at: int, code: str) -> None:
    assert codes.code_at(RFC_SECRET, at // codes.STEP) == code


def test_the_code_that_stood_when_the_tour_began_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1_000_000_005.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    monkeypatch.setattr(time, "sleep", lambda seconds: now.__setitem__(0, now[0] + seconds))
    phone = codes.Authenticator(RFC_SECRET, now[0])
    first = phone.next_code()
    assert int(now[0]) // codes.STEP == 1_000_000_005 // codes.STEP + 1
    assert phone.next_code() != first


@pytest.mark.parametrize("place", cast.PLACES, ids=lambda place: place.pack)
def test_residents_have_numbers_that_are_right(place: cast.Place) -> None:
    for _ in range(50):
        resident = cast.somebody(place)
        assert identity_problem(resident.identity) == ""
        assert resident.sex == ("男" if int(resident.identity[16]) % 2 else "女")


FORM = """<main><form method="post" action="/go" id="one"><input type="hidden" name="token" value="t">
<label for="n">姓名</label><input id="n" name="name">
<fieldset><legend>结果</legend><label><input type="radio" name="r" value="yes"> 属实</label>
<label><input type="radio" name="r" value="no" checked> 不属实</label></fieldset>
<label for="s">哪一类</label><select id="s" name="kind"><option value="">请选</option>
<option value="k">银行</option></select>
<input name="off" value="1" disabled><input type="checkbox" name="tick" value="1">
</form><button form="one" name="act" value="send">提交</button>
<div class="cannot"><span aria-disabled="true">盖章</span><ol><li>还没有签批。</li></ol></div></main>"""


def page(html: str) -> Page:
    return Page("http://x/", 200, html.encode(), BeautifulSoup(html, "lxml"))


def test_a_form_sends_what_a_browser_would() -> None:
    shown = page(FORM)
    shown.fill("姓名", "马桂花")
    shown.fill("结果", "属实")
    shown.fill("哪一类", "银行")
    sending = shown.press("提交")
    assert (sending.method, sending.action) == ("post", "/go")
    assert sending.fields == [
        ("token", "t"), ("name", "马桂花"), ("r", "yes"), ("kind", "k"), ("act", "send"),
    ]  # fmt: skip


def test_what_is_greyed_cannot_be_pressed_and_its_reason_is_told() -> None:
    with pytest.raises(NotThere, match="还没有签批"):
        page(FORM).press("盖章")


def test_a_missing_field_is_named() -> None:
    with pytest.raises(NotThere, match="没有“电话”这个框"):
        page(FORM).fill("电话", "1")
