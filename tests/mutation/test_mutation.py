"""The tool itself: what it must report it reports, and what it takes out of a database it puts back."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections

from tests.harness import CHECKOUT
from tests.mutation import __main__ as mutation
from tests.mutation import changed, finding, guards, rules
from tests.mutation.mutant import Mutant

POLICY = """
from zhengyin.shared.refusal import Refusal

def refusals_to_sign(name, day):
    yield from _of_the_name(name)
    if not day:
        yield Refusal("day_missing")

def _of_the_name(name):
    if not name:
        yield Refusal("name_missing")

def refusals_to_end(reason):
    return [] if reason else [Refusal("reason_missing")]
"""
WORKFLOW = """
from enum import StrEnum

from zhengyin.shared.workflow import Step, Workflow

class State(StrEnum):
    OPEN = "open"
    SHUT = "shut"

class Act(StrEnum):
    BEGIN = "begin"
    END = "end"

TABLE = Workflow(
    name="table",
    states=State,
    steps=(
        Step(None, Act.BEGIN, State.OPEN, ("handler",), "line"),
        *(Step(state, Act.END, State.SHUT, ("handler",), "line") for state in (State.OPEN,)),
    ),
    ends=frozenset({State.SHUT}),
)
"""
TESTS = """
from sampled.room.policy import refusals_to_end, refusals_to_sign
from sampled.room.workflow import TABLE, Act, State

def codes(found):
    return [refusal.code for refusal in found]

def test_name():
    assert codes(refusals_to_sign("", "today")) == ["name_missing"]
    assert codes(refusals_to_sign("name", "")) != ["name_missing"]  # misses nothing of the day

def test_end():
    assert codes(refusals_to_end("")) == ["reason_missing"]

def test_row():
    assert TABLE.step(State.OPEN, Act.END, {"handler"}).after == State.SHUT
"""


@pytest.fixture
def sampled(tmp_path: Path) -> Path:
    """A package of one room whose tests miss one rule and one row."""
    room = tmp_path / "sampled" / "room"
    (tmp_path / "trials" / "room").mkdir(parents=True)
    room.mkdir(parents=True)
    (room / "__init__.py").touch()
    (room / "policy.py").write_text(POLICY)
    (room / "workflow.py").write_text(WORKFLOW)
    (tmp_path / "trials" / "room" / "test_sampled.py").write_text(TESTS)
    return tmp_path


def mutate(sampled: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tests.mutation", "--package", str(sampled / "sampled"),
         "--tests", str(sampled / "trials"), "--kinds", "rule", "row", *words],
        cwd=CHECKOUT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_what_no_test_misses_is_named_and_fails(sampled: Path) -> None:
    done = mutate(sampled)
    assert done.returncode == 1, done.stdout + done.stderr
    named = [line for line in done.stdout.splitlines() if line.startswith("✗")]
    assert [line.split("：")[1].split(" ")[0] for line in named] == [
        "sampled/room/policy.py:7",
        "sampled/room/workflow.py:18",
    ]
    assert "day_missing" in named[0] and "None begin open" in named[1]
    assert "去掉 6 处（规则 4，流程行 2）：4 处有测试变红，2 处没有" in done.stdout


def test_with_the_missing_tests_nothing_is_left(sampled: Path) -> None:
    more = """
def test_day():
    assert codes(refusals_to_sign("name", "")) == ["day_missing"]

def test_begin():
    assert TABLE.step(None, Act.BEGIN, {"handler"}).after == State.OPEN
"""
    (sampled / "trials" / "room" / "test_more.py").write_text(TESTS + more)
    done = mutate(sampled)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 处有测试变红，0 处没有" in done.stdout


def test_a_test_that_is_red_anyway_misses_nothing(sampled: Path) -> None:
    (sampled / "trials" / "room" / "test_red.py").write_text(
        "def test_red():\n    assert False, 'day_missing'\n"
    )
    done = mutate(sampled)
    assert done.returncode == 1 and "is red without any mutant" in done.stderr


def test_nothing_to_take_away_is_a_mistake(sampled: Path) -> None:
    done = mutate(sampled, "--rooms", "elsewhere")
    assert done.returncode == 1 and "没有找到可以去掉的规则" in done.stderr


def test_of_changes_only_what_stands_in_a_changed_file_is_tried(
    sampled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A commit that touches pages only has nothing to take away."""
    tried: list[list[str]] = []
    monkeypatch.setattr(
        mutation,
        "judge",
        lambda mutants, package, tests, minutes: tried.append([one.file for one in mutants]) or 0,
    )
    words = ["--package", str(sampled / "sampled"), "--kinds", "rule", "row", "--changed"]
    monkeypatch.setattr(changed, "files", lambda: {"sampled/room/policy.py", "zhengyin/web/pages.py"})
    assert mutation.main(words) == 0
    assert tried == [["sampled/room/policy.py"] * 4]
    monkeypatch.setattr(changed, "files", lambda: {"sampled/room/pages.py"})
    assert mutation.main(words) == 0
    assert len(tried) == 1 and "没有这一类规则" in capsys.readouterr().out


def test_every_policy_of_the_product_is_found() -> None:
    """Refusals counted by eye of the shell: a new policy file is found without being told of."""
    package = CHECKOUT / "zhengyin"
    sources = [path for path in package.rglob("*.py") if "migrations" not in path.parts]
    written = sum(path.read_text().count("yield Refusal(") for path in sources)
    found = [mutant for path in sources for mutant in rules.mutants_of(path, package)]
    assert sum(mutant.words.startswith("yield Refusal") for mutant in found) == written > 150
    assert len({mutant.name for mutant in found}) == len(found)


@pytest.fixture
def found(fresh_database: str) -> Iterator[dict[str, Mutant]]:
    """Every guard of the rooms, and a database of this process to take them out of."""
    package = CHECKOUT / "zhengyin"
    yield {mutant.hints[0]: mutant for mutant in guards.mutants_of(finding.rooms_of(package), package)}


def standing() -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(guards.FOUND)
        rows = list(cursor.fetchall())
    connections["default"].close()  # nobody may be connected while a guard is taken away
    return rows


@pytest.mark.parametrize(
    "name, with_it",
    [
        ("stored_file_is_not_empty", 0),
        ("one_director", 0),
        ("list_version_no_once", 0),
        ("lendable_key", 1),  # a reference rests on it
        ("one_live_code_sheet", 0),
        ("documents_storedfile_stays", 0),
        ("ledger_entry_never", 0),
    ],
)
def test_a_guard_is_gone_and_back_as_it_was(found: dict[str, Mutant], name: str, with_it: int) -> None:
    before = standing()
    with found[name].in_databases():
        gone = set(before) - set(standing())
        assert name in {row[1] for row in gone} and len(gone) == 1 + with_it
    assert standing() == before


def test_guards_of_other_peoples_tables_are_none_of_ours(found: dict[str, Mutant]) -> None:
    assert len(found) > 250
    assert not [
        mutant.words
        for mutant in found.values()
        if " on django_" in mutant.words or " on axes_" in mutant.words
    ]


def test_changed_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Against the parent, what is not yet committed included."""

    def git(*words: str) -> None:
        who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    def write(path: str) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x")

    monkeypatch.setattr(changed, "CHECKOUT", tmp_path)
    git("init", "-q")
    write("zhengyin/people/policy.py")
    git("add", ".")
    git("commit", "-qm", "x")
    assert changed.files() == {"zhengyin/people/policy.py"}  # nothing to compare with: everything
    write("zhengyin/seals/policy.py")
    git("add", ".")
    git("commit", "-qm", "y")
    assert changed.files() == {"zhengyin/seals/policy.py"}
    write("tests/regions/test_policy.py")
    write("README.md")
    assert changed.files() == {"zhengyin/seals/policy.py", "tests/regions/test_policy.py", "README.md"}


@pytest.mark.parametrize("count, most, taken", [(10, 3, [0, 3, 6]), (10, 10, [*range(10)]), (7, 2, [0, 3])])
def test_a_number_of_them_is_taken_from_everywhere(count: int, most: int, taken: list[int]) -> None:
    every = [Mutant("rule", "seals", "seals/policy.py:1", f"{no}") for no in range(count)]
    assert [int(one.words) for one in mutation.spread(every, most)] == taken
