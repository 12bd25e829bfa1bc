"""A committee with one resident and one official whose numbers are known, and all that was seen of it.

The walk commits, so that the dump of the database holds it; it happens once for the tests that look at it.
"""

import io
import itertools
import logging
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse

from tests import harness
from tests.architecture import test_looking as looking
from tests.documents.reading import picture_of
from tests.web import walking
from tests.web.apply import test_apply as online
from tests.web.desk import LIJIAWAN, Officer
from tests.web.handler.test_refuse import ASKED, SAID
from tests.web.walking import Walk
from tests.world import World, put_files
from zhengyin.admission.models import Question
from zhengyin.certificates.workflow import State
from zhengyin.cleanup.models import RoundUnit
from zhengyin.cli.hourly import sweep_all
from zhengyin.consultation.models import Addressee, Consultation, Enclosure
from zhengyin.documents import files, qr
from zhengyin.registers.actions import publish_checkpoint
from zhengyin.registers.queries import now
from zhengyin.web.admission.links import link_of
from zhengyin.web.cleanup.links import link_of as link_of_unit
from zhengyin.web.consultation.links import token_of
from zhengyin.web.doors import PUBLIC, door_of
from zhengyin.web.logs import Discreet

NUMBER, PHONE = "620422197103150261", "13909437284"  # of the resident, who is applicant, certified and proxy
OFFICIAL, OFFICIAL_PHONE = "620422198407290209", "13693658152"
VILLAGE = "620422115203"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request was answered: headers, cookies and body; `name` is the address's name."""

    name: str
    method: str
    status: int
    data: bytes


@dataclass
class Watched:
    """Everything anybody saw, and everything that was left lying about."""

    home: Path
    answers: list[Answer] = field(default_factory=list)
    revealed: UUID = field(default_factory=uuid4)
    logs: str = ""
    server_log: bytes = b""
    dump: bytes = b""

    def record(self, request: dict[str, Any], answer: Any) -> None:
        data = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if answer.streaming:
            answer.streaming_content = iter([data])
        name = ""
        with suppress(Resolver404):
            name = resolve(request["PATH_INFO"]).url_name or ""
        head = "\n".join([*(f"{key}: {value}" for key, value in answer.items()), answer.cookies.output()])
        for part in (head.encode(), data):  # a body is known by how it begins
            self.answers.append(Answer(name, request["REQUEST_METHOD"], answer.status_code, part))


@contextmanager
def recording(home: Path, patch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """Watch every request, every log line, the folders and the database's own log."""
    watched, written, original = Watched(home), io.StringIO(), Client.request
    (home / "temporary").mkdir()
    patch.setenv("TMPDIR", str(home / "temporary"))
    patch.setattr(tempfile, "tempdir", str(home / "temporary"))
    for name in ("FILES_DIR", "CHECKPOINTS_FILE", "CHECKPOINT_KEY_FILE"):
        patch.setattr(settings, name, home / Path(getattr(settings, name)).name)
    put_files(home)

    def request(client: Client, **asked: Any) -> Any:
        answer = original(client, **asked)
        watched.record(asked, answer)
        return answer

    patch.setattr(Client, "request", request)
    handler = logging.StreamHandler(written)
    handler.setFormatter(Discreet())
    root, level = logging.getLogger(), logging.getLogger().level
    server_log = harness.CLUSTER.where.data / "server.log"
    size = server_log.stat().st_size
    root.addHandler(handler)
    root.setLevel(logging.INFO)  # more than the product writes
    yield watched
    root.removeHandler(handler)
    root.setLevel(level)
    watched.logs = written.getvalue()
    with server_log.open("rb") as log:
        log.seek(size)
        watched.server_log = log.read()


def watch(world: World, home: Path, patch: pytest.MonkeyPatch) -> Watched:
    """Let the resident go every way and the officials look at everything."""
    patch.setitem(walking.TYPED, "f_subject_identity", NUMBER)
    patch.setitem(walking.TYPED, "phone", PHONE)
    with recording(home, patch) as watched:
        cases = looking.a_case_in_each_state(world)
        looking.deliberate(cases[State.VERIFIED].case)
        looking.admit(world)
        looking.consult(world)
        looking.clean_up(world)
        as_others(cases[State.APPLIED])
        from_home()
        appoint(cases[State.APPLIED].director)
        watched.revealed = cases[State.ACCEPTED].case
        cases[State.ACCEPTED].handler.post("handler-reveal", watched.revealed, status=200, purpose="call")
        look_at_everything(world, cases)
        mistaken_addresses()
        publish_checkpoint(at=now())
        sweep_all(now())
    watched.dump = dumped(world.database)
    return watched


def as_others(walk: Walk) -> None:
    """By another, for the dead, through a proxy; refused at the counter; sent back with a mistake in it."""
    person = {
        "applicant": "other",
        "applicant_name": "李得福",
        "applicant_identity": NUMBER,
        "relation": "丈夫",
    }
    proxy = {"proxy_name": "李建国", "proxy_phone": PHONE}
    for more in (person, {**person, "deceased": "on"}, {**person, **proxy}):
        walk.handler.post(
            "handler-register",
            **{**walking.QUESTION, **walking.TYPED, **more},
            case_id=str(uuid4()),
            again="yes",
        )
    walk.handler.post("handler-refuse-demand", **{**ASKED, **SAID, "phone": PHONE}, case_id=str(uuid4()))
    wrong = {**walking.QUESTION, **walking.TYPED, "copies": "0", "case_id": str(uuid4())}
    walk.handler.post("handler-register", status=422, **wrong)


def from_home() -> None:
    """The resident's own way: question by question, sent, looked up."""
    said = {"who": {**online.SAID["who"], "identity": NUMBER, "phone": PHONE}}
    sent = online.sent(
        online.walked(**said, **{"comes": {"comes": "proxy", "name": "张建国", "phone": PHONE}})
    )
    Client().post("/track/", {"code": online.heading(sent), "tail": PHONE[-4:]})


def appoint(director: Officer) -> None:
    """An official's number and telephone, entered by the director."""
    director.post(
        "offices-appoint", LIJIAWAN, "handler", name="王五一", identity=OFFICIAL, phone=OFFICIAL_PHONE,
        since="2026-02-01", standing="regular", document="两委会议记录第3号",
    )  # fmt: skip


def every_page(resolver: URLResolver, before: tuple[str, ...] = ()) -> Iterator[tuple[looking.Page, bool]]:
    """Each address by name, and whether it is open to everybody."""
    for pattern in resolver.url_patterns:
        parts = (*before, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            yield from every_page(pattern, parts)
        elif isinstance(pattern, URLPattern) and (door := door_of(pattern.callback)):
            yield looking.Page(pattern.name or "", parts), door.open is PUBLIC


def look_at_everything(world: World, cases: dict[State, Walk]) -> None:
    """Every address by GET: the public ones as nobody, all others as each of the cast."""
    printing, sealed = cases[State.SEALED], cases[State.SEALED].row
    printing.custodian.post("committee-print", printing.case)  # the file opens for whoever prints it
    assert sealed.document_id
    address = qr.read(picture_of(files.get(sealed.document_id)))[0]
    token = address.rsplit("/", 1)[1]
    questions = Question.objects.order_by("pk")[:3]
    links = [link_of(one.pk).rsplit("/", 1)[1] for one in questions]
    links += [token_of(one.pk) for one in Addressee.objects.filter(body=None).order_by("pk")]
    links += [link_of_unit(one.pk).rsplit("/", 1)[1] for one in RoundUnit.objects.order_by("pk")[:3]]
    public = {
        "code": [VILLAGE], "item": [walking.ITEM], "token": [token, *links], "rest": ["none/such"],
        "key": ["huining_demonstration"], "sheet": ["a3", "a4"], "result_id": looking.ids(Consultation, 9),
        "enclosed_id": looking.ids(Enclosure),
    }  # fmt: skip
    shown = list(every_page(get_resolver()))
    filled = {**looking.fillings(cases, LIJIAWAN), **public}
    for page in (page for page, is_public in shown if is_public):
        look(Client(), page, filled)
    for username, at in looking.CAST.items():
        who, filled = Officer(world, username, at), looking.fillings(cases, at)
        for page in (page for page, is_public in shown if not is_public):
            look(who.client, page, filled)


def look(client: Client, page: looking.Page, filled: dict[str, list[object]]) -> None:
    """One page at everything that may stand in its address; a shut door is shut for every case."""
    for parts in itertools.product(*(filled[part] for part in page.parts)):
        answer = client.get(reverse(page.name, kwargs=dict(zip(page.parts, parts, strict=True))))
        if answer.status_code in (403, 405):
            return


def mistaken_addresses() -> None:
    """Somebody types the number where an address belongs."""
    for address in (f"/c/{NUMBER}", f"/v/{NUMBER}", f"/nowhere/{PHONE}", f"/track/?code={NUMBER}"):
        Client().get(address)


def dumped(database: str) -> bytes:
    """The whole database as pg_dump writes it."""
    program = harness.CLUSTER._binaries() / "pg_dump"
    url = harness.CLUSTER.superuser_url(database)
    return subprocess.run([str(program), "--dbname", url], capture_output=True, check=True).stdout
