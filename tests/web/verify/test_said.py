"""What a stranger is told besides the outcome: what is left of a corrected paper, what is not shown."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.certificates import cast, pads
from tests.documents.reading import picture_of
from tests.verification.conftest import Paper
from tests.web.verify.test_pages import MOST_QUERIES, headline, upload, words
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.queries.slips import by_token
from zhengyin.documents import files, qr
from zhengyin.registers.queries import now


@pytest.mark.clause("H3.2.3c")
def test_a_corrected_paper_whose_new_one_is_void_too_sends_nobody_to_exchange_it(paper: Paper) -> None:
    """However often it was corrected: the last number is told, and that nothing is left."""
    case = paper.id
    for place in ("四社7号", "四社8号"):
        wanted = cast.begin_correction(case, cast.officer("hn.ljw.clerk"), residence=place)
        case = cast.approve(wanted)
        last = cast.seal(case, cast.officer("hn.ljw.custodian")).number
        said = words(Client().get(f"/v/{paper.token}"))
        assert f"新的编号是{last}" in said and "换上新的那张" in said
    cast.void(case, cast.officer("hn.ljw.director"))
    client = Client()
    client.get(f"/v/{paper.token}")
    with CaptureQueriesContext(connection) as context:
        answer = client.get(f"/v/{paper.token}")
    said = words(answer)
    assert headline(answer) == "已被更正" and f"新的是{last}，也已经作废" in said
    assert "换上新的那张" not in said and "还要用的重新开一张" in said
    assert len(context.captured_queries) <= MOST_QUERIES + 1  # the one look at the successors


def test_what_is_not_shown_is_said_with_how_to_compare_it(paper: Paper) -> None:
    """A changed address in the body would pass unseen; the file itself proves every word."""
    page = BeautifulSoup(Client().get(f"/v/{paper.token}").content, "lxml")
    said = " ".join(page.get_text(" ", strip=True).split())
    assert "证明的正文这里不显示，改过也看不出来" in said and "照着纸念给他们听" in said
    assert page.select("main a[href='/v/file']")
    assert "正文这里不显示" not in words(upload(paper.pdf))


@pytest.mark.clause("H3.2.2a")
@pytest.mark.parametrize("flaw", [{}, {"approved_by": None}])
def test_a_late_paper_to_be_put_right_says_so_without_why(demo_world: World, flaw: dict[str, None]) -> None:
    """Until the director has put it right; one without a flaw says nothing of it."""
    pad = pads.printed(slips=1)
    token = qr.read(picture_of(files.get(pad.document_id)))[0].rsplit("/", 1)[1]
    assert by_token(token)
    slip, _ = pads.entered(pad=pad, **flaw)
    said = words(Client().get(f"/v/{token}"))
    assert "补登：应急时先盖章" in said and ("手续待整改，可以打村（社区）的电话问" in said) is bool(flaw)
    assert "签批" not in said and "把文件传上来查" not in said
    if flaw:
        director = cast.officer("hn.ljw.director")
        actions.rectify(slip_id=slip.pk, done="补签", actor=director, at=now())
        assert "待整改" not in words(Client().get(f"/v/{token}"))
