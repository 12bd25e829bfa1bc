"""What the database refuses, tried by raw SQL as the application's role; the near miss passes."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, models

from tests.admission.cast import AT
from tests.certificates.attempts import execute, refuses
from tests.consultation import paper
from tests.consultation.paper import DUE_ON, ITEMS, LATER, LIAISON, NONE, OPINION
from tests.seals.cast import Cast
from zhengyin.consultation import actions
from zhengyin.consultation.kinds import Part
from zhengyin.consultation.models import (
    Addressee,
    Clause,
    Consultation,
    Enclosure,
    ListedItem,
    Opinion,
    Reply,
    TakenUp,
)
from zhengyin.consultation.queries.facts import latest_of
from zhengyin.shared.days import start_of

NEW = UUID("00000000-0000-4000-8000-000000000001")
MODELS = (Consultation, Enclosure, Clause, Addressee, Reply, Opinion, ListedItem, TakenUp)
NOW = f"'{LATER.isoformat()}'"


def insert(guard: str, row: models.Model, **change: object) -> None:
    """The same row once more with these things changed; an empty guard: it goes in."""
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE id = %s", [row.pk])
        names = [column.name for column in cursor.description]
        values = dict(zip(names, cursor.fetchone(), strict=True)) | {"id": NEW} | change
    places = ", ".join(["%s"] * len(values))
    attempt(guard, f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", *values.values())


def update(guard: str, row: models.Model, change: str) -> None:
    """One row by hand."""
    attempt(guard, f"UPDATE {row._meta.db_table} SET {change} WHERE id = %s", row.pk)


def attempt(guard: str, statement: str, *values: object) -> None:
    if guard:
        refuses(guard, statement, *values)
    else:
        execute(statement, *values)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("consultation_path", {"state": "consultation_asking"}),
        ("consultation_is_named", {"title": "关于证明的意见"}),  # never without 征求意见稿
        ("consultation_is_named", {"text": ""}),
        ("consultation_is_named", {"contact": ""}),
        ("consultation_is_named", {"telephone": ""}),
        ("consultation_sent_is_whole", {"sent_at": AT}),
        ("consultation_sent_is_whole", {"due_on": DUE_ON}),
        ("consultation_closed_then_published", {"closed_at": AT}),
        ("consultation_closed_then_published", {"published_at": AT}),
        ("consultation_cancelled_with_reason", {"cancelled_at": AT}),
        ("consultation_cancelled_with_reason", {"cancelled_because": "不办"}),
    ],
)
def test_a_new_one_is_a_draft(cast: Cast, guard: str, change: dict[str, object]) -> None:
    insert(guard, paper.drafted(cast), **change)


SENT = f"state = 'consultation_asking', sent_at = {NOW}, due_on = '{DUE_ON}'"
CANCELLED = f"state = 'consultation_cancelled', cancelled_at = {NOW}, cancelled_because = '不办'"
CLOSED = f"state = 'consultation_weighing', closed_at = {NOW}"


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", "title = '另一份（征求意见稿）', text = '话'"),
        ("consultation_path", "state = 'consultation_lost'"),
        ("consultation_stays", "drafted_at = now()"),
        ("consultation_stays", "county_code = '620422000000'"),
        ("consultation_sent_to_somebody", SENT),
        ("consultation_path", CLOSED),
        ("", CANCELLED),
        (
            "consultation_cancelled_with_reason",
            "state = 'consultation_cancelled', cancelled_because = '不办'",
        ),
        ("consultation_cancelled_with_reason", f"state = 'consultation_cancelled', cancelled_at = {NOW}"),
        ("consultation_stays", f"{CANCELLED}, text = '别的'"),
    ],
)
def test_a_draft_by_hand(cast: Cast, guard: str, change: str) -> None:
    update(guard, paper.drafted(cast), change)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", CLOSED),
        ("consultation_stays", f"{CLOSED}, title = '另一份（征求意见稿）'"),
        ("consultation_stays", f"{CLOSED}, due_on = due_on - 1"),
        ("consultation_open_until_due", f"state = 'consultation_weighing', closed_at = '{AT.isoformat()}'"),
        ("consultation_closed_then_published", "state = 'consultation_weighing'"),
        ("consultation_path", "text = '别的'"),
        ("consultation_path", "state = 'consultation_draft', sent_at = NULL, due_on = NULL, due_time = NULL"),
        ("consultation_path", f"state = 'consultation_published', published_at = {NOW}"),
        ("", CANCELLED),
    ],
)
def test_what_was_sent_by_hand(cast: Cast, guard: str, change: str) -> None:
    update(guard, paper.sent(cast), change)


@pytest.mark.parametrize("seconds, guard", [(-1, "consultation_open_until_due"), (0, "")])
def test_the_database_counts_the_deadline_as_the_rules_do(cast: Cast, seconds: int, guard: str) -> None:
    row = paper.sent(cast, due_time=None)
    at = start_of(DUE_ON + timedelta(days=1)) + timedelta(seconds=seconds)
    update(guard, row, f"state = 'consultation_weighing', closed_at = '{at.isoformat()}'")


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", f"state = 'consultation_published', published_at = {NOW}"),
        ("consultation_closed_then_published", "state = 'consultation_published'"),
        ("consultation_stays", f"state = 'consultation_published', published_at = {NOW}, closed_at = now()"),
        ("consultation_path", "state = 'consultation_asking', closed_at = NULL"),
    ],
)
def test_what_was_closed_by_hand(cast: Cast, guard: str, change: str) -> None:
    update(guard, paper.closed(cast, paper.sent(cast)), change)


def test_nothing_happens_to_what_is_published(cast: Cast) -> None:
    row = paper.published(cast, paper.closed(cast, paper.sent(cast)))
    update("consultation_path", row, CANCELLED)
    update("consultation_path", row, "title = '另一份（征求意见稿）'")


def clause(cast: Cast) -> Clause:
    return Clause(consultation=paper.drafted(cast), no=1, mark="一、", heading="目标", words="话")


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("", {"heading": ""}),
        ("", {"words": ""}),
        ("clause_says_something", {"heading": "", "words": ""}),
        ("clause_says_something", {"mark": ""}),
        ("clause_no_once", {"no": 2}),
    ],
)
def test_clauses(cast: Cast, guard: str, change: dict[str, Any]) -> None:
    first = clause(cast)
    first.no = 2
    first.save()
    insert(guard, first, **{"no": 1, **change})


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("addressee_is_known", {"name": ""}),
        ("addressee_path", {"state": "addressee_answered"}),
        ("addressee_path", {"state": "addressee_lost"}),
        ("addressee_no_once", {"no": 1}),
        ("addressee_asked_once", {"name": "甲局"}),
        ("addressee_body_asked_once", {"body_id": paper.OTOG}),
    ],
)
def test_units(cast: Cast, guard: str, change: dict[str, Any]) -> None:
    row = Addressee.objects.create(
        consultation=paper.drafted(cast), no=1, body_id=paper.OTOG, name="甲局", state="addressee_asked"
    )
    insert(guard, row, **{"no": 2, "body_id": None, "name": "乙局", **change})


def test_clauses_units_and_enclosures_are_set_before_it_is_sent(cast: Cast) -> None:
    row, guard = paper.drafted(cast), "consultation_parts_before_sending"
    city = cast.actor("od_city")
    kept = actions.enclose(consultation_id=row.pk, title="附表", file_id=paper.scan(), actor=city, at=AT)
    gone = actions.enclose(consultation_id=row.pk, title="旧表", file_id=paper.scan(), actor=city, at=AT)
    insert("enclosure_named_once", kept)
    insert("enclosure_is_named", kept, title="")
    update("enclosure_stays", kept, "title = '别的'")
    update("", gone, "left_out = true")
    update("enclosure_stays", gone, "left_out = false")
    said: dict[str, Any] = {"bodies": (), "others": ("甲局",), "due_on": DUE_ON, "due_time": None}
    actions.send(consultation_id=row.pk, **said, actor=city, at=AT)
    clause, unit = Clause.objects.get(consultation=row, no=1), Addressee.objects.get(consultation=row)
    insert(guard, clause, no=9)
    insert(guard, unit, no=9, name="乙局")
    insert(guard, kept, title="新表")
    update("enclosure_stays", kept, "left_out = true")
    update("addressee_path", unit, "name = '乙局'")
    update("", unit, "state = 'addressee_answered'")
    update("addressee_path", unit, "state = 'addressee_asked'")


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("reply_known_words", {"part": "mood"}),
        ("reply_known_words", {"stance": "maybe"}),
        ("reply_known_words", {"way": "bird"}),
        ("reply_known_words", {"answered_by": ""}),
        ("reply_liaison_is_whole", {"liaison": "李", "telephone": "1"}),
        ("reply_paper_is_scanned", {"way": "paper"}),
        ("reply_no_once", {"no": 1}),
        ("reply_late_is_marked", {"late": True}),
        ("reply_late_is_marked", {"recorded_at": LATER}),
        ("reply_stays_once_due", {"recorded_at": LATER, "late": True}),
        ("", {"part": "items", "recorded_at": LATER, "late": True}),
        ("reply_late_is_marked", {"way": "paper", "answered_on": DUE_ON + timedelta(days=1)}),
    ],
)
def test_replies(cast: Cast, guard: str, change: dict[str, Any]) -> None:
    row = paper.sent(cast)
    paper.answer(row, NONE)
    insert(guard, reply(row), **{"no": 2, **change})


def reply(row: Consultation, part: Part = Part.OPINIONS) -> Reply:
    found = latest_of(paper.unit(row).pk, part)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("reply_liaison_is_whole", {"liaison": ""}),
        ("reply_liaison_is_whole", {"telephone": ""}),
        ("reply_liaison_is_whole", {"stance": "none"}),
        ("reply_paper_is_scanned", {"scan_id": "scan"}),
    ],
)
def test_a_liaison(cast: Cast, guard: str, change: dict[str, Any]) -> None:
    row = paper.sent(cast)
    paper.answer(row, LIAISON)
    change = {key: paper.scan() if one == "scan" else one for key, one in change.items()}
    insert(guard, reply(row, Part.LIAISON), **{"no": 2, **change})


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {"clause_id": None}),
        ("clause_opinion_says_something", {"clause_id": None, "words": ""}),
        ("clause_opinion_once", {}),
        ("clause_opinion_path", {"clause_id": None, "state": "clause_opinion_weighed", "taken": True}),
        ("clause_opinion_weighed_with_reason", {"clause_id": None, "taken": True}),
        ("clause_opinion_of_its_own", {"clause_id": "another"}),
    ],
)
def test_opinions(cast: Cast, guard: str, change: dict[str, Any]) -> None:
    row, other = paper.sent(cast), paper.sent(cast, "hn_lead", paper.HUINING)
    paper.answer(row, paper.Said(**_one_opinion()))
    if change.get("clause_id") == "another":
        change = {"clause_id": other.clauses.get(no=1).pk}
    insert(guard, Opinion.objects.get(), **change)


def _one_opinion() -> dict[str, Any]:
    return {"answered_by": "张主任", "stance": OPINION.stance, "opinions": ((1, "改"),)}


WEIGHED = "state = 'clause_opinion_weighed', taken = true, because = '有理'"


def test_opinions_are_weighed_between_closing_and_publication(cast: Cast) -> None:
    row = paper.sent(cast)
    paper.answer(row, OPINION)
    one = Opinion.objects.filter(clause__isnull=False).get()
    update("clause_opinion_path", one, WEIGHED)
    paper.closed(cast, row)
    update("clause_opinion_path", one, "words = '别的'")
    update("clause_opinion_path", one, f"{WEIGHED}, words = '别的'")
    update("clause_opinion_weighed_with_reason", one, WEIGHED.replace("'有理'", "''"))
    update("clause_opinion_weighed_with_reason", one, WEIGHED.replace("true", "NULL"))
    update("", one, WEIGHED)
    update("", one, WEIGHED.replace("true", "false"))
    paper.weighed(cast, row)
    paper.published(cast, row)
    update("clause_opinion_path", one, WEIGHED)
    insert("said_with_its_part", one, clause_id=None, state="clause_opinion_given", taken=None, because="")


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("listed_item_is_named", {"name": ""}),
        ("listed_item_is_named", {"class_of_use": "fun"}),
        ("listed_item_no_once", {"no": 1}),
        ("said_with_its_part", {"reply_id": "opinions"}),
        ("said_with_its_part", {"reply_id": "none"}),
    ],
)
def test_items(cast: Cast, guard: str, change: dict[str, Any]) -> None:
    row = paper.sent(cast)
    for said in (ITEMS, OPINION):
        paper.answer(row, said)
    paper.answer(row, NONE, "市司法局（示例）")
    of = {"opinions": reply(row).pk, "none": Reply.objects.get(stance="none").pk}
    change = {key: of.get(one, one) if key == "reply_id" else one for key, one in change.items()}
    insert(guard, ListedItem.objects.get(no=1), **{"no": 3, **change})


def test_a_list_becomes_drafts_once_it_stands(cast: Cast) -> None:
    row, other = paper.sent(cast), paper.sent(cast, "hn_lead", paper.HUINING)
    paper.answer(row, ITEMS)
    paper.answer(other, ITEMS)
    paper.closed(cast, row)
    made = paper.take_up(paper.items(row)[0], cast.actor("od_lead"))
    insert("listed_item_taken_up_once", made)
    insert("taken_up_once_closed", made, item_id=paper.items(other)[0].pk)
    insert("", made, county_code="150602000000")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_nothing_is_deleted(cast: Cast, model: type[models.Model]) -> None:
    for statement in (f"DELETE FROM {model._meta.db_table}", f"TRUNCATE {model._meta.db_table} CASCADE"):
        refuses("permission denied", statement)


@pytest.mark.parametrize("model", [Clause, Reply, ListedItem, TakenUp], ids=lambda model: model.__name__)
def test_what_was_said_is_not_rewritten(cast: Cast, model: type[models.Model]) -> None:
    refuses("permission denied", f"UPDATE {model._meta.db_table} SET id = id")


def test_every_guard_is_tried() -> None:
    said = Path(__file__).read_text(encoding="utf-8")
    guards = [one.name for model in MODELS for one in model._meta.constraints]
    assert [name for name in guards if f'"{name}"' not in said] == []
