"""All acts of one certificate through the served product, from the counter to the hand-over."""

import base64
import io
import re
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from uuid import UUID, uuid4

from bench.desk import Browser, logged_in
from bench.sealing import FOUR
from tests.web.walking import CHECKS, QUESTION, TYPED

EACH = 30  # certificates of a client; a sheet has 40 codes


@dataclass(frozen=True, slots=True)
class Desks:
    """The people of one committee and the codes of its custodian."""

    committee: UUID
    clerk: Browser
    director: Browser
    custodian: Browser
    codes: tuple[str, ...]


def measured(port: int) -> dict[str, float]:
    """Whole certificates a second, four clients on four committees."""
    places = [desks_of(village) for village in FOUR]
    with ProcessPoolExecutor(len(places)) as pool:
        began = time.perf_counter()
        runs = [pool.submit(client, port, place) for place in places]
        done = sum(run.result() for run in runs)
        took = time.perf_counter() - began
    return {"job_per_s": done / took}


def desks_of(village: str) -> Desks:
    """Log everybody in and print the custodian's sheet."""
    from tests.certificates import cast
    from zhengyin.people.actions.codesheet import new_sheet
    from zhengyin.people.models import Account
    from zhengyin.registers.queries import now

    keeper = cast.keeper(village)
    codes = new_sheet(account=Account.objects.get(username=keeper), at=now())
    people = (logged_in(name) for name in (f"{village}.clerk", f"{village}.director", keeper))
    return Desks(cast.VILLAGES[village], *people, codes)


def client(port: int, place: Desks) -> int:
    """Take certificates over the desks one after the other; return how many."""
    connection = HTTPConnection("127.0.0.1", port)
    for code in place.codes[:EACH]:
        over_the_desks(connection, place, code)
    return EACH


def over_the_desks(connection: HTTPConnection, place: Desks, code: str) -> None:
    """Apply, accept, verify, approve, prove who it is, seal, print, hand over."""
    case, here = uuid4(), f"/d/{place.committee}"
    clerk, at = place.clerk, f"{here}/cases/{case}"
    clerk.post(connection, f"{here}/cases", {**QUESTION, **TYPED, "case_id": case, "again": "yes"})
    clerk.post(connection, f"{at}/acceptance", {"identity_method": "document", "ties": "resident"})
    clerk.post(connection, f"{at}/verification-start", {})
    clerk.post(connection, f"{at}/checks", dict(CHECKS))
    clerk.post(connection, f"{at}/verification", {})
    decision = f"{here}/decisions/{case}"
    seen = SEEN.search(place.director.get(connection, decision))
    place.director.post(connection, f"{decision}/approval", {"kin": "no", "seen": seen and seen[1]})
    sealing = f"{here}/sealing/{case}"
    said = {"impressions": 2, "kin": "no"}
    going = place.custodian.post(connection, f"{sealing}/grant", {**said, "code": code})
    place.custodian.post(connection, going.split("?")[0] + "/seal", dict(said))
    place.custodian.post(connection, f"{at}/printing/copies", {})
    clerk.post(connection, f"{at}/delivery", {"how": "in_person", "recipient": "马桂花", "drawn": SIGNATURE})


SEEN = re.compile(r'name="seen" value="([0-9a-f]*)"')  # what the page shows is what is approved


def drawn() -> str:
    """A signature as the screen sends it."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (600, 200), "white").save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


SIGNATURE = drawn()
