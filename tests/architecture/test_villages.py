"""A residents' committee is no village: what everybody reads says 村（社区）, or leaves it out."""

import re
from collections.abc import Iterator

from tests.harness import CHECKOUT

VILLAGE_ONLY = re.compile("村里|(?<!农)村部|您的村(?!（社区）)")
PEOPLE_SAY = re.compile("asked_as|aliases")  # how residents ask is theirs


def lines() -> Iterator[tuple[str, str]]:
    for folder in ("zhengyin", "packs"):
        for path in sorted((CHECKOUT / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".typ", ".yaml"} and "migrations" not in path.parts:
                for number, line in enumerate(path.read_text().splitlines(), 1):
                    yield f"{path.relative_to(CHECKOUT)}:{number}", line


def test_no_words_for_villages_alone() -> None:
    found = [at for at, line in lines() if VILLAGE_ONLY.search(line) and not PEOPLE_SAY.search(line)]
    assert not found
    assert VILLAGE_ONLY.search("打村里的电话") and not VILLAGE_ONLY.search("到您的村（社区），农业农村部门")
