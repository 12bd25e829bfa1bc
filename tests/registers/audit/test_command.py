"""`zhengyin audit`, as an operator runs it."""

import argparse
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings

from tests.ledger.cast import Committee
from zhengyin.cli import audit
from zhengyin.registers import actions, queries


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    audit.add_parser(parser.add_subparsers())
    args = parser.parse_args(["audit", *words])
    status: int = args.run(args)
    return status


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_database: str) -> Path:
    monkeypatch.setattr(settings, "CHECKPOINTS_FILE", tmp_path / "checkpoints.jsonl")
    monkeypatch.setattr(settings, "CHECKPOINT_KEY_FILE", tmp_path / "key.pem")
    Committee(uuid4()).note()
    return tmp_path / "checkpoints.jsonl"


def test_whole_books_exit_0(capsys: pytest.CaptureFixture[str]):
    assert run() == 0
    shown = capsys.readouterr().out
    assert "核对了1本登记簿、1条登记" in shown and "校验链完整" in shown


def test_checkpoints_that_fit_exit_0(files: Path):
    actions.publish_checkpoint(at=queries.now())
    assert run("--checkpoints", str(files), "--personal", "--files") == 0


def test_checkpoints_that_do_not_fit_exit_1(files: Path, capsys: pytest.CaptureFixture[str]):
    actions.publish_checkpoint(at=queries.now())
    files.write_bytes(files.read_bytes().replace(b'"books":', b'"books":1'))
    assert run("--checkpoints", str(files)) == 1
    assert "校验点文件第1行签名不对" in capsys.readouterr().out


def test_a_missing_file_exits_2(files: Path, capsys: pytest.CaptureFixture[str]):
    actions.publish_checkpoint(at=queries.now())
    assert run("--checkpoints", str(files) + ".not") == 2
    assert "找不到文件" in capsys.readouterr().err
