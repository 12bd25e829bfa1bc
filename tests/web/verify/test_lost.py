"""What a receiver is told when the seal was lost: how this very paper stands to it, never more."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.certificates import cast
from tests.verification.conftest import Paper
from tests.web.verify.test_pages import headline, words
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.registers.queries import now
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Seal
from zhengyin.web.verify import issuers


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    issuers._told_in.cache_clear()


def report(paper: Paper, *, since: timedelta) -> Seal:
    """Lose the seal, gone at the earliest `since` after the paper was sealed."""
    row = Certificate.objects.get(pk=paper.id)
    assert row.sealed_at
    (seal,) = Seal.objects.filter(committee_id=row.organization_id, issued_at__isnull=False)
    director = cast.officer("hn.ljw.director")
    actions.report_loss(
        seal_id=seal.pk, lost_at=row.sealed_at + since, circumstances="找不到了", actor=director, at=now()
    )
    return seal


@pytest.mark.clause("H3.2.1b")
def test_sealed_before_the_loss_says_so_and_holds(paper: Paper) -> None:
    report(paper, since=timedelta(microseconds=1))
    answer = Client().get(f"/v/{paper.token}")
    said = words(answer)
    assert headline(answer) == "登记在案，现行有效"
    assert "这张证明是报失停用以前盖的章" in said and "照登记簿看，这张不受影响" in said


@pytest.mark.clause("H3.2.1b")
def test_sealed_after_the_seal_may_have_been_gone_is_in_doubt(paper: Paper) -> None:
    report(paper, since=timedelta())
    answer = Client().get(f"/v/{paper.token}")
    said = words(answer)
    assert headline(answer) == "印章报失后出具，待核"
    assert "不受影响" not in said and "在那以后" in said and "先不要采用" in said
    assert "请打电话核实：村（社区）电话" in said and "下面的电话" not in said


@pytest.mark.clause("H3.2.1b")
def test_a_paper_of_the_new_seal_is_told_nothing_of_the_old_one(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    report(paper, since=timedelta())
    row = Certificate.objects.get(pk=paper.id)
    (told,) = queries.losses_told(row.organization_id, now())
    assert row.sealed_at and told.served_until is None
    for issued, hidden in ((row.sealed_at, True), (row.sealed_at + timedelta(microseconds=1), False)):
        issuers._told_in.cache_clear()
        other = queries.LossTold(told.notice, told.served_from, served_until=issued)
        monkeypatch.setattr(issuers, "losses_told", lambda *_, other=other: (other,))
        assert ("报失停用" not in words(Client().get(f"/v/{paper.token}"))) is hidden


@pytest.mark.clause("H3.2.1b")
def test_found_again_before_the_paper_was_sealed(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    row = Certificate.objects.get(pk=paper.id)
    report(paper, since=timedelta())
    (told,) = queries.losses_told(row.organization_id, now())
    found = queries.LossNotice(
        told.notice.seal_id, told.notice.name, told.notice.since - timedelta(hours=2), told.notice.stopped_on,
        told.notice.until, found_at=told.notice.since - timedelta(hours=1),
    )  # fmt: skip
    other = queries.LossTold(found, told.served_from, None)
    issuers._told_in.cache_clear()
    monkeypatch.setattr(issuers, "losses_told", lambda *_: (other,))
    assert "这张是恢复以后盖的章，不受影响" in words(Client().get(f"/v/{paper.token}"))


def test_a_void_paper_is_told_no_loss(demo_world: World, paper: Paper) -> None:
    cast.void(paper.id, cast.officer("hn.ljw.director"))
    report(paper, since=timedelta(microseconds=1))
    assert "报失" not in words(Client().get(f"/v/{paper.token}"))
