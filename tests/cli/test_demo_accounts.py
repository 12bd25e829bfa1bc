"""The file of demonstration accounts keeps what it had: nobody can read those secrets anywhere else."""

import json
from pathlib import Path

import pytest

from zhengyin.cli.up import remembered

HUINING = {"username": "hn.lead", "password": "first"}
ORDOS = {"username": "ot.lead", "password": "second"}
MADE_ANEW = {"username": "hn.lead", "password": "third"}


@pytest.mark.parametrize(
    ("known", "fresh", "after"),
    [
        ([], [], []),
        ([], [HUINING], [HUINING]),
        ([HUINING], [], [HUINING]),
        ([HUINING], [ORDOS], [HUINING, ORDOS]),
        ([HUINING, ORDOS], [MADE_ANEW], [MADE_ANEW, ORDOS]),
    ],
)
def test_fresh_accounts_stand_among_the_known(
    tmp_path: Path, known: list[dict[str, str]], fresh: list[dict[str, str]], after: list[dict[str, str]]
) -> None:
    path = tmp_path / "demo-accounts.json"
    if known:
        path.write_text(json.dumps(known))
    assert remembered(path, fresh) == after
    assert not after or json.loads(path.read_text()) == after


def test_the_file_stays_shut(tmp_path: Path) -> None:
    path = tmp_path / "demo-accounts.json"
    remembered(path, [HUINING])
    remembered(path, [ORDOS])
    assert path.stat().st_mode & 0o777 == 0o600
