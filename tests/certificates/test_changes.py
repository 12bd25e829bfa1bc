"""At a new decision only what changed is shown; the rest has not been touched and the page says so."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.world import World
from zhengyin.certificates import actions, secrets
from zhengyin.certificates.changes import Change, changes
from zhengyin.certificates.content import Text
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.case import case_page
from zhengyin.registers.queries import now

TEXT = Text(
    "李家湾村村民委员会",
    "居住证明",
    "农行",
    ("住三社12号。", "住了十年。"),
    ("用于贷款。", "特此证明。"),
    2,
)


@pytest.mark.parametrize("changed, found", [
    ({}, ()),
    ({"copies": 3}, (Change("份数", "2份", "3份"),)),
    ({"to": "信用社"}, (Change("开给", "农行", "信用社"),)),
    ({"facts": ("住五社3号。", "住了十年。")}, (Change("正文", "住三社12号。", "住五社3号。"),)),
    ({"facts": ("住三社12号。",)}, (Change("正文", "住了十年。", ""),)),
    ({"facts": (*TEXT.facts, "房子是自有。")}, (Change("正文", "", "房子是自有。"),)),
    ({"closing": ("用于租房。", "特此证明。")}, (Change("用途和有效期", "用于贷款。", "用于租房。"),)),
    ({"title": "情况说明"}, (Change("标题", "居住证明", "情况说明"),)),
    ({"issuer": "李家湾社区"}, (Change("出具单位", "李家湾村村民委员会", "李家湾社区"),)),
])  # fmt: skip
def test_one_changed_place_is_one_change(changed: dict[str, object], found: tuple[Change, ...]) -> None:
    assert changes(TEXT, replace(TEXT, **changed)) == found  # type: ignore[arg-type]


def typed(case: UUID, **values: str) -> None:
    """Put the typed fields right, as the handler does while it is verified again."""
    row = Certificate.objects.get(pk=case)
    fields = secrets.opened_fields(case, row.fields_encrypted) | values
    Certificate.objects.filter(pk=case).update(fields_encrypted=secrets.sealed_fields(case, fields))


def shown(case: UUID) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    page = case_page(Certificate.objects.get(pk=case), cast.officer("hn.ljw.director"), now())
    return page.changed, page.checked_again


def verified_again(case: UUID, *, check: bool) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    if check:
        actions.record_checks(certificate_id=case, checks=cast.CHECKS[1:2], actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())


@pytest.mark.clause("H3.2.2a")
@pytest.mark.parametrize("approved", [False, True])
def test_after_a_return_the_director_sees_what_changed(world: World, approved: bool) -> None:
    case, director = (cast.approved() if approved else cast.verified()), cast.officer("hn.ljw.director")
    if approved:
        actions.take_back(certificate_id=case, reason="门牌号写错了", actor=director, at=now())
    else:
        actions.return_to_verifying(certificate_id=case, reason="门牌号写错了", actor=director, at=now())
    typed(case, residence="五社3号")
    verified_again(case, check=True)
    (change,), again = shown(case)
    assert "三社12号" in change.before and "五社3号" in change.after
    assert len(again) == 1


def test_nothing_changed_says_so_and_the_first_decision_compares_with_nothing(world: World) -> None:
    case, director = cast.verified(), cast.officer("hn.ljw.director")
    assert shown(case) == ((), ())
    assert bytes(Certificate.objects.get(pk=case).seen_encrypted) == b""
    actions.return_to_verifying(certificate_id=case, reason="再问问", actor=director, at=now())
    verified_again(case, check=False)
    assert shown(case) == ((), ())
    assert bytes(Certificate.objects.get(pk=case).seen_encrypted) != b""


def test_a_changed_identity_number_stays_masked_and_is_still_seen(world: World) -> None:
    case, director = cast.verified(), cast.officer("hn.ljw.director")
    actions.return_to_verifying(certificate_id=case, reason="号码错了", actor=director, at=now())
    typed(case, subject_identity="620422196805220003")
    verified_again(case, check=False)
    (change,), _ = shown(case)
    assert "号码中间几位改过" in change.after
    assert "196805" not in change.before + change.after
