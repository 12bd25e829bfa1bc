"""The lives of a consultation, of a unit that is asked, of an opinion and of a listed item. Pure."""

from enum import StrEnum

from zhengyin.consultation import lines
from zhengyin.people.offices import Office
from zhengyin.shared.workflow import Step, Workflow


class ConsultationState(StrEnum):
    """Where a consultation stands."""

    DRAFT = "consultation_draft"
    ASKING = "consultation_asking"
    WEIGHING = "consultation_weighing"
    PUBLISHED = "consultation_published"
    CANCELLED = "consultation_cancelled"


class ConsultationAct(StrEnum):
    """What is done about a consultation."""

    DRAFT = "draft_consultation"
    CHANGE = "change_consultation"
    ENCLOSE = "enclose_file"
    LEAVE_OUT = "leave_out_file"
    SEND = "send_consultation"
    CLOSE = "close_answers"
    PUBLISH = "publish_consultation"
    CANCEL = "cancel_consultation"


class AddresseeState(StrEnum):
    """Whether a unit has returned anything."""

    ASKED = "addressee_asked"
    ANSWERED = "addressee_answered"


class AddresseeAct(StrEnum):
    """What is done about a unit that is asked."""

    ASK = "ask_unit"
    ANSWER = "answer_consultation"


class OpinionState(StrEnum):
    """Whether it was said of an opinion that it is adopted or not."""

    GIVEN = "clause_opinion_given"
    WEIGHED = "clause_opinion_weighed"


class OpinionAct(StrEnum):
    """What is done about an opinion."""

    GIVE = "give_clause_opinion"
    WEIGH = "weigh_clause_opinion"


class ItemState(StrEnum):
    """Whether a county's lead body has made a listed item a draft of admission."""

    LISTED = "item_listed"
    TAKEN_UP = "item_taken_up"


class ItemAct(StrEnum):
    """What is done about a listed item."""

    LIST = "list_item"
    TAKE_UP = "take_up_item"


_BODY = (Office.CITY.value, Office.COUNTY_LEAD.value)
# whoever holds the one-time link answers for the unit it was sent to; paper is entered by who asked
_ASKED = (
    Office.TOWNSHIP.value, Office.DEPARTMENT.value, Office.COUNTY_LEAD.value, Office.CITY.value, "link",
)  # fmt: skip
_LEAD = (Office.COUNTY_LEAD.value,)
_C, _A = ConsultationState, ConsultationAct

CONSULTATION: Workflow[ConsultationState, ConsultationAct] = Workflow(
    name="consultation",
    states=ConsultationState,
    steps=(
        Step(None, _A.DRAFT, _C.DRAFT, _BODY, lines.DRAFTED),
        Step(_C.DRAFT, _A.CHANGE, _C.DRAFT, _BODY, lines.CHANGED),
        Step(_C.DRAFT, _A.ENCLOSE, _C.DRAFT, _BODY, lines.ENCLOSED),
        Step(_C.DRAFT, _A.LEAVE_OUT, _C.DRAFT, _BODY, lines.LEFT_OUT),
        Step(_C.DRAFT, _A.SEND, _C.ASKING, _BODY, lines.SENT),
        Step(_C.ASKING, _A.CLOSE, _C.WEIGHING, _BODY, lines.CLOSED),
        Step(_C.WEIGHING, _A.PUBLISH, _C.PUBLISHED, _BODY, lines.PUBLISHED),
        *(
            Step(state, _A.CANCEL, _C.CANCELLED, _BODY, lines.CANCELLED)
            for state in (_C.DRAFT, _C.ASKING, _C.WEIGHING)
        ),
    ),
    ends=frozenset({_C.PUBLISHED, _C.CANCELLED}),
)

ADDRESSEE: Workflow[AddresseeState, AddresseeAct] = Workflow(
    name="addressee",
    states=AddresseeState,
    steps=(
        Step(None, AddresseeAct.ASK, AddresseeState.ASKED, _BODY, lines.ASKED),
        Step(AddresseeState.ASKED, AddresseeAct.ANSWER, AddresseeState.ANSWERED, _ASKED, lines.REPLIED),
        # the rest of the parts, or a part anew before the deadline
        Step(AddresseeState.ANSWERED, AddresseeAct.ANSWER, AddresseeState.ANSWERED, _ASKED, lines.REPLIED),
    ),
    ends=frozenset(),
)

OPINION: Workflow[OpinionState, OpinionAct] = Workflow(
    name="clause_opinion",
    states=OpinionState,
    steps=(
        # in the transaction of the unit's answer
        Step(None, OpinionAct.GIVE, OpinionState.GIVEN, _ASKED, lines.REPLIED),
        Step(OpinionState.GIVEN, OpinionAct.WEIGH, OpinionState.WEIGHED, _BODY, lines.WEIGHED),
        # said otherwise, as long as nothing is published
        Step(OpinionState.WEIGHED, OpinionAct.WEIGH, OpinionState.WEIGHED, _BODY, lines.WEIGHED),
    ),
    ends=frozenset(),
)

ITEM: Workflow[ItemState, ItemAct] = Workflow(
    name="listed_item",
    states=ItemState,
    steps=(
        Step(None, ItemAct.LIST, ItemState.LISTED, _ASKED, lines.REPLIED),
        Step(ItemState.LISTED, ItemAct.TAKE_UP, ItemState.TAKEN_UP, _LEAD, lines.TAKEN_UP),
    ),
    ends=frozenset({ItemState.TAKEN_UP}),
)  # fmt: skip
