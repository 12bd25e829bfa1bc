"""Signed checkpoints: what a line holds, that lines hang together, that they survive a crash."""

import hashlib
import json
import stat
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings

from tests.ledger.cast import Committee
from zhengyin.ledger import checkpoints, keys
from zhengyin.ledger.checkpoints import Checkpoint, publish
from zhengyin.registers import queries
from zhengyin.registers.audit import signed


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "CHECKPOINTS_FILE", tmp_path / "checkpoints.jsonl")
    monkeypatch.setattr(settings, "CHECKPOINT_KEY_FILE", tmp_path / "key.pem")
    return tmp_path


def now() -> Checkpoint:
    return publish(at=queries.now())


def faults(path: Path) -> list[str]:
    return signed.read(path, keys.public_path(settings.CHECKPOINT_KEY_FILE)).faults


def test_the_first_names_every_head_the_next_only_what_moved(committee: Committee):
    line = committee.sealed()
    first = now()
    note = committee.note()
    second, third = now(), now()
    mine = [head for head in first.heads if head.owner == str(committee.owner)]
    assert {(head.name, head.no) for head in mine} == {("certificates", 1), ("journal", 1)}
    assert line.hash in {head.hash for head in mine}
    assert [(head.name, head.no, head.hash) for head in second.heads] == [("journal", 2, note.hash)]
    assert third.heads == () and third.root == second.root != first.root


def test_lines_hang_together_and_verify(committee: Committee, files: Path):
    committee.note()
    for _ in range(3):
        now()
    lines = (files / "checkpoints.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["previous"] for line in lines] == [
        "", *(hashlib.sha256(line).hexdigest() for line in lines[:-1])
    ]  # fmt: skip
    assert faults(files / "checkpoints.jsonl") == []
    assert queries.checkpoints_text() == (files / "checkpoints.jsonl").read_text()


def test_heads_fold_to_the_root_that_was_signed(committee: Committee, files: Path):
    committee.note()
    now()
    committee.sealed()
    last = now()
    folded = checkpoints.fold(told for _, told in checkpoints.read(files / "checkpoints.jsonl"))
    assert (checkpoints.root_of(folded), len(folded)) == (last.root, last.books)


@pytest.mark.parametrize("damage, fault", [
    (lambda lines: [lines[0].replace(b'"books":', b'"books":1'), *lines[1:]], "校验点文件第1行签名不对"),
    (lambda lines: [lines[0].replace(b',"at"', b', "at"'), *lines[1:]], "校验点文件第1行签名不对"),
    (lambda lines: [lines[0], lines[2]], "校验点文件第2行接不上前一行"),
    (lambda lines: lines[1:], "校验点文件第1行接不上前一行"),
    (lambda lines: [lines[0], b"{}"], "校验点文件第2行读不出来"),
    (lambda lines: [], "校验点文件是空的"),
])  # fmt: skip
def test_a_damaged_file_is_told_by_its_line(committee: Committee, files: Path, damage, fault: str):  # type: ignore[no-untyped-def]
    for _ in range(3):
        committee.note()
        now()
    path = files / "checkpoints.jsonl"
    path.write_bytes(b"".join(line + b"\n" for line in damage(path.read_bytes().splitlines())))
    (told,) = faults(path)
    assert told.startswith(fault)


def test_another_key_proves_nothing(committee: Committee, files: Path):
    """The key inside the line is not the anchor; the one the reader brings is."""
    committee.note()
    now()
    forger = keys.ensure(files / "forged.pem", b"x", first=True)
    (_, real), = checkpoints.read(files / "checkpoints.jsonl")  # fmt: skip
    import base64

    own = replace(real, key=base64.b64encode(forger.public_key().public_bytes_raw()).decode(), signature="")
    forged = replace(own, signature=base64.b64encode(forger.sign(own.signed_bytes())).decode())
    (files / "checkpoints.jsonl").write_bytes(forged.line() + b"\n")
    assert faults(files / "checkpoints.jsonl") == ["校验点文件第1行签名不对，后面的不再采信"]


def test_a_torn_last_line_was_never_acknowledged(committee: Committee, files: Path):
    committee.note()
    now()
    path = files / "checkpoints.jsonl"
    with path.open("ab") as file:
        file.write(b'{"at":"2026')
    committee.note()
    now()
    assert len(path.read_bytes().splitlines()) == 2
    assert faults(path) == []


def test_the_key_is_made_once_and_never_silently_again(committee: Committee, files: Path):
    now()
    assert stat.S_IMODE((files / "key.pem").stat().st_mode) == 0o600
    assert b"ENCRYPTED" in (files / "key.pem").read_bytes()
    (files / "key.pem").unlink()
    with pytest.raises(keys.UnableToSign):
        now()


def test_a_head_that_went_back_is_not_signed(committee: Committee, files: Path):
    """Here: a checkpoint of a line that was never committed, as after a lost database."""
    committee.note()
    now()
    path = files / "checkpoints.jsonl"
    (_, first), = checkpoints.read(path)  # fmt: skip
    lost = replace(first, heads=(first.heads[0]._replace(book=str(uuid4())),))
    path.write_bytes(lost.line() + b"\n")
    with pytest.raises(checkpoints.UnableToPublish):
        now()
    assert len(path.read_bytes().splitlines()) == 1
