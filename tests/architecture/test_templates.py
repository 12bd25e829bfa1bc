"""No orphan template, no inline script or style, no English on a page, words for every refusal."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import engines

from zhengyin.web.words import all_words, words_by_room

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "zhengyin"
FOLDERS = tuple(CODE / room / "templates" for room in ("web", "api", "publication"))
FILES = {path.relative_to(folder).as_posix(): path for folder in FOLDERS for path in folder.rglob("*.*")}
NAMES = sorted(FILES)
CALLED_BY_DJANGO = {"400.html", "403.html", "404.html", "500.html"}


def sources() -> str:
    python = [path.read_text() for path in CODE.rglob("*.py") if "migrations" not in path.parts]
    return "\n".join([*python, *(path.read_text() for path in FILES.values())])


def test_no_template_is_an_orphan() -> None:
    text = sources()
    orphans = [name for name in NAMES if f'"{name}"' not in text and f"'{name}'" not in text]
    assert set(orphans) <= CALLED_BY_DJANGO


@pytest.mark.parametrize("name", NAMES)
def test_every_template_compiles(name: str) -> None:
    engines["django"].get_template(name)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_the_content_policy_would_drop(name: str) -> None:
    text = FILES[name].read_text()
    assert not re.search(r"\sstyle=", text), "an inline style"
    assert not re.search(r"<script(?![^>]*\ssrc=)", text), "an inline script"
    assert not re.search(r"\son[a-z]+=", text), "an inline handler"
    assert not re.search(r"(src|href)=[\"']https?:", text), "somebody else's server"


CITED = re.compile(r"\b[HO][1-9]\.[0-9](\.[0-9])?[a-z]?\b")


@pytest.mark.parametrize("name", NAMES)
def test_no_internal_clause_number_stands_on_a_page(name: str) -> None:
    assert not CITED.search(FILES[name].read_text())


def refusals() -> Iterator[tuple[str, str]]:
    """Every code given to Refusal(...) as a literal, with its file."""
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id == "Refusal" and node.args and isinstance(node.args[0], ast.Constant):
                yield path.relative_to(ROOT).as_posix(), str(node.args[0].value)


@pytest.mark.parametrize("file, code", sorted(set(refusals())))
def test_every_refusal_has_its_words(file: str, code: str) -> None:
    words = all_words().get(code)
    assert words, f"{file}: {code} has no sentence in its room's words.py"
    assert not CITED.search(words)


def test_no_code_has_two_meanings() -> None:
    said: dict[str, str] = {}
    for room, words in words_by_room().items():
        for code, text in words.items():
            assert said.setdefault(code, text) == text, f"{room}: {code} means something else elsewhere"
