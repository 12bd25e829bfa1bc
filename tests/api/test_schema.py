"""Nothing a program may send breaks an answer, and every answer is as the document says.

Requests are made up from the document itself: good ones and bad ones, the same on every run.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from config.wsgi import application
from tests.api.conftest import address
from tests.web.conftest import LIJIAWAN
from tests.world import World
from zhengyin.api.document import document
from zhengyin.verification.counter import COUNTER

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance, unsupported_method,
]  # fmt: skip
REAL = {"code": LIJIAWAN, "item": "ISS-ZQ-01"}  # made-up codes meet no committee
Start = Callable[..., Any]
Operation = APIOperation[Any, Any, Any, Any]


def from_everywhere(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    """Each request from an address of its own (limits have tests of their own), and not compressed."""
    said = {**environ, "REMOTE_ADDR": address(), "HTTP_ACCEPT_ENCODING": "identity"}
    return cast(Iterable[bytes], application(said, start))


@pytest.fixture(autouse=True)
def one_transaction(desks: World) -> Iterator[None]:
    """As Django's own client does: the end of a request closes no connection that is in a transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    COUNTER.settle()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def operations() -> list[Operation]:
    schema = schemathesis.openapi.from_dict(document())
    schema.app = from_everywhere
    return [found.ok() for found in schema.get_all_operations()]


OPERATIONS = operations()


def test_every_address_of_the_document_is_tried() -> None:
    assert {one.label for one in OPERATIONS} == {
        f"{method.upper()} {path}" for path, methods in document()["paths"].items() for method in methods
    }
    assert len(OPERATIONS) == 5


def can_be_wrong(operation: Operation) -> bool:
    """An address that takes nothing cannot be given anything wrong."""
    return bool(list(operation.query) or list(operation.path_parameters) or list(operation.body))


def tries() -> Iterator[Any]:
    """Every address in every way: a real village where one is named, wrong where something is taken."""
    for operation in OPERATIONS:
        for mode, way in ((GenerationMode.POSITIVE, "good"), (GenerationMode.NEGATIVE, "bad")):
            if mode is GenerationMode.NEGATIVE and not can_be_wrong(operation):
                continue
            yield pytest.param(operation, mode, False, id=f"{operation.label} {way}, any code")
            if list(operation.path_parameters):
                yield pytest.param(operation, mode, True, id=f"{operation.label} {way}, a real village")


@pytest.mark.parametrize("operation, mode, real", list(tries()))
def test_no_request_breaks_an_answer(operation: Operation, mode: GenerationMode, real: bool) -> None:
    names = {one.name for one in operation.path_parameters}
    fixed = {name: REAL[name] for name in names} if real else None

    @given(operation.as_strategy(mode, path_parameters=fixed))
    @settings(derandomize=True, max_examples=25, deadline=None, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    def tried(case: Case) -> None:
        case.call_and_validate(checks=CHECKS)

    tried()
