"""Tracking: the code and the tail of the telephone; wrong tails lock the code, and say no more."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.actions.track import find_tracked
from zhengyin.certificates.asked import PersonGiven
from zhengyin.certificates.kinds import Why
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.track import MOST_WRONG_TAILS
from zhengyin.certificates.queries.tracking import tracked
from zhengyin.certificates.workflow import State
from zhengyin.registers.queries import now
from zhengyin.shared.refusal import Refused


def applied(applicant: PersonGiven = cast.RESIDENT) -> actions.Applied:
    wanted = replace(cast.application(), applicant=applicant)
    return actions.apply(organization_id=cast.LIJIAWAN, application=wanted, actor=None, at=now())


def not_found(code: str, tail: str) -> None:
    with pytest.raises(Refused) as caught:
        find_tracked(tracking_code=code, phone_tail=tail)
    assert [(r.code, r.about) for r in caught.value.refusals] == [("tracking_not_found", "")]


def failures(case: UUID) -> int:
    return Certificate.objects.get(pk=case).tracking_failures


def test_code_and_tail_find_the_case(world: World) -> None:
    done = applied()
    code = done.tracking_code
    for typed in (code, code.lower(), f" {code[:4]}-{code[4:8]} {code[8:]}"):
        for tail in ("0999", " 0999", "0943-0000999"):
            assert find_tracked(tracking_code=typed, phone_tail=tail) == done.certificate_id
    page = tracked(done.certificate_id, now())
    assert (page.state, page.words, page.may_withdraw) == (State.APPLIED, "等收下", True)
    assert "马桂花" not in repr(page)


def test_unknown_wrong_and_locked_are_answered_alike(world: World) -> None:
    done, other = applied(), applied()
    not_found("ABCDEFGHJK", "0999")
    not_found("", "0999")
    not_found(done.tracking_code, "1234")
    not_found(done.tracking_code, "")
    not_found(done.tracking_code, "099")
    assert failures(done.certificate_id) == 3
    find_tracked(tracking_code=done.tracking_code, phone_tail="0999")
    assert (failures(done.certificate_id), failures(other.certificate_id)) == (0, 0)


def test_wrong_tails_lock_the_code_for_good(world: World) -> None:
    done, other = applied(), applied()
    for attempt in range(MOST_WRONG_TAILS):
        not_found(done.tracking_code, f"{attempt:04}")
        assert failures(done.certificate_id) == attempt + 1
    not_found(done.tracking_code, "0999")
    assert failures(done.certificate_id) == MOST_WRONG_TAILS
    assert find_tracked(tracking_code=other.tracking_code, phone_tail="0999") == other.certificate_id


def test_the_last_try_still_opens(world: World) -> None:
    done = applied()
    for _ in range(MOST_WRONG_TAILS - 1):
        not_found(done.tracking_code, "1234")
    assert find_tracked(tracking_code=done.tracking_code, phone_tail="0999") == done.certificate_id


def test_without_a_telephone_nothing_is_tracked(world: World) -> None:
    done = applied(replace(cast.RESIDENT, phone=""))
    not_found(done.tracking_code, "")
    not_found(done.tracking_code, "0999")


def test_the_resident_is_told_what_became_of_the_paper(world: World) -> None:
    void, (old, new) = cast.delivered(), cast.corrected()
    cast.void(void, cast.officer("hn.ljw.director"), why=Why.NOT_WANTED)
    gone, replaced = tracked(void, now()), tracked(old, now())
    assert (gone.words, gone.due_on, gone.may_withdraw) == ("这张证明作废了", None, False)
    assert gone.ended and (gone.ended.why, gone.ended.corrected) == ("申请人不要了", False)
    assert replaced.words == "已经更正，用新的那张"
    assert replaced.ended and replaced.ended.new_number == tracked(new, now()).number
    assert tracked(new, now()).ended is None


def test_a_paper_that_was_fetched_has_no_date_left(world: World) -> None:
    case = tracked(cast.delivered(), now())
    assert (case.state, case.due_on, case.may_withdraw) == (State.DELIVERED, None, False)
    assert case.number.endswith("1号")
