"""The same paper within 90 days: told, never refused; known by the whole number and by nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.certificates import cast
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.repeats import Wanted, earlier_paper, earlier_paper_of
from zhengyin.registers.queries import now

NUMBER = cast.RESIDENT.identity
WANTED = Wanted(cast.LIJIAWAN, "ISS-ZQ-01", "居住证明")


@pytest.mark.clause("O1c")
def test_what_was_sealed_within_the_days_is_told(world: World) -> None:
    assert earlier_paper(WANTED, NUMBER, now()) is None
    case, receipt = cast.sealed()
    found = earlier_paper(WANTED, NUMBER, now())
    assert found and (found.case_id, found.number) == (case, receipt.number)
    assert earlier_paper(WANTED, NUMBER, found.sealed_at + timedelta(days=89))
    assert earlier_paper(WANTED, NUMBER, found.sealed_at + timedelta(days=90)) is None
    # near misses: another item, person, village; no number
    assert earlier_paper(replace(WANTED, entry_code="ISS-XY-07"), NUMBER, now()) is None
    assert earlier_paper(WANTED, "620422199505120005", now()) is None
    assert earlier_paper(replace(WANTED, organization_id=cast.PINGTOUCHUAN), NUMBER, now()) is None
    assert earlier_paper(WANTED, "", now()) is None
    again = cast.applied()  # it may be applied for all the same
    row = Certificate.objects.get(pk=again)
    assert (told := earlier_paper_of(row, now())) and told.case_id == case
    clerk = cast.officer("hn.ljw.clerk")
    cast.accept(again, clerk)
    actions.start_verifying(certificate_id=again, actor=clerk, at=now())
    row.refresh_from_db()
    assert earlier_paper_of(row, now()) is None  # the work has begun


def test_what_was_not_sealed_was_not_issued(world: World) -> None:
    cast.approved()
    assert earlier_paper(WANTED, NUMBER, now()) is None


def test_without_an_item_the_title_says_what_it_is(world: World) -> None:
    cast.sealed()
    unlisted = Wanted(cast.LIJIAWAN, "", "居住证明")
    assert earlier_paper(unlisted, NUMBER, now()) is None
