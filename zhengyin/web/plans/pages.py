"""What the pages of work plans show: every plan of a seat with what is late, one plan with its steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.catalogue.places import digits
from zhengyin.cleanup.kinds import Milestone
from zhengyin.cleanup.models import PlanTask, WorkPlan
from zhengyin.cleanup.queries import plans_visible_to
from zhengyin.cleanup.workflow import TaskState
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.names import OrganizationKind
from zhengyin.shared.days import day_of
from zhengyin.web.admission.pages import Sent, seat
from zhengyin.web.numbers import number_in
from zhengyin.web.plans.forms import ProgressForm
from zhengyin.web.request import Request

PAGE = 50
READING = (Office.COUNTY_LEAD, Office.CITY)


@dataclass(frozen=True, slots=True)
class Count:
    """So many tasks of one step, done and late; a dropped one is not counted."""

    tasks: int
    done: int
    late: int


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A county with one of its plans; without a plan `id` is None."""

    county: str
    id: UUID | None
    title: str
    whole: Count
    steps: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class PlansPage:
    """Every plan a seat reads; a city's counties without one are named too."""

    rows: tuple[PlanRow, ...]
    steps: tuple[str, ...]
    city: bool


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task with its form, where it may still be reported on."""

    row: PlanTask
    step: str
    shape: str
    late: bool
    form: ProgressForm | None


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One plan: its tasks, and by unit how far each of the three steps is."""

    row: WorkPlan
    tasks: tuple[TaskRow, ...]
    steps: tuple[str, ...]
    units: tuple[tuple[str, tuple[Count, ...]], ...]
    whole: Count
    writes: bool
    page: int
    pages: int


def plans_at(request: Request, organization_id: UUID) -> QuerySet[WorkPlan]:
    """Those of this very seat: its own, or its counties'."""
    here, rows = seat(organization_id), plans_visible_to(request.actor)
    if here.kind == OrganizationKind.CITY:
        return rows.filter(county_code__startswith=digits(here.division_id))
    return rows.filter(lead_id=organization_id)


def plans_page(request: Request, organization_id: UUID) -> PlansPage:
    """Gather every plan; a fixed number of statements."""
    here, today = seat(organization_id), day_of(request.at)
    city = here.kind == OrganizationKind.CITY
    names = {one.code: one.name for one in regions.counties()}
    plans = plans_at(request, organization_id).order_by("county_code", "-made_at").prefetch_related("tasks")
    rows = [
        _plan_row(names.get(one.county_code, one.county_code), one, list(one.tasks.all()), today)
        for one in plans
    ]
    if city:
        planned = {one.county for one in rows}
        below = (name for code, name in names.items() if code.startswith(digits(here.division_id)))
        nothing = count_of((), today)
        rows += [PlanRow(name, None, "", nothing, ()) for name in below if name not in planned]
    return PlansPage(tuple(rows), tuple(one.words for one in Milestone), city)


def plan_page(request: Request, organization_id: UUID, row: WorkPlan, sent: Sent) -> PlanPage:
    """Gather one plan."""
    today = day_of(request.at)
    writes = request.actor.has(Office.COUNTY_LEAD, row.lead_id) and row.lead_id == organization_id
    tasks = list(row.tasks.order_by("no"))
    pages = max(1, -(-len(tasks) // PAGE))
    page = min(max(_page_of(tasks, sent) or number_in(request.GET.get("page", ""), 1), 1), pages)
    return PlanPage(
        row=row,
        tasks=tuple(
            _task_row(one, today, sent, writes=writes) for one in tasks[(page - 1) * PAGE : page * PAGE]
        ),
        steps=tuple(one.words for one in Milestone),
        units=tuple(
            (name, _steps([one for one in tasks if one.owner_name == name], today))
            for name in dict.fromkeys(one.owner_name for one in tasks)
        ),
        whole=count_of(tasks, today),
        writes=writes,
        page=page,
        pages=pages,
    )


def _page_of(tasks: Iterable[PlanTask], sent: Sent) -> int:
    """Where the task stands whose form came back; nought where none did."""
    back = sent.get("progress")
    found = (
        no for no, one in enumerate(tasks) if back and back.auto_id == ProgressForm(about=one.pk).auto_id
    )
    return next((no // PAGE + 1 for no in found), 0)


def count_of(tasks: Iterable[PlanTask], today: date) -> Count:
    """Of tasks that were not dropped."""
    found = [one for one in tasks if one.state != TaskState.DROPPED]
    done = sum(one.state == TaskState.DONE for one in found)
    return Count(len(found), done, sum(is_late(one, today) for one in found))


def is_late(one: PlanTask, today: date) -> bool:
    """Not done, and its day is over."""
    return one.state == TaskState.OPEN and one.due_on < today


def shape_of(one: PlanTask) -> str:
    """Done, dropped or under way."""
    return {TaskState.OPEN: "half", TaskState.DONE: "ok", TaskState.DROPPED: "none"}[TaskState(one.state)]


def _plan_row(county: str, row: WorkPlan, tasks: list[PlanTask], today: date) -> PlanRow:
    return PlanRow(county, row.pk, row.title, count_of(tasks, today), _steps(tasks, today))


def _steps(tasks: Iterable[PlanTask], today: date) -> tuple[Count, ...]:
    found = list(tasks)
    return tuple(count_of([t for t in found if t.milestone == one], today) for one in Milestone)


def _task_row(one: PlanTask, today: date, sent: Sent, *, writes: bool) -> TaskRow:
    fresh, back = ProgressForm(about=one.pk), sent.get("progress")
    own = back if isinstance(back, ProgressForm) and back.auto_id == fresh.auto_id else fresh
    return TaskRow(
        one, Milestone(one.milestone).words if one.milestone else "", shape_of(one), is_late(one, today),
        own if writes and one.state == TaskState.OPEN else None,
    )  # fmt: skip
