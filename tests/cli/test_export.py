"""`zhengyin export`: a folder any web server can host, whole or not at all, nobody's files lost."""

import hashlib
import json
import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.template import engines

from tests.world import World
from zhengyin.catalogue.published import published
from zhengyin.cli.__main__ import main
from zhengyin.publication import folder
from zhengyin.publication.manifest import MANIFEST
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of, in_words

HUINING, BANNER = "620422000000", "150623000000"
FIXED = {"index.html", "prohibited.html", "issuable.html", "versions.html", "style.css", "lists.json",
         "lists.csv", "feed.atom", MANIFEST}  # fmt: skip


def export(out: Path, county: str = HUINING, *more: str) -> int:
    return main(["export", "--county", county, "--out", str(out), *more])


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def soup(data: bytes) -> BeautifulSoup:
    return BeautifulSoup(data, "lxml")


@pytest.fixture
def out(demo_world: World, tmp_path: Path) -> Path:
    return tmp_path / "lists"


@pytest.mark.parametrize("county", [HUINING, BANNER])
def test_all_of_it_and_a_page_an_entry(out: Path, county: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(out, county) == 0
    dataset = published(county, day_of(now()))
    found = files(out)
    assert set(found) == FIXED | {f"e/{one.code}.html" for one in dataset.entries}
    told, digest = capsys.readouterr().out, json.loads(found["lists.json"])["sha256"]
    assert "（示例）" in told and f"{len(dataset.entries)}条，{len(found)}个文件，数据校验值 {digest}" in told
    assert {path.name for path in out.parent.iterdir()} == {out.name}  # nothing left beside


def test_the_manifest_says_what_every_file_is(out: Path) -> None:
    export(out)
    found, said = files(out), json.loads((out / MANIFEST).read_bytes())
    assert {one["path"] for one in said["files"]} == set(found) - {MANIFEST}
    for one in said["files"]:
        data = found[one["path"]]
        assert (one["size"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert (said["county"], said["demonstration"], said["day"]) == ("会宁县", True, day_of(now()).isoformat())
    assert said["dataset_sha256"] == json.loads(found["lists.json"])["sha256"]


def test_every_page_says_whose_of_which_day_and_that_it_is_an_example(out: Path) -> None:
    export(out)
    found = files(out)
    digest, today = json.loads(found["lists.json"])["sha256"], in_words(day_of(now()))
    for path, data in found.items():
        if path.endswith(".html"):
            page = soup(data)
            said = page.get_text(" ", strip=True)
            assert page.html and page.html["lang"] == "zh-CN" and page.h1 and page.title, path
            assert said.count("示例") >= 2 and f"数据截至{today}" in said and digest in said, path
            assert "第1版（" in said and "会宁县" in said, path


def test_no_script_nobody_elses_address_and_every_link_leads_somewhere(out: Path) -> None:
    export(out)
    found = files(out)
    for path, data in found.items():
        if not path.endswith((".html", ".css")):
            continue
        text = data.decode()
        assert not re.search(r"<script|javascript:|\son[a-z]+=|https?:|//[a-z]|@import|url\(", text), path
        for link in soup(data).select("[href], [src]") if path.endswith(".html") else ():
            href = str(link.get("href") or link.get("src"))
            if not href.startswith(("#", "tel:", "data:,")):
                target = os.path.normpath(Path(path).parent / href)
                assert target in found, (path, href)


def test_every_refusal_leads_on(out: Path) -> None:
    export(out)
    found = files(out)
    lines = soup(found["prohibited.html"]).select(".index a")
    assert len(lines) > 40
    for line in lines:
        page = soup(found[str(line["href"])])
        said = page.get_text(" ", strip=True)
        assert page.select("ol.ways li") and "您可以这样办" in said and "办不成？" in said, line
        assert page.select("a.tel"), line


def test_an_issuable_item_has_guide_and_sample(out: Path) -> None:
    export(out)
    found = files(out)
    for line in soup(found["issuable.html"]).select(".index a"):
        page = soup(found[str(line["href"])])
        assert len(page.select("dl.guide dt")) == 7 and "××" in page.select_one(".paper").get_text(), line


def test_again_is_the_same_bytes_and_replaces(out: Path) -> None:
    export(out)
    before = files(out)
    (out / "e" / "ISS-ZQ-01.html").write_text("damaged")
    assert export(out) == 0 and files(out) == before


def test_a_day_in_the_past_and_one_to_come(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(out, HUINING, "--day", "2025-12-31") == 0
    assert not (out / "e" / "ISS-ZQ-01.html").exists()
    assert "数据截至2025年12月31日" in (out / "index.html").read_text()
    tomorrow = day_of(now()) + timedelta(days=1)
    assert export(out, HUINING, "--day", tomorrow.isoformat()) == 1
    assert "还没有到" in capsys.readouterr().err
    assert "数据截至2025年12月31日" in (out / "index.html").read_text()


def test_what_is_no_day_and_no_county(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        export(out, HUINING, "--day", "昨天")
    assert "日期请写成" in capsys.readouterr().err
    assert export(out, "999999000000") == 1 and "没有装载999999000000" in capsys.readouterr().err
    assert not out.exists()


def test_somebody_elses_folder_stays_as_it_is(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out.mkdir()
    (out / "mine.txt").write_text("只有这一份")
    for manifest in ("", "{}", "no json", '{"made_by": "别的程序"}'):
        if manifest:
            (out / MANIFEST).write_text(manifest)
        before = files(out)
        assert export(out) == 1 and "没有动它" in capsys.readouterr().err
        assert files(out) == before and {path.name for path in out.parent.iterdir()} == {out.name}


def test_what_was_put_into_an_export_is_not_lost(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export(out)
    (out / "e" / "note.html").write_text("自己加的")
    assert export(out) == 1
    assert "note.html”不是导出的文件" in capsys.readouterr().err and (out / "e" / "note.html").exists()


def test_another_countys_export_is_not_replaced(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export(out)
    before = files(out)
    assert export(out, BANNER) == 1
    assert "会宁县（示例）" in capsys.readouterr().err and files(out) == before


def test_an_empty_folder_a_file_and_a_place_that_is_not_there(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.mkdir()
    assert export(out) == 0 and (out / "index.html").exists()
    assert export(out / "index.html") == 1 and "是一个文件" in capsys.readouterr().err
    assert export(out.parent / "none" / "lists") == 1 and "请先建好它" in capsys.readouterr().err


def test_a_link_stays_a_link(out: Path) -> None:
    export(out)
    link = out.parent / "current"
    link.symlink_to(out)
    assert export(link) == 0 and link.is_symlink() and (out / "index.html").exists()


@pytest.mark.parametrize("earlier", [False, True])
def test_a_disk_that_fails_leaves_what_was_there(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], earlier: bool
) -> None:
    if earlier:
        export(out)
    before, written = files(out), []

    def fails(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) > 5:
            raise OSError(28, "No space left on device")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

    monkeypatch.setattr(folder, "_write", fails)
    assert export(out) == 2 and "写不进文件夹" in capsys.readouterr().err
    assert files(out) == before and out.exists() is earlier
    assert {path.name for path in out.parent.iterdir()} <= {out.name}


def test_a_rename_that_fails_brings_the_earlier_one_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(out)
    before, rename = files(out), Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    assert export(out) == 2
    assert files(out) == before and {path.name for path in out.parent.iterdir()} == {out.name}


def test_a_web_server_may_read_it(out: Path) -> None:
    export(out)
    assert out.stat().st_mode & 0o777 == 0o755 and (out / "e").stat().st_mode & 0o777 == 0o755
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in out.rglob("*") if path.is_file())


def test_words_of_the_lists_are_text_on_a_page(out: Path) -> None:
    said = (
        engines["django"]
        .get_template("export/lines.html")
        .render({"lines": [{"name": "<script>1</script>", "href": "x", "mark": "<b>", "shape": "ok"}]})
    )
    assert "<script>" not in said and "&lt;script&gt;" in said
