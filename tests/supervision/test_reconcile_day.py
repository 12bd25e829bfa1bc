"""日终核对: works, wrong office or village, twice, a slip that is gone; refused writes nothing; raw SQL."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.certificates import cast, pads
from tests.certificates.attempts import execute, refuses
from tests.certificates.cast import LIJIAWAN, officer
from zhengyin.ledger.models import Entry
from zhengyin.registers import queries as registers
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.supervision.actions import reconcile_day
from zhengyin.supervision.models import DayCheck
from zhengyin.supervision.policy.day import Counted
from zhengyin.supervision.queries.day import day_at

pytestmark = pytest.mark.usefixtures("past")
FOUND = Counted(seal_there=True, papers_agree=True, following=None, note="")


def check(who: str = "hn.ljw.custodian", at: UUID = LIJIAWAN, **change: object) -> DayCheck:
    counted = replace(FOUND, **change)
    return reconcile_day(organization_id=at, counted=counted, actor=officer(who), at=now())


def refused(*codes: str, who: str = "hn.ljw.custodian", at: UUID = LIJIAWAN, **change: object) -> None:
    before = DayCheck.objects.count(), Entry.objects.count()
    with pytest.raises(Refused) as caught:
        check(who, at, **change)
    assert [refusal.code for refusal in caught.value.refusals] == list(codes)
    assert (DayCheck.objects.count(), Entry.objects.count()) == before


@pytest.mark.clause("H3.2.3a")
def test_the_days_papers_copies_and_impressions_stand_in_the_line() -> None:
    before = day_at(LIJIAWAN, now()).stamped
    case, _ = cast.sealed()
    pads.entered()  # 补登 of today counts today
    row = check(following=2, note="少一张签收单", papers_agree=False)
    (line,) = registers.lines_of(row.pk)
    copies = registers.lines_of(case)[-1].columns["copies"]
    assert (line.book, line.kind, line.office) == ("supervision", "day.checked", "custodian")
    assert row.papers == before.papers + 2
    assert row.copies >= before.copies + int(copies) + 1
    assert line.columns["papers"] == str(row.papers)
    assert (line.columns["agree"], line.columns["following"]) == ("对不上", "应急0002")
    assert line.personal == {"note": "少一张签收单"}


def test_a_slip_torn_off_without_an_end_is_named() -> None:
    pads.printed(slips=4)
    row = check(following=3)
    assert row.missing == [1, 2]
    assert registers.lines_of(row.pk)[0].columns["missing"] == "应急0001、应急0002"


def test_twice_is_the_same_until_something_more_is_stamped() -> None:
    first = check(note="都在")
    assert check(note=" 都在 ").pk == first.pk
    assert day_at(LIJIAWAN, now()).done
    cast.sealed()
    assert not day_at(LIJIAWAN, now()).done
    assert check().pk != first.pk


@pytest.mark.clause("H3.2.3a")
def test_only_the_days_last_answer_is_the_same_again() -> None:
    wrong = {"papers_agree": False, "note": "少一张存根"}
    first = check(**wrong)
    assert check(**wrong).pk == first.pk
    agreed = check()
    again = check(**wrong)
    assert again.pk not in (first.pk, agreed.pk) and day_at(LIJIAWAN, now()).differs
    corrected = check(papers_agree=False, note="少两张存根")
    assert corrected.pk != again.pk
    assert registers.lines_of(corrected.pk)[0].personal == {"note": "少两张存根"}


def test_who_does_not_keep_the_seal_compares_nothing() -> None:
    refused("wrong_office", who="hn.ljw.director")
    refused("wrong_office", who="hn.ptc.deputy")
    refused("wrong_office", at=cast.PINGTOUCHUAN)
    refused("seal_not_in_its_place", "papers_not_counted", seal_there=False, papers_agree=None)
    pads.printed(slips=2)
    refused("next_slip_missing")
    check(following=1)


INSERT = (
    "INSERT INTO supervision_daycheck (id, county_code, organization_id, day, person_id, papers, copies,"
    " impressions, agree, following, missing, checked_at) SELECT gen_random_uuid(), county_code,"
    " {organization_id}, {day}, {person_id}, {papers}, copies, {impressions}, agree, {following}, {missing},"
    " {checked_at} FROM supervision_daycheck"
)
USUAL = {
    "organization_id": "organization_id", "day": "day", "person_id": "person_id", "papers": "papers",
    "impressions": "impressions", "following": "following", "missing": "missing", "checked_at": "checked_at",
}  # fmt: skip


@pytest.mark.parametrize("guard, change", [
    ("day_check_on_its_day", {"day": "day - 1"}),
    ("day_check_on_its_day", {"day": "day + 1", "checked_at": "checked_at + interval '1 day'"}),
    ("day_check_by_a_custodian", {"organization_id": f"'{cast.PINGTOUCHUAN}'"}),
    ("day_check_by_a_custodian", {
        "person_id": "(SELECT person_id FROM people_account WHERE username = 'hn.ljw.director')"}),
    ("day_check_counts_fit", {"papers": "copies + 1"}),
    ("day_check_counts_fit", {"impressions": "papers - 1", "papers": "papers + 1"}),
    ("day_check_missing_of_a_pad", {"missing": "'{1}'"}),
])  # fmt: skip
def test_what_no_comparison_may_be(guard: str, change: dict[str, str]) -> None:
    cast.sealed()
    check()
    refuses(guard, INSERT.format(**{**USUAL, **change}))
    execute(INSERT.format(**{**USUAL, **({"following": "2"} if "missing" in change else {})}))


def test_a_comparison_is_never_changed() -> None:
    row = check()
    assert row.day == day_of(now())
    for statement in ("DELETE FROM supervision_daycheck", "UPDATE supervision_daycheck SET agree = false"):
        refuses("permission denied", statement)
