"""What the page 公示和议事 shows: everything held about the case, and what this person may do."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from zhengyin.deliberation import queries
from zhengyin.deliberation.policy.notice import NoticeFacts, refusals_to_confirm_notice
from zhengyin.deliberation.queries import MeetingShown, NoticeShown, ObjectionShown
from zhengyin.deliberation.queries.facts import Ground, ground_for
from zhengyin.deliberation.workflow import (
    HEARING,
    MEETING,
    NOTICE,
    OBJECTION,
    MeetingState,
    NoticeState,
    ObjectionState,
)
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.names import CommitteeKind
from zhengyin.regions.packs.settings import DeliberationBy
from zhengyin.shared.days import day_of
from zhengyin.web.deliberation.card import Card
from zhengyin.web.deliberation.forms import (
    AnswerForm,
    ConveneForm,
    ExtendForm,
    HearForm,
    MeasureForm,
    Named,
    PostForm,
    VotesForm,
    WhyForm,
)
from zhengyin.web.deliberation.subject import Subject
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

Sent = dict[tuple[str, object], Named]  # (act, what about): the form that came back
WAYS = {
    DeliberationBy.NOTICE_OR_VOTE: "公示期满、异议都答复了，或者村（居）民会议、代表会议表决通过，主任确认。",
    DeliberationBy.VOTE: "要村（居）民会议、代表会议讨论同意，主任确认以后才能往下办；只公示不够。",
}
NOTICE_SHAPES = {
    NoticeState.RUNNING: "wait", NoticeState.PASSED: "ok", NoticeState.FAILED: "void",
    NoticeState.STOPPED: "none",
}  # fmt: skip
MEETING_SHAPES = {
    MeetingState.CONVENED: "wait", MeetingState.VOTED: "half", MeetingState.PASSED: "ok",
    MeetingState.FAILED: "void", MeetingState.STOPPED: "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Of:
    """One notice, objection or meeting with its forms; `may` are this person's acts."""

    one: NoticeShown | ObjectionShown | MeetingShown
    shape: str
    may: frozenset[str]
    forms: dict[str, Named]
    cannot: tuple[str, ...] = ()
    below: tuple["Of", ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one case."""

    case: Subject
    card: Card
    ways: str
    ground: Ground
    notices: tuple[Of, ...]
    meetings: tuple[Of, ...]
    post: Named | None
    convene: Named | None
    sent: tuple[Named, ...]


def is_village(case: Subject) -> bool:
    """Villagers meet here, not residents of a community."""
    return regions.committee(case.organization_id).kind is CommitteeKind.VILLAGE


def page_of(request: Request, case: Subject, sent: Sent) -> Page:
    """Gather the page; forms that came back keep what was typed."""
    offices, ground = request.actor.offices_at(case.organization_id), ground_for(case.organization_id)
    notices, meetings = queries.notices_of(case.id, request.at), queries.meetings_of(case.id)
    form = _forms(sent)
    handler, locked = Office.HANDLER in offices, case.card.concerns
    hangs = any(one.state is NoticeState.RUNNING for one in notices)
    waits = any(one.state in (MeetingState.CONVENED, MeetingState.VOTED) for one in meetings)
    begins = {"planned_on": day_of(request.at), "matter": case.matter}
    return Page(
        case=case,
        card=case.card,
        ways=WAYS[regions.settings_for(case.county_code).rules.deliberation_by],
        ground=ground,
        notices=tuple(_notice(one, offices, request, form) for one in notices),
        meetings=tuple(_meeting(one, offices, form) for one in meetings),
        post=form("post", "", lambda: PostForm.for_now(request.at, ground.notice_days, case.matter))
        if handler and locked and not hangs else None,
        convene=form(
            "convene", "", lambda: ConveneForm(village=is_village(case), initial=begins)
        )
        if handler and locked and not waits else None,
        sent=tuple(sent.values()),
    )  # fmt: skip


Form = Callable[[str, object, Callable[[], Named]], Named]


def _forms(sent: Sent) -> Form:
    return lambda act, about, fresh: sent.get((act, about)) or fresh()


def _notice(one: NoticeShown, offices: Collection[Office], request: Request, form: Form) -> Of:
    may = frozenset(str(act) for act in NOTICE.possible(one.state, offices))
    may -= {"stop_notice"} if one.objections else set()  # refused anyway (objected_notice_is_not_stopped)
    hearing = one.state in (NoticeState.RUNNING, NoticeState.PASSED) and set(HEARING) & set(offices)
    facts = NoticeFacts(one.until_on, one.posted_by_id, one.unanswered)
    refusals = refusals_to_confirm_notice(facts, request.actor.person_id, day_of(request.at))
    forms = {
        "extend": form("extend", one.id, lambda: ExtendForm(about=one.id)),
        "hear": form("hear", one.id, lambda: HearForm.for_now(request.at, one.id)),
        "fail": form("fail-notice", one.id, lambda: WhyForm(about=f"fail-{one.id}")),
        "stop": form("stop-notice", one.id, lambda: WhyForm(about=f"stop-{one.id}")),
    }
    return Of(
        one, NOTICE_SHAPES[one.state], may | ({"hear"} if hearing else frozenset()), forms,
        cannot=sentences(refusals) if "confirm_notice" in may else (),
        below=tuple(_objection(objection, offices, form) for objection in one.objections),
    )  # fmt: skip


def _objection(one: ObjectionShown, offices: Collection[Office], form: Form) -> Of:
    state = ObjectionState.OPEN if one.open else ObjectionState.ANSWERED
    may = frozenset(str(act) for act in OBJECTION.possible(state, offices))
    forms = {"answer": form("answer", one.id, lambda: AnswerForm(about=one.id))}
    return Of(one, "care" if one.open else "ok", may, forms)


def _meeting(one: MeetingShown, offices: Collection[Office], form: Form) -> Of:
    may = frozenset(str(act) for act in MEETING.possible(one.state, offices))
    said = {name: getattr(one, name) for name in VotesForm.base_fields}
    said["held_on"] = one.held_on or one.planned_on
    forms = {
        "votes": form("votes", one.id, lambda: VotesForm(about=one.id, initial=said)),
        "measure": form("measure", one.id, lambda: MeasureForm(about=one.id)),
        "fail": form("fail-meeting", one.id, lambda: WhyForm(about=f"fail-{one.id}")),
        "stop": form("stop-meeting", one.id, lambda: WhyForm(about=f"stop-{one.id}")),
    }
    return Of(one, MEETING_SHAPES[one.state], may, forms)
