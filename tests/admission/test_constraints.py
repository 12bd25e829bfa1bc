"""What the database refuses, tried by raw SQL as the application's role; the near miss passes."""

from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection

from tests.admission import paper, services
from tests.admission.cast import NEW_YEAR, TODAY, scan
from tests.certificates.attempts import execute, refuses
from tests.seals.cast import Cast
from zhengyin.admission.kinds import Conclusion, Kind
from zhengyin.admission.models import Attendance, JointItem, JointMeeting, Proposal, Question, Service
from zhengyin.admission.queries.facts import reviewers
from zhengyin.catalogue.models import ListDecision

Row = Proposal | Question | JointMeeting | JointItem | Attendance | Service
NEW = UUID("00000000-0000-4000-8000-000000000001")
MODELS = (Proposal, Question, JointMeeting, JointItem, Attendance, Service)


def insert(guard: str, row: Row, **change: object) -> None:
    """The same row once more with these things changed; an empty guard: it goes in."""
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE id = %s", [row.pk])
        names = [column.name for column in cursor.description]
        values = dict(zip(names, cursor.fetchone(), strict=True)) | {"id": NEW} | change
    places = ", ".join(["%s"] * len(values))
    attempt(guard, f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", *values.values())


def update(guard: str, row: Row, change: str) -> None:
    """One row by hand."""
    attempt(guard, f"UPDATE {row._meta.db_table} SET {change} WHERE id = %s", row.pk)


def attempt(guard: str, statement: str, *values: object) -> None:
    if guard:
        refuses(guard, statement, *values)
    else:
        execute(statement, *values)


# Proposals


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("proposal_path", {"state": "proposal_submitted"}),
        ("proposal_path", {"state": "proposal_accepted", "number": "会宁县准入〔2026〕1号"}),
        ("proposal_known_words", {"kind": "gift"}),
        ("proposal_known_words", {"rule": "mood"}),
        ("proposal_refused_by_a_rule", {"rule": "no_basis"}),
        ("proposal_is_named", {"applicant_name": ""}),
        ("proposal_is_named", {"item_name": ""}),
        ("proposal_numbered_once_accepted", {"number": "会宁县准入〔2026〕1号"}),
    ],
)
def test_a_new_proposal_is_a_draft(cast: Cast, guard: str, change: dict[str, object]) -> None:
    insert(guard, paper.drafted(cast), **change)


SUBMITTING = "state = 'proposal_submitted'"


@pytest.mark.clause("H2.2a")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", "liaison = '刘主任', entry = '{}', stop_on = now()"),
        ("", "state = 'proposal_withdrawn', ended_at = now()"),
        ("", f"{SUBMITTING}, submitted_at = now(), received_on = now()"),
        ("proposal_submitted_is_whole", SUBMITTING),
        ("proposal_submitted_is_whole", f"{SUBMITTING}, submitted_at = now()"),
        ("proposal_submitted_is_whole", f"{SUBMITTING}, received_on = now()"),
        ("proposal_path", "state = 'proposal_accepted', number = '1'"),
        ("proposal_path", "state = 'lost'"),
        ("proposal_stays", "kind = 'exit'"),
        ("proposal_stays", "county_code = '150623000000'"),
        ("proposal_stays", "drafted_at = now()"),
        ("proposal_stays", "number = '会宁县准入〔2026〕1号'"),
        ("proposal_stays", "summary = '都没有意见'"),
        ("proposal_stays", "state = 'proposal_withdrawn', liaison = '刘主任'"),
    ],
)
def test_a_draft_is_typed_and_handed_in_whole(cast: Cast, guard: str, change: str) -> None:
    update(guard, paper.drafted(cast), change)


ACCEPTING = "state = 'proposal_accepted', number = '会宁县准入〔2026〕900号'"


@pytest.mark.clause("H2.2a", "H2.2e")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", ACCEPTING),
        ("", "state = 'proposal_draft'"),
        ("", "state = 'proposal_refused', rule = 'no_basis', ended_at = now()"),
        ("proposal_refused_by_a_rule", "state = 'proposal_refused', ended_at = now()"),
        ("proposal_known_words", "state = 'proposal_refused', rule = 'mood', ended_at = now()"),
        ("proposal_numbered_once_accepted", "state = 'proposal_accepted'"),
        ("proposal_is_filed_or_decided", "state = 'proposal_filed', ended_at = now()"),
        ("proposal_stays", f"{ACCEPTING}, item_name = '别的'"),
        ("proposal_stays", f"{ACCEPTING}, entry = '{{}}'"),
        ("proposal_stays", f"{ACCEPTING}, asked_on = now()"),
        ("proposal_stays", "state = 'proposal_draft', liaison = '刘主任'"),
        ("proposal_stays", "liaison = '刘主任'"),
        ("proposal_stays", "telephone = telephone"),
        ("proposal_path", "state = 'proposal_consulting', asked_on = now(), due_on = now()"),
    ],
)
def test_what_was_handed_in_stays(cast: Cast, guard: str, change: str) -> None:
    update(guard, paper.submitted(cast), change)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", "state = 'proposal_filed', ended_at = now()"),
        ("", "state = 'proposal_refused', rule = 'not_a_filing', ended_at = now()"),
        ("proposal_is_filed_or_decided", ACCEPTING),
    ],
)
def test_a_filing_changes_no_list(cast: Cast, guard: str, change: str) -> None:
    update(guard, paper.submitted(cast, Kind.FILE), change)


@pytest.mark.clause("H2.2b")
def test_a_number_stands_once_in_a_county_and_stays(cast: Cast) -> None:
    first = paper.accepted(cast)
    other = paper.submitted(cast, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR)
    taking = f"state = 'proposal_accepted', number = '{first.number}'"
    update("proposal_number_once", other, taking)
    update("", other, taking.replace(first.number, f"{first.number}之二"))
    update("proposal_stays", first, "state = 'proposal_consulting', number = '9'")
    update("", first, "state = 'proposal_consulting', asked_on = now(), due_on = now()")
    update("proposal_stays", first, "due_on = due_on + 9")


@pytest.mark.clause("H2.2c")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", "state = 'proposal_approved'"),
        ("", "state = 'proposal_meeting'"),  # deferred
        ("", "state = 'proposal_rejected', ended_at = now()"),
        ("", "state = 'proposal_withdrawn', ended_at = now()"),
        ("proposal_stays", "summary = '都同意'"),
        ("proposal_stays", "number = '9'"),
        ("proposal_stays", "number = ''"),
        ("proposal_stays", "due_on = due_on + 9"),
        ("proposal_stays", "item_code = 'ISS-ZR-99'"),
        ("proposal_path", "state = 'proposal_consulting'"),
        ("proposal_path", "state = 'proposal_published'"),
    ],
)
def test_what_waits_for_the_meeting_stays_as_it_is(cast: Cast, guard: str, change: str) -> None:
    update(guard, paper.meeting(cast), change)


@pytest.mark.clause("H2.2d")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", "state = 'proposal_published', item_code = 'ISS-ZR-99', decision_id = %s, ended_at = now()"),
        ("proposal_published_by_a_decision", "state = 'proposal_published', ended_at = now()"),
        ("proposal_stays", "state = 'proposal_published', decision_id = %s, item_name = '别的'"),
        ("proposal_stays", "decision_id = %s"),
        ("", "state = 'proposal_withdrawn', ended_at = now()"),
        ("proposal_stays", "state = 'proposal_withdrawn', ended_at = now(), number = '9'"),
        ("proposal_path", "state = 'proposal_meeting'"),
    ],
)
def test_only_a_decision_publishes(cast: Cast, guard: str, change: str) -> None:
    row, other = (
        paper.approved(cast),
        paper.approved(cast, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR),
    )
    paper.published(cast, other)
    update(guard, row, change.replace("%s", f"'{ListDecision.objects.get().pk}'"))


def test_an_exit_is_of_its_item_and_a_published_one_is_over(cast: Cast) -> None:
    first, row = (
        paper.approved(cast, Kind.EXIT, item_code=code, stop_on=NEW_YEAR, item_name=code)
        for code in ("ISS-ZQ-01", "ISS-XY-07")
    )
    paper.published(cast, first)
    done = f"state = 'proposal_published', decision_id = '{ListDecision.objects.get().pk}', ended_at = now()"
    update("proposal_stays", row, f"{done}, item_code = 'ISS-ZQ-02'")
    update("", row, done)
    update("proposal_path", row, "state = 'proposal_withdrawn', decision_id = NULL")
    update("proposal_stays", row, "ended_at = now()")


HANDED_IN = "state = 'proposal_submitted', submitted_at = now(), received_on = now()"
ITEM = {"item_code": "ISS-ZQ-01", "item_name": "居（租）住证明"}


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", "before = '{\"code\": 1}'"),
        ("", f"before = '{{\"code\": 1}}', {HANDED_IN}"),
        ("proposal_adjusts_what_stood", "item_code = ''"),
        ("proposal_adjusts_what_stood", HANDED_IN),
    ],
)
def test_an_adjustment_names_its_item_and_what_it_said(cast: Cast, guard: str, change: str) -> None:
    update(guard, paper.drafted(cast, Kind.ADJUST, **ITEM), change)


def test_what_stood_before_stays_and_is_of_an_adjustment_alone(cast: Cast) -> None:
    before = "before = '{\"code\": 1}'"
    update("proposal_stays", paper.submitted(cast, Kind.ADJUST, **ITEM), before)
    update("proposal_adjusts_what_stood", paper.drafted(cast), before)


# Services


@pytest.mark.clause("O3.2b")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {"code": "SV-ZR-02"}),
        ("service_code_once", {}),
        ("service_known_what", {"code": "SV-ZR-02", "what": "paper"}),
        ("service_is_named", {"code": "SV-ZR-02", "name": ""}),
        ("service_runs_forward", {"code": "SV-ZR-02", "in_force_until": TODAY}),
        ("service_begins_by_a_decision", {"code": "SV-ZR-02", "in_force_from": TODAY}),
        ("service_begins_by_a_decision", {"code": "SV-ZR-02", "county_code": "620422000000"}),
    ],
)
def test_a_service_begins_by_its_own_countys_decision(
    cast: Cast, guard: str, change: dict[str, object]
) -> None:
    insert(guard, services.admitted(cast), **change)


ENDING = "in_force_until = in_force_from + 9, ended_by_id = decision_id"


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", ENDING),
        ("service_ends_by_a_decision", "in_force_until = in_force_from + 9"),
        ("service_ends_by_a_decision", "in_force_until = '2026-12-01', ended_by_id = decision_id"),
        ("service_ends_by_a_decision", f"{ENDING}, name = '别的'"),
        ("service_runs_forward", "ended_by_id = decision_id"),
    ],
)
def test_a_service_stays_and_ends_by_a_decision(cast: Cast, guard: str, change: str) -> None:
    update(guard, services.admitted(cast), change)


def test_a_service_ends_once_and_no_certificate_is_adjusted_as_one(cast: Cast) -> None:
    row = services.admitted(cast)
    update("", row, ENDING)
    update("service_ends_by_a_decision", row, "in_force_until = in_force_from + 3, ended_by_id = decision_id")
    insert("proposal_covers_what_it_can", paper.drafted(cast, Kind.FILE), covers="services")
    insert("proposal_covers_what_it_can", paper.drafted(cast), covers="gifts")
    insert("", paper.drafted(cast, Kind.EXIT, item_code="ISS-ZQ-01"), covers="services")


# Questions


@pytest.mark.clause("H2.2b")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("question_while_asked", {"state": "question_answered"}),
        ("question_known_words", {"why": "friend"}),
        ("question_answer_is_whole", {"stance": "none"}),
        ("question_answer_is_whole", {"words": "同意"}),
        ("question_answer_is_whole", {"answered_by": "张主任"}),
        ("question_answer_is_whole", {"answered_on": TODAY}),
        ("question_weighed_with_reason", {"taken": True}),
        ("question_weighed_with_reason", {"taken_because": "好"}),
        ("question_asked_once", {}),
    ],
)
def test_a_new_question_is_open_and_asked_once(cast: Cast, guard: str, change: dict[str, object]) -> None:
    insert(guard, paper.consulting(cast).questions.order_by("pk")[0], **change)


SAYING = (
    "state = 'question_answered', stance = 'none', way = 'desk', answered_by = '张主任', answered_on = now()"
)


@pytest.mark.clause("H2.2b")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", SAYING),
        ("question_path", "due_on = due_on + 9"),
        ("question_path", SAYING + ", due_on = due_on + 9"),
        ("question_path", SAYING + ", why = 'reviewer'"),
        ("question_path", SAYING.replace("answered", "weighed", 1)),
        ("question_known_words", SAYING.replace("'desk'", "'dream'")),
        ("question_known_words", SAYING.replace("'none'", "'perhaps'") + ", words = '也许'"),
        ("question_answer_is_whole", SAYING.replace("'none'", "''")),
        ("question_answer_is_whole", SAYING.replace("'desk'", "''")),
        ("question_answer_is_whole", SAYING.replace("'张主任'", "''")),
        ("question_answer_is_whole", SAYING.replace("now()", "NULL")),
        ("question_answer_is_whole", SAYING.replace("'none'", "'opinion'")),
        ("", SAYING.replace("'none'", "'opinion'") + ", words = '写明条件'"),
        ("question_paper_is_scanned", SAYING.replace("'desk'", "'paper'")),
        ("", SAYING.replace("'desk'", "'paper'") + ", scan_id = %s"),
        ("question_paper_is_scanned", SAYING + ", scan_id = %s"),
        ("question_weighed_with_reason", SAYING + ", taken = true, taken_because = '好'"),
    ],
)
def test_an_answer_is_whole(cast: Cast, guard: str, change: str) -> None:
    question = paper.consulting(cast).questions.filter(why="township").order_by("pk")[0]
    update(guard, question, change.replace("%s", f"'{scan()}'"))


OPINION = SAYING.replace("'none'", "'opinion'") + ", words = '写明条件'"
WEIGHING = "state = 'question_weighed', taken = false, taken_because = '条件已有'"


@pytest.mark.clause("H2.2b")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", WEIGHING),
        ("", WEIGHING.replace("false", "true")),
        ("question_weighed_with_reason", WEIGHING.replace("'条件已有'", "''")),
        ("question_weighed_with_reason", WEIGHING.replace("false", "NULL")),
        ("question_path", WEIGHING + ", words = '没有意见'"),
        ("question_path", "words = '没有意见'"),
        ("question_path", "state = 'question_asked', stance = '', way = '', words = '', answered_by = ''"),
    ],
)
def test_an_answer_stays_and_is_weighed_with_a_reason(cast: Cast, guard: str, change: str) -> None:
    question = paper.consulting(cast).questions.order_by("pk")[0]
    update("", question, OPINION)
    update(guard, question, change)


def test_only_an_opinion_is_weighed_and_once(cast: Cast) -> None:
    silent, spoken = paper.consulting(cast).questions.order_by("pk")[:2]
    update("", silent, SAYING)
    update("question_weighed_with_reason", silent, WEIGHING)
    update("", spoken, OPINION)
    update("", spoken, WEIGHING)
    update("question_path", spoken, "taken = true")


@pytest.mark.clause("H2.2b")
def test_nobody_is_asked_or_answers_once_opinions_are_summed_up(cast: Cast) -> None:
    row = paper.consulting(cast)
    question = row.questions.order_by("pk")[0]
    update("", row, "state = 'proposal_meeting', summary = '没有答复'")
    update("question_while_asked", question, SAYING)
    insert("question_while_asked", question)


# Joint meetings


@pytest.mark.clause("H2.2c")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("joint_path", {"state": "joint_cancelled"}),
        ("joint_is_named", {"title": ""}),
        ("joint_is_named", {"place": ""}),
        ("joint_held_is_whole", {"presided_by": "高明远"}),
        ("joint_held_is_whole", {"ended_at": "2026-11-20T10:00:00+08:00"}),
    ],
)
def test_a_new_meeting_is_one_that_is_called(cast: Cast, guard: str, change: dict[str, object]) -> None:
    insert(guard, paper.called(cast, paper.meeting(cast)), **change)


HOLDING = "state = 'joint_held', minutes_id = %s, presided_by = '高明远', ended_at = now()"


@pytest.mark.clause("H2.2c")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", HOLDING),
        ("", HOLDING + ", held_on = held_on + 1"),
        ("", "state = 'joint_cancelled', ended_at = now()"),
        ("joint_held_is_whole", HOLDING.replace("%s", "NULL")),
        ("joint_held_is_whole", HOLDING.replace("'高明远'", "''")),
        ("joint_held_is_whole", HOLDING.replace("now()", "NULL")),
        ("joint_held_is_whole", "state = 'joint_cancelled'"),
        ("joint_path", "title = '第2次'"),
        ("joint_path", "state = 'joint_lost'"),
        ("joint_stays", HOLDING + ", title = '第2次'"),
        ("joint_stays", HOLDING + ", called_at = now()"),
        ("joint_stays", "state = 'joint_cancelled', ended_at = now(), held_on = held_on + 1"),
        ("joint_stays", "state = 'joint_cancelled', ended_at = now(), minutes_id = %s"),
    ],
)
def test_a_called_meeting_is_held_or_cancelled(cast: Cast, guard: str, change: str) -> None:
    meeting = paper.called(cast, paper.meeting(cast))
    update(guard, meeting, change.replace("%s", f"'{scan()}'"))


def test_a_meeting_that_was_held_stays(cast: Cast) -> None:
    meeting = paper.held(cast, paper.meeting(cast))
    for change in ("presided_by = '别人'", "state = 'joint_called'", "state = 'joint_cancelled'"):
        update("joint_path", meeting, change)
    with connection.cursor() as cursor:  # the path is asked first; behind it stands the list of states
        cursor.execute("SELECT conname FROM pg_constraint WHERE conname = 'joint_known_state'")
        assert cursor.fetchone()


@pytest.mark.clause("H2.2c")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {"no": 2, "other": True}),
        ("joint_item_no_once", {"other": True}),
        ("joint_item_once", {"no": 2}),
        ("joint_item_path", {"no": 2, "other": True, "conclusion": "approve"}),
    ],
)
def test_an_item_stands_once_on_an_agenda(cast: Cast, guard: str, change: dict[str, object]) -> None:
    item = paper.called(cast, paper.meeting(cast)).items.get()
    if change.pop("other", False):
        change["proposal_id"] = paper.meeting(cast, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR).pk
    insert(guard, item, **change)


@pytest.mark.clause("H2.2c")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", "conclusion = 'approve'"),
        ("", "conclusion = 'reject', words = '能查'"),
        ("", "conclusion = 'defer', words = '缺说明'"),
        ("joint_item_concluded", "conclusion = 'reject'"),
        ("joint_item_concluded", "conclusion = 'defer'"),
        ("joint_item_concluded", "conclusion = 'perhaps', words = '也许'"),
        ("joint_item_stays", "no = 9"),
    ],
)
def test_an_item_is_concluded_of_a_meeting_that_was_held(cast: Cast, guard: str, change: str) -> None:
    meeting = paper.called(cast, paper.meeting(cast))
    update("joint_item_path", meeting.items.get(), change)
    update("", meeting, HOLDING.replace("%s", f"'{scan()}'"))
    update(guard, meeting.items.get(), change)


def test_what_was_concluded_stays_and_nothing_joins_it(cast: Cast) -> None:
    meeting = paper.held(cast, paper.meeting(cast))
    item = meeting.items.get()
    update("joint_item_stays", item, "conclusion = 'reject', words = '改主意'")
    update("joint_item_stays", item, "words = '一致'")
    other = paper.meeting(cast, Kind.EXIT, item_code="ISS-ZQ-01", stop_on=NEW_YEAR)
    insert("joint_item_path", item, proposal_id=other.pk, no=2, conclusion="")


@pytest.mark.clause("H2.2b", "H2.2c")
def test_each_body_is_there_once_and_signs_only_if_it_came(cast: Cast) -> None:
    row = paper.meeting(cast)
    called = paper.called(cast, row)
    body, *_ = reviewers(row.county_code)
    columns = "id, meeting_id, body_id, present, signed_by"
    said = f"INSERT INTO admission_attendance ({columns}) VALUES (%s, %s, %s, %s, %s)"
    refuses("joint_attended_once_held", said, NEW, called.pk, body.pk, True, "李科长")
    execute(
        f"UPDATE admission_jointmeeting SET {HOLDING.replace('%s', repr(str(scan())))} WHERE id = %s",
        called.pk,
    )
    refuses("joint_signed_by_who_came", said, NEW, called.pk, body.pk, False, "李科长")
    execute(said, NEW, called.pk, body.pk, True, "")  # it came and did not sign
    refuses("joint_attends_once", said, called.pk, called.pk, body.pk, False, "")


# Rights


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.db_table)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}"])
def test_nothing_is_deleted(
    in_listed_database: None, db: None, statement: str, model: type[Proposal]
) -> None:
    refuses("permission denied", statement.format(model._meta.db_table))


def test_who_came_is_never_changed(cast: Cast) -> None:
    meeting = paper.held(cast, paper.meeting(cast), conclusion=Conclusion.APPROVE)
    update("permission denied", meeting.attendances.order_by("pk")[0], "signed_by = '别人'")
    assert meeting.attendances.count() == len(reviewers(meeting.county_code))


def test_every_constraint_of_the_models_is_tried_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    declared = {constraint.name for model in MODELS for constraint in model._meta.constraints}
    assert [name for name in sorted(declared) if name not in text] == []
