"""Why a year's end cannot go on: one changed fact, one refusal, the near miss beside it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from zhengyin.archive import policy
from zhengyin.archive.policy import (
    CloseFacts,
    DownloadFacts,
    Filing,
    PackFacts,
    PrepareFacts,
    SignFacts,
)
from zhengyin.shared.refusal import Refusal

ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))
FIRST_OF_JANUARY = date(2027, 1, 1)
PREPARE = PrepareFacts(2026, 120, Filing())
SIGN = SignFacts(person=TWO, prepared_by=ONE, same=True, unsigned=())
CLOSE = CloseFacts(person=THREE, prepared_by=ONE, signed_by=TWO, same=True)
PACK = PackFacts(missing=0, uncovered=())
DOWNLOAD = DownloadFacts(office=True, packed=True)
LONG = "全" * (policy.LONGEST_PART + 1)


def codes(refusals: Iterable[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


def test_when_all_is_well_nothing_is_refused() -> None:
    assert codes(policy.refusals_to_prepare(PREPARE, FIRST_OF_JANUARY)) == []
    assert codes(policy.refusals_to_sign(SIGN)) == []
    assert codes(policy.refusals_to_close(CLOSE)) == []
    assert codes(policy.refusals_to_pack(PACK)) == []
    assert codes(policy.refusals_to_download(DOWNLOAD)) == []


@pytest.mark.clause("H3.2.3e")
@pytest.mark.parametrize("change, refusal", [
    ({"year": 2027}, "year_not_over"),
    ({"lines": 0}, "year_without_lines"),
    ({"filing": Filing(fonds=LONG)}, "filing_too_long"),
    ({"filing": Filing(category=LONG)}, "filing_too_long"),
    ({"filing": Filing(box=LONG)}, "filing_too_long"),
])  # fmt: skip
def test_counting(change: dict[str, object], refusal: str) -> None:
    assert codes(policy.refusals_to_prepare(replace(PREPARE, **change), FIRST_OF_JANUARY)) == [refusal]


def test_the_last_day_of_the_year_is_too_early() -> None:
    assert codes(policy.refusals_to_prepare(PREPARE, date(2026, 12, 31))) == ["year_not_over"]
    near = replace(PREPARE, lines=1, filing=Filing(LONG[1:], LONG[1:], LONG[1:]))
    assert codes(policy.refusals_to_prepare(near, FIRST_OF_JANUARY)) == []


@pytest.mark.parametrize("change, refusal", [
    ({"person": ONE}, "year_needs_another_person"),
    ({"same": False}, "year_counted_anew"),
    ({"unsigned": ("2026年12月",)}, "year_months_unsigned"),
])  # fmt: skip
def test_signing(change: dict[str, object], refusal: str) -> None:
    assert codes(policy.refusals_to_sign(replace(SIGN, **change))) == [refusal]


@pytest.mark.parametrize("change, refusal", [
    ({"person": ONE}, "year_needs_another_person"),
    ({"person": TWO}, "year_needs_another_person"),
    ({"same": False}, "year_counted_anew"),
])  # fmt: skip
def test_closing(change: dict[str, object], refusal: str) -> None:
    assert codes(policy.refusals_to_close(replace(CLOSE, **change))) == [refusal]


def test_packing_names_what_is_missing() -> None:
    found = list(policy.refusals_to_pack(PackFacts(missing=2, uncovered=("办理流水", "印章台账"))))
    assert [(one.code, one.about) for one in found] == [
        ("package_unfinished", "2"), ("books_without_checkpoint", "办理流水、印章台账")
    ]  # fmt: skip


@pytest.mark.parametrize("change, refusal", [
    ({"office": False}, "wrong_office"), ({"packed": False}, "package_not_made"),
])  # fmt: skip
def test_taking_away(change: dict[str, object], refusal: str) -> None:
    assert codes(policy.refusals_to_download(replace(DOWNLOAD, **change))) == [refusal]


@pytest.mark.parametrize("reason, refusals", [
    ("第5号的份数要再看", []), ("  ", ["year_return_without_reason"]),
    ("看" * policy.LONGEST_REASON, []), ("看" * (policy.LONGEST_REASON + 1), ["year_reason_too_long"]),
])  # fmt: skip
def test_giving_back(reason: str, refusals: list[str]) -> None:
    assert codes(policy.refusals_to_return(reason)) == refusals


@pytest.mark.parametrize("number, refusals", [
    ("3", []), (" ", ["year_receipt_without_number"]),
    ("3" * policy.LONGEST_RECEIPT, []), ("3" * (policy.LONGEST_RECEIPT + 1), ["year_receipt_too_long"]),
])  # fmt: skip
def test_receiving(number: str, refusals: list[str]) -> None:
    assert codes(policy.refusals_to_receive(number)) == refusals
