"""The township, the village and the county at the pages of an inspection."""

from typing import Any

from tests.supervision import inspections as made
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import director, lead, officer, today
from tests.world import World
from zhengyin.supervision.models import Finding, Inspection

__all__ = ["director", "lead", "officer", "supervisor"]
PLAN: dict[str, Any] = {
    "title": "季度检查（示例）", "topics": ["seal_and_ledger", "uses_and_stubs"], "first_inspector": "王志远",
    "second_inspector": "何小兵", "committees": [str(LIJIAWAN)],
}  # fmt: skip
FOUND = {"topic": "uses_and_stubs", "found": "第12号没有存根", "to_do": "补齐"}
WRONG = {
    "committee": str(LIJIAWAN), "wrong": "blank_stamped", "source": "from_inspection",
    "offices": "印章保管人", "persons": "赵某", "facts": "发现两张盖了章的空白纸",
}  # fmt: skip


def supervisor(world: World) -> Officer:
    return Officer(world, "hn.ljw.supervisor", LIJIAWAN)


def planned() -> Inspection:
    return made.planned()


def rectifying() -> Finding:
    return made.rectifying()


def plan_said(**change: Any) -> dict[str, Any]:
    return {**PLAN, "planned_from": today(), "planned_last": today(), **change}
