"""A seal on its way out and back, at the moments the tests need."""

from datetime import datetime, timedelta

from tests.seals.cast import AT, Cast
from zhengyin.seals import actions
from zhengyin.seals.models import Seal, TakeOut

HOUR = timedelta(hours=1)
FROM, UNTIL = AT + HOUR, AT + 4 * HOUR
ON_THE_WAY = AT + 2 * HOUR
WHY, PLACE = "给三社的集中登记盖章", "三社活动室"


def ask(cast: Cast, seal: Seal, who: str = "ljw_clerk", **change: object) -> TakeOut:
    said: dict[str, object] = {
        "reason": WHY, "place": PLACE, "from_at": FROM, "until_at": UNTIL, "at": AT, **change,
    }  # fmt: skip
    return actions.ask_take_out(seal_id=seal.pk, actor=cast.actor(who), **said)  # type: ignore[arg-type]


def asked(cast: Cast) -> TakeOut:
    """李家湾's seal, kept by its custodian; the clerk asks."""
    return ask(cast, cast.kept().seal)


def approve(cast: Cast, row: TakeOut, who: str = "ljw_director", at: datetime = AT) -> TakeOut:
    return actions.approve_take_out(take_out_id=row.pk, actor=cast.actor(who), at=at)


def leave(cast: Cast, row: TakeOut, who: str = "ljw_custodian", at: datetime = ON_THE_WAY) -> TakeOut:
    return actions.leave_with_seal(take_out_id=row.pk, actor=cast.actor(who), at=at)


def approved(cast: Cast) -> TakeOut:
    return approve(cast, asked(cast))


def out(cast: Cast) -> TakeOut:
    return leave(cast, approved(cast))


def back(
    cast: Cast, row: TakeOut, who: str = "ljw_custodian", *, at: datetime = UNTIL, since: datetime = UNTIL
) -> TakeOut:
    return actions.bring_back(take_out_id=row.pk, back_at=since, actor=cast.actor(who), at=at)
