"""The register's page over a committee with 100,000 lines, as an officer's browser asks for it."""

import time
from http.client import HTTPConnection
from urllib.parse import urlencode
from uuid import UUID

from bench.desk import Browser

ROUNDS = 15  # each asks every address once
CLERK = "od.mg.clerk"  # of the committee that was filled


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


def measured(port: int, browser: Browser, paths: list[str]) -> dict[str, float]:
    """Milliseconds of the page, from the first byte asked to the last one read; one client."""
    connection, took = HTTPConnection("127.0.0.1", port), list[float]()
    for at in range(ROUNDS + 1):
        for path in paths:
            began = time.perf_counter()
            browser.get(connection, path)
            if at:  # the first round warms both processes
                took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return {"register_ms_p50": took[len(took) // 2], "register_ms_p95": took[int(len(took) * 0.95)]}
