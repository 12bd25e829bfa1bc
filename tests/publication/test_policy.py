"""What is in the way of an export: one changed fact, one reason, the near miss beside it."""

from dataclasses import replace
from datetime import date

import pytest

from zhengyin.publication.policy import FolderFacts, Kept, refusals_to_read, refusals_to_write

TODAY = date(2026, 11, 29)
OWN = Kept("620422000000", "会宁县", True)
FREE = FolderFacts("/srv/lists", "/srv", above_exists=True, is_file=False, is_empty=True, kept=None)
ELSEWHERE = "export_folder_of_another"
MORE = "/srv/lists/CNAME"
TAKEN = replace(FREE, is_empty=False, kept=OWN)


@pytest.mark.parametrize(
    "known, day, codes",
    [
        (True, TODAY, []),
        (True, date(2020, 1, 1), []),
        (True, date(2026, 11, 30), ["export_day_not_yet"]),
        (False, TODAY, ["export_county_unknown"]),
        (False, date(2026, 11, 30), ["export_county_unknown", "export_day_not_yet"]),
    ],
)
def test_the_county_and_the_day(known: bool, day: date, codes: list[str]) -> None:
    found = refusals_to_read("620422000000", day, known=known, today=TODAY)
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    "folder, code, about",
    [
        (FREE, "", ""),
        (TAKEN, "", ""),
        (replace(FREE, above_exists=False), "export_place_missing", "/srv"),
        (replace(FREE, is_file=True, is_empty=False), "export_place_is_file", "/srv/lists"),
        (replace(TAKEN, kept=None), "export_folder_not_ours", "/srv/lists"),
        (replace(TAKEN, kept=replace(OWN, more=MORE)), "export_folder_has_more", MORE),
        (replace(TAKEN, kept=replace(OWN, demonstration=False)), ELSEWHERE, "会宁县"),
        (replace(TAKEN, kept=Kept("620421000000", "靖远县", True)), ELSEWHERE, "靖远县（示例）"),
        (replace(TAKEN, kept=Kept("620421000000", "会宁县", True)), ELSEWHERE, "会宁县（示例）"),
    ],
)  # fmt: skip
def test_the_folder(folder: FolderFacts, code: str, about: str) -> None:
    found = list(refusals_to_write(folder, OWN))
    assert [(one.code, one.about) for one in found] == ([(code, about)] if code else [])
