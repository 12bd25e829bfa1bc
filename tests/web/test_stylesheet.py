"""The stylesheets and our script hold in Chromium 86, keep their contrast, and weigh little."""

import re

import pytest

from zhengyin.web.assets import FOLDER, assets

OURS = ("zhengyin.css", "desks.css")
SHEET = "".join((FOLDER / name).read_text() for name in OURS)
RULES = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.S)
TOO_NEW = [r":has\(", r":is\(", r":where\(", r"@container", r"@layer", r"color-mix", r"aspect-ratio",
           r"[{;]\s*inset\s*:", r"\bdvh\b", r"\boklch\(", r"(?m)^\s*&", r"accent-color"]  # fmt: skip


@pytest.mark.parametrize("feature", TOO_NEW)
def test_nothing_newer_than_chromium_86(feature: str) -> None:
    assert not re.search(feature, RULES)


def token(name: str) -> tuple[int, int, int]:
    digits = re.search(rf"--{name}: #([0-9a-f]+);", SHEET)
    assert digits, name
    full = digits[1] if len(digits[1]) == 6 else "".join(2 * ch for ch in digits[1])
    return int(full[:2], 16), int(full[2:4], 16), int(full[4:], 16)


def luminance(rgb: tuple[int, int, int]) -> float:
    parts = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("ground", ["paper", "sheet", "sunk", "care-tint", "blue-tint", "ok-tint"])
@pytest.mark.parametrize("ink", ["ink", "ink-2", "blue", "seal", "ok", "care"])
def test_text_stands_out_at_least_four_and_a_half_to_one(ink: str, ground: str) -> None:
    light, dark = sorted((luminance(token(ground)), luminance(token(ink))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_both_sheets_leave_room_for_a_page_of_sixty_kilobytes() -> None:
    packed = sum(len(assets()[name].packed) for name in ("vendor/bootstrap.min.css", *OURS))
    assert packed < 42_000


SCRIPTS = "\n".join(path.read_text() for path in FOLDER.glob("*.js"))
NOT_IN_86 = [r"\.at\(", r"\?\?=", r"\|\|=", r"structuredClone", r"Object\.hasOwn", r"\.findLast",
             r"\binert\b",
             r"showPopover", r"\.toSorted\(", r"#[a-z]+ in ", r"static \{", r"requestSubmit\?"]  # fmt: skip


@pytest.mark.parametrize("feature", NOT_IN_86)
def test_no_script_newer_than_chromium_86(feature: str) -> None:
    assert not re.search(feature, SCRIPTS)
