"""The lives of a clean-up round, of the review of one entry, and of a task: one table each. Pure."""

from enum import StrEnum

from zhengyin.cleanup import lines
from zhengyin.people.offices import Office
from zhengyin.shared.workflow import Step, Workflow


class RoundState(StrEnum):
    """Where a round stands."""

    OPEN = "round_open"
    CLOSED = "round_closed"
    CANCELLED = "round_cancelled"


class RoundAct(StrEnum):
    """What is done about a round."""

    OPEN = "open_round"
    CLOSE = "close_round"
    CANCEL = "cancel_round"


class ReviewState(StrEnum):
    """Whether an entry was reviewed, and what came of it when the round was closed."""

    OPEN = "review_open"
    ANSWERED = "review_answered"
    KEPT = "review_kept"
    CHANGED = "review_changed"
    ENDED = "review_ended"


class ReviewAct(StrEnum):
    """What is done about the review of one entry."""

    LIST = "list_review"
    ASSIGN = "assign_review"
    ANSWER = "answer_review"
    SETTLE = "settle_review"
    RETURN = "return_review"
    KEEP = "keep_entry"
    CHANGE = "change_entry"
    END = "end_entry"


class TaskState(StrEnum):
    """Where a task of a work plan stands; overdue is computed."""

    OPEN = "task_open"
    DONE = "task_done"
    DROPPED = "task_dropped"


class TaskAct(StrEnum):
    """What is done about a task."""

    ADD = "add_task"
    NOTE = "note_task"
    FINISH = "finish_task"
    DROP = "drop_task"


_LEAD = (Office.COUNTY_LEAD.value,)
# whoever holds the one-time link answers for the unit it was sent to
_ASKED = (Office.DEPARTMENT.value, Office.TOWNSHIP.value, Office.COUNTY_LEAD.value, "link")
_R, _A, _T = ReviewState, ReviewAct, TaskState

ROUND: Workflow[RoundState, RoundAct] = Workflow(
    name="round",
    states=RoundState,
    steps=(
        Step(None, RoundAct.OPEN, RoundState.OPEN, _LEAD, lines.ROUND_OPENED),
        Step(RoundState.OPEN, RoundAct.CLOSE, RoundState.CLOSED, _LEAD, lines.ROUND_CLOSED),
        Step(RoundState.OPEN, RoundAct.CANCEL, RoundState.CANCELLED, _LEAD, lines.ROUND_CANCELLED),
    ),
    ends=frozenset({RoundState.CLOSED, RoundState.CANCELLED}),
)

# of a round that is cancelled the reviews stay as they are
REVIEW: Workflow[ReviewState, ReviewAct] = Workflow(
    name="review",
    states=ReviewState,
    steps=(
        # in the transaction that opens the round
        Step(None, _A.LIST, _R.OPEN, _LEAD, lines.LISTED),
        Step(_R.OPEN, _A.ASSIGN, _R.OPEN, _LEAD, lines.ASSIGNED),
        Step(_R.OPEN, _A.ANSWER, _R.ANSWERED, _ASKED, lines.ANSWERED),
        Step(_R.OPEN, _A.SETTLE, _R.ANSWERED, _LEAD, lines.SETTLED),
        Step(_R.ANSWERED, _A.RETURN, _R.OPEN, _LEAD, lines.RETURNED),
        # in the transaction that closes it
        Step(_R.ANSWERED, _A.KEEP, _R.KEPT, _LEAD, lines.KEPT),
        Step(_R.ANSWERED, _A.CHANGE, _R.CHANGED, _LEAD, lines.CHANGED),
        Step(_R.ANSWERED, _A.END, _R.ENDED, _LEAD, lines.ENDED),
    ),
    ends=frozenset({_R.KEPT, _R.CHANGED, _R.ENDED}),
)

TASK: Workflow[TaskState, TaskAct] = Workflow(
    name="plan_task",
    states=TaskState,
    steps=(
        Step(None, TaskAct.ADD, _T.OPEN, _LEAD, lines.TASK_ADDED),
        Step(_T.OPEN, TaskAct.NOTE, _T.OPEN, _LEAD, lines.TASK_NOTED),
        Step(_T.OPEN, TaskAct.FINISH, _T.DONE, _LEAD, lines.TASK_DONE),
        Step(_T.OPEN, TaskAct.DROP, _T.DROPPED, _LEAD, lines.TASK_DROPPED),
    ),
    ends=frozenset({_T.DONE, _T.DROPPED}),
)
