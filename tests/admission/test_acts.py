"""From the paper to the list and off it again; every step by whom it is for, and as its line says."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.admission import paper
from tests.admission.cast import AT, DECIDED, HUINING, NEW_YEAR, TODAY, listed, scan
from tests.seals.cast import Cast, refused
from zhengyin.admission import actions
from zhengyin.admission.actions import Said
from zhengyin.admission.kinds import Conclusion, Kind, Rule, Stance, Way
from zhengyin.admission.models import Proposal, Question
from zhengyin.admission.queries import proposals_visible_to
from zhengyin.admission.queries.facts import reviewers
from zhengyin.admission.workflow import PROPOSAL
from zhengyin.catalogue import queries as catalogue
from zhengyin.ledger.models import Entry as Line
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.registers.queries import lines_of

NEW, LATER = "ISS-ZR-01", replace(DECIDED, number="会民发〔2026〕40号（示例）")
POLICE = organization_id(key_of(OrganizationKind.DEPARTMENT, HUINING, "会宁县公安局"))
LIJIAWAN = organization_id("committee:620422115203")


def kinds(row: Proposal) -> list[str]:
    return [line.kind for line in lines_of(row.pk) if line.kind.startswith("proposal.")]


@pytest.mark.clause("H2.2a", "H2.2b", "H2.2c", "H2.2d", "H2.2e", "H2.1c")
def test_an_item_is_proposed_consulted_on_decided_published_and_ends(cast: Cast) -> None:
    row = paper.approved(cast)
    assert row.number == "会宁县准入〔2026〕" + row.number.split("〕")[1] and not listed(NEW, NEW_YEAR)
    paper.published(cast, row)
    row.refresh_from_db()
    assert (row.state, row.item_code) == ("proposal_published", NEW)
    assert listed(NEW, NEW_YEAR) and not listed(NEW, NEW_YEAR - timedelta(days=1))
    assert PROPOSAL.replay(kinds(row)) == row.state
    stop = NEW_YEAR + timedelta(days=90)
    gone = paper.approved(cast, Kind.EXIT, item_code=NEW, stop_on=stop, entry={})
    paper.published(cast, gone, decided=replace(LATER, takes_effect_on=stop))
    assert listed(NEW, stop - timedelta(days=1)) and not listed(NEW, stop)
    way = catalogue.entry(LIJIAWAN, "RT-TC-01", stop)
    assert way is not None and way.entry.routes[0].do == paper.SAID["instead"]
    assert way.entry.aliases == tuple(paper.ITEM["aliases"])  # whoever asks in other words finds it too
    assert not listed("RT-TC-01", stop - timedelta(days=1))


@pytest.mark.clause("H2.2b")
def test_every_township_and_reviewer_is_asked_and_the_silent_are_named(cast: Cast) -> None:
    row = paper.accepted(cast)
    everybody = paper.everybody()
    with refused("must_be_asked"):
        actions.consult(
            proposal_id=row.pk, due_on=TODAY + timedelta(days=5), bodies=everybody[1:],
            actor=cast.actor("hn_lead"), at=AT,
        )  # fmt: skip
    row = actions.consult(
        proposal_id=row.pk,
        due_on=TODAY + timedelta(days=5),
        bodies=everybody,
        actor=cast.actor("hn_lead"),
        at=AT,
    )
    assert row.questions.count() == len(everybody) >= 28 + 6
    first, *_ = row.questions.order_by("pk")
    paper.no_opinion(first)
    early, late = AT + timedelta(days=5), AT + timedelta(days=6)
    with refused("answers_awaited"):
        sum_up(cast, row, early)
    done = sum_up(cast, row, late)
    (line,) = [line for line in lines_of(row.pk) if line.kind == "proposal.summed"]
    assert done.state == "proposal_meeting" and line.columns["answered"] == "1"
    assert len(line.columns["silent"].split("、")) == len(everybody) - 1
    with refused("opinions_summed_up"):
        paper.no_opinion(Question.objects.filter(proposal=row, state="question_asked").latest("pk"))


def sum_up(cast: Cast, row: Proposal, at: object = AT, summary: str = "都没有意见") -> Proposal:
    return actions.sum_up(proposal_id=row.pk, summary=summary, actor=cast.actor("hn_lead"), at=at)  # type: ignore[arg-type]


@pytest.mark.clause("H2.2b")
def test_an_opinion_is_adopted_or_not_with_a_reason_before_it_is_summed_up(cast: Cast) -> None:
    row, lead = paper.consulting(cast), cast.actor("hn_lead")
    questions = list(row.questions.order_by("pk"))
    for question in questions[1:]:
        paper.no_opinion(question)
    with refused("opinion_words_missing"):
        answered(questions[0], Said(Stance.OPINION, " ", "张主任", None))
    answered(questions[0], Said(Stance.OPINION, "只在没有过户协议时开", "张主任", None))
    with refused("wrong_state"):  # an answer is given once
        paper.no_opinion(questions[0])
    with refused("opinions_not_weighed"):
        sum_up(cast, row)
    with refused("proposal_reason_missing"):
        actions.weigh(question_id=questions[0].pk, taken_up=True, because=" ", actor=lead, at=AT)
    with refused("nothing_to_weigh"):
        actions.weigh(question_id=questions[1].pk, taken_up=True, because="好", actor=lead, at=AT)
    actions.weigh(question_id=questions[0].pk, taken_up=True, because="写进办理条件", actor=lead, at=AT)
    with refused("summary_missing"):
        sum_up(cast, row, summary=" ")
    sum_up(cast, row)
    (line,) = [line for line in lines_of(row.pk) if line.kind == "proposal.summed"]
    assert (line.columns["adopted"], line.columns["silent"]) == ("1", "")


def answered(question: Question, said: Said, way: Way = Way.LINK) -> Question:
    return actions.answer(question_id=question.pk, said=said, way=way, actor=None, at=AT)


def test_an_answer_on_paper_is_entered_for_its_sender_with_scan_and_day(cast: Cast) -> None:
    row, lead = paper.consulting(cast), cast.actor("hn_lead")
    question = row.questions.get(body=POLICE)
    said = Said(Stance.NONE, "", "赵科长", TODAY, scan())

    def enter(one: Said, key: str = "hn_lead") -> Question:
        return actions.answer(question_id=question.pk, said=one, way=Way.PAPER, actor=cast.actor(key), at=AT)

    with refused("paper_answer_not_scanned"):
        enter(replace(said, scan_id=None))
    with refused("answer_day_wrong"):
        enter(replace(said, answered_on=TODAY + timedelta(days=1)))
    with refused("answer_day_missing"):
        enter(replace(said, answered_on=None))
    with refused("wrong_office"):
        enter(said, "pt_officer")
    done = enter(said)
    assert (done.way, done.answered_on, done.answered_by) == ("paper", TODAY, "赵科长")
    line = lines_of(row.pk)[-1]
    assert (line.kind, line.columns["way"], line.person_name) == ("question.answered", "纸质答复", lead.name)


def test_a_township_answers_at_its_desk_for_itself_alone(cast: Cast) -> None:
    row, officer = paper.consulting(cast), cast.actor("pt_officer")
    own = row.questions.get(body=organization_id("township:620422115000"))
    other = row.questions.get(body=POLICE)
    said = Said(Stance.NONE, "", "镇党政办", None)
    with refused("wrong_office"):
        actions.answer(question_id=other.pk, said=said, way=Way.DESK, actor=officer, at=AT)
    assert actions.answer(question_id=own.pk, said=said, way=Way.DESK, actor=officer, at=AT).way == "desk"
    assert proposals_visible_to(officer).filter(pk=row.pk).exists()
    assert not proposals_visible_to(cast.actor("ljw_director")).exists()


@pytest.mark.clause("H2.2e", "O2.1b", "O2.1c", "O2.1f")
def test_what_a_rule_forbids_is_not_taken_in_and_is_refused_by_it(cast: Cast) -> None:
    prohibited = {**paper.ITEM, "name": "婚姻状况证明", "aliases": []}
    row, lead = paper.submitted(cast, item_name="婚姻状况证明", entry=prohibited), cast.actor("hn_lead")
    with refused("proposal_prohibited"):
        actions.accept(proposal_id=row.pk, actor=lead, at=AT)
    with refused("refusing_rule_missing", "proposal_reason_missing"):
        actions.refuse(proposal_id=row.pk, rule=None, reason=" ", actor=lead, at=AT)
    done = actions.refuse(proposal_id=row.pk, rule=Rule.PROHIBITED, reason="清单第一项", actor=lead, at=AT)
    line = lines_of(row.pk)[-1]
    assert done.state == "proposal_refused" and line.columns["rule"] == Rule.PROHIBITED.words


@pytest.mark.clause("H2.2a", "H4.2a", "O3.2a")
@pytest.mark.parametrize(
    "changed, code",
    [
        ({"liaison": " "}, "liaison_missing"),
        ({"said": {**paper.SAID, "why_not_shared": ""}}, "piece_missing"),
        ({"entry": {**paper.ITEM, "bases": []}}, "item_unfinished"),
        (
            {"entry": {**paper.ITEM, "guide": {**paper.ITEM["guide"], "time_limit": "待核"}}},
            "item_unfinished",
        ),
        ({"entry": {**paper.ITEM, "form": None}}, "item_unfinished"),
        (
            {"item_name": "居（租）住证明", "entry": {**paper.ITEM, "name": "居（租）住证明"}},
            "item_already_listed",
        ),
        (
            {"item_name": "另一个名字", "entry": {**paper.ITEM, "aliases": ["租房证明"]}},
            "item_already_listed",
        ),
    ],
)
def test_an_unfinished_form_is_not_handed_in(cast: Cast, changed: dict[str, object], code: str) -> None:
    row, form = paper.drafted(cast, **changed), scan()
    with refused(code):
        paper.handed_in(cast, row, form)


def test_an_item_on_another_list_is_not_ended_here_and_only_in_time(cast: Cast) -> None:
    for changed, code in (
        ({"item_code": "ISS-NAT-01"}, "item_not_listed_here"),
        ({"item_code": "ISS-ZQ-01", "stop_on": None}, "stop_day_missing"),
        ({"item_code": "ISS-ZQ-01", "stop_on": TODAY}, "stop_day_past"),
    ):
        said: dict[str, Any] = {"stop_on": NEW_YEAR, "item_name": "居住", **changed}
        row, form = paper.drafted(cast, Kind.EXIT, **said), scan()
        with refused(code):
            paper.handed_in(cast, row, form)
    assert (
        paper.submitted(cast, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR).state
        == "proposal_submitted"
    )


def test_a_filing_is_filed_and_nothing_else_is(cast: Cast) -> None:
    lead = cast.actor("hn_lead")
    row = paper.submitted(cast, Kind.FILE)
    with refused("filing_is_only_filed"):
        actions.accept(proposal_id=row.pk, actor=lead, at=AT)
    assert actions.file(proposal_id=row.pk, actor=lead, at=AT).state == "proposal_filed"
    other = paper.submitted(cast)
    with refused("only_a_filing_is_filed"):
        actions.file(proposal_id=other.pk, actor=lead, at=AT)
    again, form = paper.drafted(cast), scan()
    with refused("item_under_way"):
        paper.handed_in(cast, again, form)
    with refused("item_under_way", "paper_form_not_scanned"):
        paper.handed_in(cast, again, None)


@pytest.mark.clause("H2.2c")
def test_the_meeting_concludes_every_item_and_says_who_came(cast: Cast) -> None:
    row = paper.meeting(cast)
    meeting, lead = paper.called(cast, row), cast.actor("hn_lead")
    with refused("item_on_another_agenda"):
        paper.called(cast, row)
    six = ("attendance_missing",) * 6
    wrong: list[tuple[dict[str, Any], tuple[str, ...]]] = [
        ({"conclusions": {}}, ("conclusion_missing",)),
        ({"conclusion": Conclusion.REJECT}, ("conclusion_unexplained",)),
        ({"present": {}}, six),
        ({"present": {body.pk: False for body in reviewers(HUINING)}}, ("nobody_came",)),
        ({"scan_id": None}, ("minutes_not_scanned",)),
        ({"presided_by": ""}, ("presiding_missing",)),
        ({"held_on": TODAY + timedelta(days=1)}, ("joint_day_wrong",)),
    ]
    for changed, codes in wrong:
        said = paper.minutes(meeting, **changed)
        with refused(*codes):
            actions.hold_joint(meeting_id=meeting.pk, minutes=said, actor=lead, at=AT)
    later = paper.minutes(meeting, Conclusion.DEFER, "缺供水单位的说明")
    actions.hold_joint(meeting_id=meeting.pk, minutes=later, actor=lead, at=AT)
    row.refresh_from_db()
    assert row.state == "proposal_meeting"
    paper.held(cast, row, conclusion=Conclusion.REJECT, words="供水单位自己能查")
    row.refresh_from_db()
    assert row.state == "proposal_rejected" and kinds(row)[-2:] == ["proposal.deferred", "proposal.rejected"]
    assert PROPOSAL.replay(kinds(row)) == row.state


def test_a_meeting_that_is_cancelled_lets_its_items_go(cast: Cast) -> None:
    row = paper.meeting(cast)
    meeting = paper.called(cast, row)
    actions.cancel_joint(meeting_id=meeting.pk, reason="改期", actor=cast.actor("hn_lead"), at=AT)
    assert paper.called(cast, row).items.count() == 1


def test_an_item_withdrawn_before_the_meeting_does_not_keep_it_from_being_held(cast: Cast) -> None:
    """Near miss: with all of them withdrawn there is nothing to hold."""
    lead = cast.actor("hn_lead")
    stays, goes = paper.meeting(cast), paper.meeting(cast, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR)
    meeting = paper.called(cast, stays, goes)
    actions.withdraw(proposal_id=goes.pk, reason="不要了", actor=lead, at=AT)
    said = paper.minutes(meeting, conclusions={stays.pk: (Conclusion.APPROVE, "")})
    actions.hold_joint(meeting_id=meeting.pk, minutes=said, actor=lead, at=AT)
    stays.refresh_from_db()
    goes.refresh_from_db()
    assert (stays.state, goes.state) == ("proposal_approved", "proposal_withdrawn")
    assert (
        lines_of(meeting.pk)[-1].columns["conclusions"]
        == f"{stays.item_name}：同意；{goes.item_name}：已撤回"
    )


def test_a_meeting_whose_items_are_all_withdrawn_is_cancelled(cast: Cast) -> None:
    row, lead = paper.meeting(cast), cast.actor("hn_lead")
    meeting = paper.called(cast, row)
    actions.withdraw(proposal_id=row.pk, reason="不要了", actor=lead, at=AT)
    said = paper.minutes(meeting)
    with refused("items_all_withdrawn"):
        actions.hold_joint(meeting_id=meeting.pk, minutes=said, actor=lead, at=AT)
    done = actions.cancel_joint(meeting_id=meeting.pk, reason="议题撤回", actor=lead, at=AT)
    assert done.state == "joint_cancelled"


def test_only_what_waits_for_a_meeting_is_put_on_its_agenda(cast: Cast) -> None:
    """And nothing is left off in silence."""
    row = paper.consulting(cast)
    with refused("item_not_waiting"):
        paper.called(cast, row)


def test_one_item_is_asked_to_end_once_whatever_it_is_called(cast: Cast) -> None:
    paper.submitted(cast, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR)
    again, form = (
        paper.drafted(cast, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR, item_name="别的叫法"),
        scan(),
    )
    with refused("item_under_way"):
        paper.handed_in(cast, again, form)
    paper.submitted(cast, Kind.EXIT, item_code="ISS-XY-07", stop_on=NEW_YEAR)


def test_an_exit_is_published_for_its_day_and_all_of_one_county(cast: Cast) -> None:
    row = paper.approved(cast, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR, entry={})
    with refused("stops_another_day"):
        paper.published(cast, row, decided=replace(DECIDED, takes_effect_on=NEW_YEAR + timedelta(days=1)))
    with refused("nothing_to_publish"):
        paper.published(cast)
    before = Line.objects.count()
    with refused("decision_piece_missing"):
        paper.published(cast, row, decided=replace(DECIDED, signed_by=""))
    assert Line.objects.count() == before and Proposal.objects.get(pk=row.pk).state == "proposal_approved"
    paper.published(cast, row)
    assert not listed("ISS-ZQ-01", NEW_YEAR)


def test_returned_it_is_a_draft_again_and_withdrawn_it_is_over(cast: Cast) -> None:
    row, lead = paper.submitted(cast), cast.actor("hn_lead")
    actions.return_(proposal_id=row.pk, reason="依据没有写条款", actor=lead, at=AT)
    actions.change(proposal_id=row.pk, typed=paper.typed(liaison="刘主任"), actor=lead, at=AT)
    row = actions.submit(proposal_id=row.pk, actor=lead, at=AT, received_on=TODAY)
    assert row.liaison == "刘主任"
    with refused("proposal_reason_missing"):
        actions.withdraw(proposal_id=row.pk, reason="", actor=lead, at=AT)
    assert (
        actions.withdraw(proposal_id=row.pk, reason="不要了", actor=lead, at=AT).state == "proposal_withdrawn"
    )
    assert PROPOSAL.replay(kinds(row)) == "proposal_withdrawn"


def test_what_was_approved_and_cannot_be_published_is_withdrawn_with_a_reason(cast: Cast) -> None:
    """Near miss: once published it stays."""
    row, lead = paper.approved(cast), cast.actor("hn_lead")
    with refused("proposal_reason_missing"):
        actions.withdraw(proposal_id=row.pk, reason=" ", actor=lead, at=AT)
    row = actions.withdraw(proposal_id=row.pk, reason="上级清单写明不应出具", actor=lead, at=AT)
    assert row.state == PROPOSAL.replay(kinds(row)) == "proposal_withdrawn" and row.number
    again = paper.approved(cast)  # the same item may be asked for again
    paper.published(cast, again)
    with refused("wrong_state"):
        actions.withdraw(proposal_id=again.pk, reason="不要了", actor=lead, at=AT)


@pytest.mark.clause("H2.2e")
@pytest.mark.parametrize(
    "kind, fits, other, item",
    [
        (Kind.EXIT, Rule.STILL_NEEDED, Rule.NO_BASIS, {"item_code": "ISS-ZQ-01", "stop_on": NEW_YEAR}),
        (Kind.FILE, Rule.NOT_A_FILING, Rule.STILL_NEEDED, {}),
    ],
)
def test_an_exit_and_a_filing_are_refused_by_rules_of_their_own(
    cast: Cast, kind: Kind, fits: Rule, other: Rule, item: dict[str, Any]
) -> None:
    row, lead = paper.submitted(cast, kind, **item), cast.actor("hn_lead")
    with refused("refusing_rule_does_not_fit"):
        actions.refuse(proposal_id=row.pk, rule=other, reason="居民还要用", actor=lead, at=AT)
    done = actions.refuse(proposal_id=row.pk, rule=fits, reason="居民还要用", actor=lead, at=AT)
    assert (done.state, done.rule) == ("proposal_refused", fits.value)


@pytest.mark.parametrize("key", ["pt_officer", "ljw_director", "od_lead"])
def test_nobody_else_does_any_of_it(cast: Cast, key: str) -> None:
    row, actor = paper.submitted(cast), cast.actor(key)
    for act in (actions.accept, actions.file):
        with refused("wrong_office"):
            act(proposal_id=row.pk, actor=actor, at=AT)
    with refused("wrong_office"):
        actions.draft(
            county_code=HUINING, applicant_id=None, kind=Kind.ADMIT, typed=paper.typed(), actor=actor, at=AT
        )
    with refused("wrong_office"):
        actions.draft(
            county_code=HUINING, applicant_id=UUID(int=4), kind=Kind.ADMIT, typed=paper.typed(),
            actor=cast.actor("hn_lead"), at=AT,
        )  # fmt: skip


def test_the_same_form_sent_twice_is_one_draft(cast: Cast) -> None:
    """Near miss: another word makes another draft."""
    first, lines = paper.drafted(cast), Line.objects.count()
    assert paper.drafted(cast).pk == first.pk and Line.objects.count() == lines
    assert paper.drafted(cast, liaison="刘主任").pk != first.pk
