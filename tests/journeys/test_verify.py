"""Whoever receives a paper scans its code and knows in words and shape; a PDF is judged by itself."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Page, expect
from pytest_django.plugin import DjangoDbBlocker

from tests.certificates import cast
from tests.conftest import connect_to
from tests.documents.reading import picture_of
from tests.journeys.conftest import Look
from tests.journeys.site import Site
from zhengyin.certificates.models import Certificate
from zhengyin.documents import files, qr

pytestmark = pytest.mark.journey


@dataclass(frozen=True, slots=True)
class Paper:
    """What lies on the receiver's table."""

    token: str
    number: str
    file: Path


VILLAGES = {"huining": "hn.ljw", "ordos": "od.hrgt"}


def seal_in(database: str, village: str) -> tuple[str, bytes]:
    """Seal one in this database; return its number and file."""
    before = connections["default"].settings_dict["NAME"]
    connect_to(database)
    try:
        certificate = Certificate.objects.get(pk=cast.sealed(village)[0])
        assert certificate.document_id
        return certificate.number, files.get(certificate.document_id)
    finally:
        connect_to(before)


@pytest.fixture(scope="module")
def papers(
    site: Site,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, Paper]]:
    """In each place a paper sealed by the acts themselves in the served database.

    The desks have journeys of their own.
    In a thread of its own: the browser's loop runs in this one, and Django does not work beside it.
    """
    made = {}
    for pack, village in VILLAGES.items():
        with django_db_blocker.unblock(), ThreadPoolExecutor(1) as aside:
            number, pdf = aside.submit(seal_in, site.database, village).result()
        file = tmp_path_factory.mktemp("received") / "居住证明.pdf"
        file.write_bytes(pdf)
        made[pack] = Paper(qr.read(picture_of(pdf))[0].rsplit("/", 1)[1], number, file)
    yield made


@pytest.fixture
def paper(papers: dict[str, Paper], pack: str) -> Paper:
    """The one of this place."""
    return papers[pack]


@pytest.mark.clause("H1a")
def test_a_code_that_fits(page: Page, look: Look, paper: Paper, pack: str) -> None:
    page.goto(f"/V/{paper.token}")
    expect(page.get_by_role("heading", level=1)).to_have_text("登记在案，现行有效")
    expect(page.get_by_text(paper.number)).to_be_visible()
    look(page, f"verify-{pack}-in-force")
    page.get_by_label("纸上的姓名").fill("马桂花")
    page.get_by_label("身份证号码最后4位").fill("0003")
    page.get_by_role("button", name="比一比").click()
    expect(page.get_by_role("status")).to_contain_text("都跟登记的一样")
    look(page, f"verify-{pack}-same")
    page.get_by_label("纸上的姓名").fill("马桂芳")
    page.get_by_label("身份证号码最后4位").fill("0003")
    page.get_by_role("button", name="比一比").click()
    expect(page.get_by_role("status")).to_contain_text("不一致")
    look(page, f"verify-{pack}-differs")


def test_a_code_nobody_knows(page: Page, look: Look) -> None:
    page.goto("/v/")
    look(page, "verify-enter")
    page.get_by_label("纸上方码旁边的核对码").fill("7kqm 2vxc 9htr")
    page.get_by_role("button", name="查", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("没有查到这份证明")
    look(page, "verify-none")
    page.get_by_role("link", name="各县（旗、区）的电话").first.click()
    look(page, "verify-telephones")


@pytest.mark.clause("H1a")
def test_a_file(page: Page, look: Look, paper: Paper, pack: str, tmp_path: Path) -> None:
    page.goto("/v/file")
    look(page, "verify-file")
    page.get_by_label("收到的PDF文件").set_input_files(paper.file)
    page.get_by_role("button", name="查这个文件").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("登记在案，现行有效")
    look(page, f"verify-{pack}-file-in-force")
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(paper.file.read_bytes() + b"\n%")
    page.goto("/v/file")
    page.get_by_label("收到的PDF文件").set_input_files(changed)
    page.get_by_role("button", name="查这个文件").click()
    expect(page.get_by_text("签名以后文件里又加了东西")).to_be_visible()
    look(page, f"verify-{pack}-file-changed")
