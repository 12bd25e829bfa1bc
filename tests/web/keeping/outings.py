"""A seal on its way out and back over the desks of 李家湾."""

from datetime import datetime, timedelta
from uuid import UUID

from tests.certificates.cast import officer
from tests.web.desk import LIJIAWAN, Officer
from tests.web.director_appointments.test_seal import card
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.seals import actions
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import TakeOut
from zhengyin.seals.policy.custody import Entrustment
from zhengyin.shared.days import SHANGHAI, day_of

PLACE = "三社活动室"


def typed(moment: datetime) -> str:
    """A minute as the browser sends it."""
    return moment.astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")


def asking(**changed: str) -> dict[str, str]:
    at = now()
    return {
        "reason": "集中登记，现场盖章", "place": PLACE, "from_at": typed(at - timedelta(minutes=5)),
        "until_at": typed(at + timedelta(hours=3)), **changed,
    }  # fmt: skip


def clerk(world: World) -> Officer:
    return Officer(world, "hn.ljw.clerk", LIJIAWAN)


def director(world: World) -> Officer:
    return Officer(world, "hn.ljw.director", LIJIAWAN)


def custodian(world: World) -> Officer:
    return Officer(world, "hn.ljw.custodian", LIJIAWAN)


def asked(world: World) -> TakeOut:
    clerk(world).post("keeping-ask-out", card().id, **asking())
    return TakeOut.objects.latest("asked_at")


def approved(world: World) -> TakeOut:
    row = asked(world)
    director(world).post("keeping-out-approve", row.pk)
    return row


def out(world: World) -> TakeOut:
    row = approved(world)
    custodian(world).post("keeping-out-leave", row.pk)
    return TakeOut.objects.get(pk=row.pk)


def overdue() -> TakeOut:
    """Gone since this morning's early hours, due an hour ago; as the acts at those moments left it."""
    at = now()
    row = actions.ask_take_out(
        seal_id=card().id, reason="集中登记", place=PLACE, from_at=at - timedelta(hours=3),
        until_at=at - timedelta(hours=1), actor=officer("hn.ljw.clerk"), at=at - timedelta(hours=4),
    )  # fmt: skip
    early = at - timedelta(hours=2)
    actions.approve_take_out(take_out_id=row.pk, actor=officer("hn.ljw.director"), at=early)
    return actions.leave_with_seal(take_out_id=row.pk, actor=officer("hn.ljw.custodian"), at=early)


def special() -> UUID:
    """A special seal of the village, kept by its custodian beside the official one."""
    at, township = now(), officer("hn.pt.officer")
    seal = actions.order_seal(
        organization_id=LIJIAWAN, kind=SealKind.SPECIAL, purpose="人民调解专用章", actor=township, at=at
    )
    day = day_of(at)
    actions.issue_seal(
        seal_id=seal.pk, made_on=day, issued_on=day, received_by="李国栋", actor=township, at=at
    )
    keeper = officer("hn.ljw.custodian")
    actions.appoint_custodian(
        seal_id=seal.pk, person_id=keeper.person_id, ground=Entrustment(day, "委托书第3号（示例）"),
        place="调解室", since=day, actor=officer("hn.ljw.director"), at=at,
    )  # fmt: skip
    return seal.pk
