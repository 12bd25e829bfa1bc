"""What the documents say about the product is so: generated files, dependencies, commands, targets."""

import argparse
import re

import pytest

from zhengyin.cli.__main__ import parser
from zhengyin.cli.docs import DOCS, generated
from zhengyin.cli.places import CHECKOUT

READMES = ("README.md", "README.en.md")
INS = ("requirements.in", "requirements-test.in", "requirements-uv.in")


@pytest.mark.parametrize("name", ["glossary.md", "workflows.md"])
def test_generated_files_are_as_the_code_says(name: str) -> None:
    assert (DOCS / name).read_text() == generated()[name], "run: .venv/bin/zhengyin docs"


def wanted() -> list[str]:
    lines = [line.strip() for name in INS for line in (CHECKOUT / name).read_text().splitlines()]
    return sorted({re.split(r"[\[~=<>]", line)[0] for line in lines if line and line[0] not in "#-"})


@pytest.mark.parametrize("package", wanted())
def test_every_dependency_says_why(package: str) -> None:
    assert f"| {package} |" in (DOCS / "dependencies.md").read_text()


@pytest.mark.parametrize("file", READMES)
def test_every_make_target_in_it_exists(file: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (CHECKOUT / "Makefile").read_text(), re.M))
    named = set(re.findall(r"(?:^|`|[0-9] )make ([a-z]+)", (CHECKOUT / file).read_text(), re.M))
    assert named
    assert named <= targets


def commands() -> set[str]:
    groups = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return {name for group in groups for name in group.choices}


def test_the_readme_names_every_command_and_no_other() -> None:
    text = (CHECKOUT / "README.md").read_text()
    listed = next(line for line in text.splitlines() if line.startswith("`.venv/bin/zhengyin --help`"))
    named = {words.split()[0] for words in re.findall(r"`([a-z][a-z ]*)`", listed)} - {"make"}
    assert named == commands()


@pytest.mark.parametrize("file", [*READMES, "CONTRIBUTING.md", "docs/architecture.md", "docs/operations.md"])
def test_every_link_leads_somewhere(file: str) -> None:
    path = CHECKOUT / file
    links = re.findall(r"(?:\]\(|src=\")([^)\"#:]+)[)\"]", path.read_text())
    made_by_tests = {"docs/clauses.md"}
    assert [one for one in links if one not in made_by_tests and not (path.parent / one).exists()] == []
