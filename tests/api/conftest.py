"""A program without an account, in the demonstration's world; a paper as a stranger has it."""

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.verification.conftest import Paper, paper
from tests.web.desk import desk_database, desks
from tests.world import World
from zhengyin.verification.counter import COUNTER

__all__ = ["Paper", "desk_database", "desks", "paper"]
ADDRESSES = itertools.count(1)


def address() -> str:
    """One nobody asked from before."""
    number = next(ADDRESSES)
    return f"10.{number // 256}.{number % 256}.7"


@dataclass
class Program:
    """Asks from an address of its own."""

    address: str = field(default_factory=address)

    def get(self, path: str, status: int = 200, /, **asked: Any) -> Any:
        """The answer, read."""
        return read(Client(REMOTE_ADDR=self.address).get(f"/api/v1/{path}", asked), status)

    def post(self, path: str, status: int = 200, /, **said: Any) -> Any:
        """The answer to a body."""
        return read(self.send(path, json.dumps(said)), status)

    def send(self, path: str, body: str | bytes) -> HttpResponse:
        """The answer as it came."""
        client = Client(REMOTE_ADDR=self.address)
        answer: HttpResponse = client.post(f"/api/v1/{path}", body, content_type="application/json")
        return answer


def read(answer: HttpResponse, status: int) -> Any:
    """Every answer is JSON, says 示例 in a demonstration, and opens no session."""
    said = json.loads(answer.content)
    assert answer.status_code == status, said
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert said["demonstration"] is True and "示例" in said["notice"]
    assert not answer.cookies
    return said


@pytest.fixture
def program(desks: World) -> Iterator[Program]:
    """One that has asked nothing yet."""
    yield Program()
    COUNTER.settle()
