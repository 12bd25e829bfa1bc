"""The register's page over a committee with 100,000 lines, as an officer's browser asks for it."""

import socket
import time
from datetime import datetime, timezone
from urllib.parse import urlencode
from uuid import UUID

from bench.verifying import read_answer

COUNT = 100_000
ROUNDS = 15  # each asks every address once
COMMITTEE, CLERK = "150623103203", "od.hrgt.clerk"  # a book that nothing else of the bench writes in


def prepared(owner_url: str) -> tuple[str, list[str]]:
    """Fill the book, log its clerk in; return the browser's cookies and the addresses to ask."""
    from tests.certificates.lines_many import Many, put_in
    from zhengyin.regions.models import Organization
    from zhengyin.regions.names import OrganizationKind, key_of
    from zhengyin.registers.queries import now

    at = now()
    owner = Organization.objects.get(key=key_of(OrganizationKind.COMMITTEE, COMMITTEE))
    first = datetime(at.year, 1, 1, tzinfo=timezone.utc)
    put_in(owner_url, Many(owner.pk, owner.county_code, at.year, COUNT, first, at))
    return logged_in(at), addresses(owner.pk, at.year)


def logged_in(at: datetime) -> str:
    """The cookies of a clerk behind both steps of the log-in."""
    from django.core.signing import TimestampSigner
    from django.test import Client

    from zhengyin.people import actions as people
    from zhengyin.people.models import Account
    from zhengyin.people.policy.factors import Factor
    from zhengyin.web.account import idle
    from zhengyin.web.account.entering import BACKEND
    from zhengyin.web.actors import SESSION

    account = Account.objects.get(username=CLERK)
    opened = people.open_session(
        account=account, factor=Factor.APP, device=None, address_prefix="127.0.0.0", at=at
    )
    client = Client()
    client.force_login(account, backend=BACKEND)
    session = client.session
    session[SESSION] = str(opened.id)
    session.save()
    seen = TimestampSigner(salt="zhengyin.seen").sign(str(opened.id))
    return f"sessionid={client.cookies['sessionid'].value}; {idle.COOKIE}={seen}"


def addresses(organization_id: UUID, year: int) -> list[str]:
    """First page, deep page both ways, every filter alone and all of them together."""
    from tests.certificates.lines_many import name_of, unit_of
    from zhengyin.web.search import FIND, found_by

    asked: list[dict[str, object]] = [
        {}, {"before": 50_000}, {"before": 120}, {"after": 1000}, {"late": 1},
        {"from": f"{year}-02-01", "until": f"{year}-02-28"},
        {"from": f"{year}-01-05", "until": f"{year}-01-05"},
        {FIND: found_by({"matter": "收养"})}, {FIND: found_by({"demanding_unit": "小学"})},
        {FIND: found_by({"demanding_unit": unit_of(3)})}, {FIND: found_by({"demanding_unit": "没有"})},
        {FIND: found_by({"handler": "马秀兰"})}, {FIND: found_by({"name": name_of(5)})},
        {FIND: found_by({"matter": "证明", "demanding_unit": "小学", "handler": "李", "name": name_of(50)}),
         "late": 1, "from": f"{year}-01-01"},
        {FIND: found_by({"matter": "证明", "demanding_unit": "第17", "handler": "李"}),
         "from": f"{year}-01-01"},
    ]  # fmt: skip
    here = f"/d/{organization_id}/register"
    return [f"{here}?{urlencode({'year': year, **one})}" for one in asked]


def measured(port: int, cookies: str, paths: list[str]) -> dict[str, float]:
    """Milliseconds of the page, from the first byte asked to the last one read; one client."""
    took: list[float] = []
    with socket.create_connection(("127.0.0.1", port)) as connection:
        for at in range(ROUNDS + 1):
            for path in paths:
                began = time.perf_counter()
                connection.sendall(
                    f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n\r\n".encode()
                )
                read_answer(connection)
                if at:  # the first round warms both processes
                    took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return {"register_ms_p50": took[len(took) // 2], "register_ms_p95": took[int(len(took) * 0.95)]}
