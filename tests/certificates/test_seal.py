"""Sealing: what it does, what it refuses, once for fifty requests, without gap for many, in this order."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections, transaction

from tests.certificates import cast
from tests.certificates.many import approved_many
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate, GrantedPaper
from zhengyin.certificates.workflow import State
from zhengyin.documents.disk import DISK
from zhengyin.documents.models import StoredFile
from zhengyin.ledger.models import Entry
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now
from zhengyin.shared.refusal import Refused


def seal(case: UUID, custodian: Actor, grant: UUID | None = None, **changed: Any) -> actions.Receipt:
    """Seal with a fresh grant, or with the one given."""
    grant = grant or actions.grant(certificate_ids=[case], actor=custodian, at=now()).id
    words = {"copies": 1, "impressions": 1, "near_relative": False, "at": now(), **changed}
    return actions.seal(certificate_id=case, grant_id=grant, actor=custodian, **words)


def codes(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return [refusal.code for refusal in refused.value.refusals]


def written() -> tuple[int, int]:
    return Entry.objects.count(), StoredFile.objects.count()


def test_it_numbers_registers_and_keeps_the_paper(demo_world: World) -> None:
    case, receipt = cast.sealed()
    certificate = Certificate.objects.get(pk=case)
    assert (certificate.no, receipt.number) == (1, "平头川镇李家湾村证字〔2026〕1号")
    kinds = list(Entry.objects.filter(subject=case).order_by("recorded_at").values_list("kind", flat=True))
    assert set(kinds[-2:]) == {"register.certificate", "certificate.sealed"}
    lines = Entry.objects.filter(subject=case, kind__in=kinds[-2:])
    assert {line.text_digest for line in lines} == {certificate.approved_digest}
    assert {line.document_digest for line in lines} == {certificate.document.sha256}  # type: ignore[union-attr]


@pytest.mark.clause("H3.2.2a", "H3.2.3a", "H3.2.4c", "O2.3c")
def test_refusals_write_nothing(demo_world: World) -> None:
    """Each beside the request that would have passed; no line, no file, no state."""
    case, custodian = cast.approved(), cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id
    before = written()
    attempts: list[tuple[Callable[[], object], list[str]]] = [
        (lambda: seal(case, custodian, grant, copies=2), ["copies_differ", "grant_missing"]),
        (lambda: seal(case, custodian, grant, near_relative=None), ["near_relative_not_answered"]),
        (lambda: seal(case, custodian, grant, near_relative=True), ["near_relative"]),
        (lambda: seal(case, custodian, grant, impressions=0), ["impressions_missing"]),
        (lambda: seal(case, custodian, uuid4()), ["grant_missing"]),
        (lambda: seal(case, custodian, grant, at=now() + timedelta(minutes=3)), ["grant_expired"]),
        (lambda: seal(case, cast.officer("hn.ljw.director"), grant), ["wrong_office"]),
        (lambda: seal(case, cast.officer("hn.ljw.clerk"), grant), ["wrong_office"]),
        (lambda: seal(case, cast.officer("hn.ptc.clerk"), grant), ["wrong_office"]),
        (lambda: seal(case, cast.officer("hn.pt.officer"), grant), ["wrong_office"]),
        (lambda: seal(case, cast.officer("hn.ljw.custodian"), grant), ["grant_missing"]),  # another session
    ]
    for attempt, refused in attempts:
        assert codes(attempt) == refused
        assert (written(), cast.state_of(case)) == (before, State.APPROVED)
    assert seal(case, custodian, grant).number.endswith("1号")


def test_only_what_is_approved_is_sealed(demo_world: World) -> None:
    """先审核、后用印: verified is not approved; and sealed is not sealed again."""
    case, custodian = cast.verified(), cast.officer("hn.ljw.custodian")
    assert codes(lambda: actions.grant(certificate_ids=[case], actor=custodian, at=now())) == ["wrong_state"]
    done, _ = cast.sealed()
    assert codes(lambda: actions.grant(certificate_ids=[done], actor=custodian, at=now())) == ["wrong_state"]


@pytest.mark.clause("H3.2.2a")
def test_a_text_changed_behind_the_rules_is_not_sealed(demo_world: World) -> None:
    """Somebody with the key and the database replaces the frozen text: the digest of the approval stands."""
    from zhengyin.certificates import secrets

    case, custodian = cast.approved(), cast.officer("hn.ljw.custodian")
    certificate = Certificate.objects.get(pk=case)
    text = secrets.opened_text(case, certificate.frozen_encrypted)
    forged = type(text)(**{**{f: getattr(text, f) for f in text.__slots__}, "to": "另一家银行"})
    Certificate.objects.filter(pk=case).update(frozen_encrypted=secrets.sealed_text(case, forged))
    assert codes(lambda: seal(case, custodian)) == ["text_changed_after_approval"]


def test_after_taking_back_the_old_approval_counts_no_more(demo_world: World) -> None:
    case, custodian = cast.approved(), cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id
    actions.take_back(certificate_id=case, reason="住址写错了", actor=custodian, at=now())
    assert codes(lambda: seal(case, custodian, grant)) == ["wrong_state"]


def test_fifty_identical_requests_get_one_receipt(demo_world: World) -> None:
    case, custodian = cast.approved(), cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id

    def request(_: int) -> actions.Receipt:
        try:
            return seal(case, custodian, grant)
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(50) as pool:
        receipts = list(pool.map(request, range(50)))
    assert len(set(receipts)) == 1
    assert Entry.objects.filter(subject=case, kind="register.certificate").count() == 1
    assert StoredFile.objects.filter(purpose="certificate").count() == 1
    assert GrantedPaper.objects.filter(grant_id=grant, used_at__isnull=False).count() == 1


def test_two_committees_in_parallel_number_without_gap(demo_world: World) -> None:
    """250 sealings each at the same time, four threads a committee: 1..250 in both books."""
    count, villages = 250, ("hn.ljw", "hn.ptc")
    at = now()
    work = [(village, case) for village in villages for case in approved_many(village, count, at)]
    custodians = {village: cast.officer(cast.keeper(village)) for village in villages}
    grants = {
        village: actions.grant(
            certificate_ids=[case for where, case in work if where == village],
            actor=custodians[village],
            at=now(),
        ).id
        for village in villages
    }
    # the grant is for two minutes; the machine may be slow, so all requests carry the time they were made
    made_at = now()

    def request(job: tuple[str, UUID]) -> int:
        village, case = job
        try:
            receipt = seal(case, custodians[village], grants[village], at=made_at)
            return int(receipt.number.split("〕")[1].removesuffix("号"))
        finally:
            connections["default"].close()

    alternating = [job for pair in zip(work[:count], work[count:], strict=True) for job in pair]
    with ThreadPoolExecutor(8) as pool:
        numbers = list(zip(alternating, pool.map(request, alternating), strict=True))
    for village in villages:
        assert sorted(no for (where, _), no in numbers if where == village) == list(range(1, count + 1))


class Recorder:
    """The disk, noting each call among the SQL statements."""

    def __init__(self, calls: list[str]) -> None:
        self.calls = calls

    def write(self, path: Path, data: bytes) -> None:
        self.calls.append("write")
        DISK.write(path, data)

    def fsync(self, path: Path) -> None:
        self.calls.append("fsync")
        DISK.fsync(path)

    def rename(self, path: Path, to: Path) -> None:
        self.calls.append("rename")
        DISK.rename(path, to)

    def fsync_dir(self, path: Path) -> None:
        self.calls.append("fsync_dir")
        DISK.fsync_dir(path)


STATEMENTS = (
    ("SELECT", "FOR UPDATE", "ledger_book", "lock"),
    ("INSERT", "INTO", "documents_storedfile", "file row"),
    ("INSERT", "INTO", "ledger_entry", "line"),
    ("UPDATE", "SET", "certificates_certificate", "state"),
)


def test_the_order_of_the_transaction(demo_world: World) -> None:
    """Lock, file whole on disk, its row, the register's line, the journal's, the state, then COMMIT."""
    case, custodian = cast.approved(), cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id
    calls: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        statement = " ".join(sql.split())
        found = [
            n
            for verb, *words, n in STATEMENTS
            if statement.startswith(verb) and all(w in statement for w in words)
        ]
        calls.extend(name for name in found if calls[-1:] != [name])  # a book opened now is locked twice
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note), transaction.atomic():
        transaction.on_commit(lambda: calls.append("COMMIT"))
        seal(case, custodian, grant, disk=Recorder(calls))
    made_folder = [] if calls[1] == "write" else ["fsync_dir"]
    assert calls == [
        "lock", *made_folder, "write", "fsync", "rename", "fsync_dir", "file row", "line", "state", "lock",
        "line", "COMMIT",
    ]  # fmt: skip


class FullDisk(Recorder):
    """A disk that takes nothing."""

    def write(self, path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_nothing_half_done_and_goes_on_when_there_is_room(demo_world: World) -> None:
    case, custodian = cast.approved(), cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id
    before = written()
    with suppress(OSError):
        seal(case, custodian, grant, disk=FullDisk([]))
    assert (written(), cast.state_of(case)) == (before, State.APPROVED)
    assert seal(case, custodian, grant).number.endswith("1号")
