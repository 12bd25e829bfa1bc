"""How often a network may ask; whoever is behind the trusted proxy, whatever the browser calls itself."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from tests.api.conftest import address
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.shared.refusal import Refused
from zhengyin.verification.actions import count_question
from zhengyin.verification.counter import COUNTER
from zhengyin.verification.limits import QUESTIONS
from zhengyin.verification.models import Seen
from zhengyin.verification.queries import prefix_index

PATH = "/api/v1/unit-classes"


def asked_by(where: str, count: int, ago: timedelta = timedelta()) -> None:
    seen = Seen(kind=QUESTIONS.kind, prefix=prefix_index(where), seen_at=now() - ago)
    Seen.objects.bulk_create(
        Seen(kind=seen.kind, prefix=seen.prefix, seen_at=seen.seen_at) for _ in range(count)
    )


def test_too_many_questions_are_told_when_to_come_back(desks: World) -> None:
    where = address()
    asked_by(where, QUESTIONS.most)
    answer = Client(REMOTE_ADDR=where).get(PATH, headers={"User-Agent": "another"})
    assert (answer.status_code, answer["Retry-After"]) == (429, "600")
    said = json.loads(answer.content)
    assert (
        said["code"] == "too_many_questions" and "先停10分钟" in said["message"] and "示例" in said["notice"]
    )
    assert Client(REMOTE_ADDR=where).get("/api/v1/nothing").status_code == 429
    assert Client(REMOTE_ADDR=address()).get(PATH).status_code == 200
    COUNTER.settle()


def test_one_fewer_or_long_ago_is_not_too_many(desks: World) -> None:
    where = address()
    asked_by(where, QUESTIONS.most - 1)
    asked_by(where, 5, QUESTIONS.within)
    count_question(address=where, at=now())
    asked_by(where, 1)
    with pytest.raises(Refused):
        count_question(address=where, at=now())
    COUNTER.settle()


def test_what_a_stranger_writes_into_a_header_counts_for_nothing(desks: World) -> None:
    where, elsewhere = address(), address()
    asked_by(where, QUESTIONS.most)
    forged = {"X-Forwarded-For": elsewhere}
    assert Client(REMOTE_ADDR=where).get(PATH, headers=forged).status_code == 429


def test_a_question_is_counted_a_refused_one_is_not(desks: World) -> None:
    where = address()
    Client(REMOTE_ADDR=where).get(PATH)
    COUNTER.settle()
    assert Seen.objects.filter(prefix=prefix_index(where)).count() == 1
    asked_by(where, QUESTIONS.most)
    Client(REMOTE_ADDR=where).get(PATH)
    COUNTER.settle()
    assert Seen.objects.filter(prefix=prefix_index(where)).count() == QUESTIONS.most + 1


def test_guessing_papers_is_limited_as_on_the_pages(desks: World) -> None:
    from zhengyin.verification.limits import MISSES

    where = address()
    prefix = prefix_index(where)
    Seen.objects.bulk_create(Seen(kind=MISSES.kind, prefix=prefix, seen_at=now()) for _ in range(MISSES.most))
    said = {"number": "1号", "check_code": "ABCD2345ABCD"}
    answer = Client(REMOTE_ADDR=where).post("/api/v1/verifications", said, content_type="application/json")
    assert (answer.status_code, answer["Retry-After"]) == (429, "600")
    assert answer.json()["code"] == "too_many_misses"
    COUNTER.settle()
