"""How long a year of 10,000 certificates takes to close, with its package, and to be checked.

A thousand papers are really signed, each named by ten lines: what a paper costs is paid a thousand times in
the package, and the lines of the register all bear a digest.
"""

import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from tests.certificates import cast
from tests.certificates.lines_many import Many, Prepared, _delivered, _sealed, put_book
from zhengyin.documents import files
from zhengyin.people.models import Account
from zhengyin.registers.queries import now
from zhengyin.shared.days import SHANGHAI, day_of

COUNT, PAPERS = 10_000, 1000
COUNTY = "620422000000"
GUARDS = ("ledger_entry", "ledger_book", "ledger_personal")


def measured(owner_url: str) -> dict[str, float]:
    """Seconds from the director's act to the signed list; to write the ZIP; to check it."""
    from zhengyin.archive import actions
    from zhengyin.archive.packing.stream import zipped
    from zhengyin.archive.policy import Filing
    from zhengyin.registers.actions import publish_checkpoint
    from zhengyin.registers.package.checking import check
    from zhengyin.supervision.actions import sign_month
    from zhengyin.supervision.months import Month

    year, place = day_of(now()).year - 1, cast.LIJIAWAN
    filled(owner_url, place, year)
    who = {name: cast.officer(f"hn.ljw.{name}") for name in ("custodian", "supervisor", "director")}
    for month in range(1, 13):
        sign_month(
            organization_id=place, month=Month(year, month), note="", actor=who["supervisor"], at=now()
        )
    actions.prepare(organization_id=place, year=year, filing=Filing(), actor=who["custodian"], at=now())
    actions.sign(organization_id=place, year=year, actor=who["supervisor"], at=now())
    publish_checkpoint(at=now())
    began = time.perf_counter()
    actions.close(organization_id=place, year=year, actor=who["director"], at=now())
    while not actions.make_parts(organization_id=place, year=year, actor=who["custodian"], at=now()).whole:
        pass
    row = actions.pack(organization_id=place, year=year, actor=who["custodian"], at=now())
    closed = time.perf_counter() - began
    path = Path(tempfile.mkdtemp()) / "package.zip"
    began = time.perf_counter()
    with path.open("wb") as file:
        file.writelines(zipped(row))
    taken = time.perf_counter() - began
    began = time.perf_counter()
    report = check(path)
    checked = time.perf_counter() - began
    size = path.stat().st_size / 1e6
    path.unlink()
    if not report.whole:
        raise SystemExit(
            f"the package is not whole: {[one.words for one in report.checks if not one.ok][:5]}"
        )
    return {
        "archive_close_s": closed,
        "archive_check_s": checked,
        "archive_taken_s": taken,
        "archive_mb": size,
    }


def filled(owner_url: str, place: UUID, year: int) -> None:
    """A year of the committee's register and journal, each line with a paper."""
    import psycopg

    first = datetime(year, 1, 1, tzinfo=SHANGHAI)
    last = datetime(year + 1, 1, 1, tzinfo=SHANGHAI) - timedelta(hours=1)
    many, subjects = Many(place, COUNTY, year, COUNT, first, last), [uuid4() for _ in range(COUNT)]
    digests = papers(place)
    with psycopg.connect(owner_url) as connection:
        for table in GUARDS:
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        put_book(connection, many, "certificates", named(_sealed(many, subjects), digests))
        put_book(connection, many, "journal", _delivered(many, subjects))
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in GUARDS:
            connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def named(lines: Iterator[Prepared], digests: list[str]) -> Iterator[Prepared]:
    """The same lines, each with the digest of a paper."""
    for at, (fields, personal) in enumerate(lines):
        yield {**fields, "document_digest": digests[at % len(digests)]}, personal


def papers(place: UUID) -> list[str]:
    """Certificates of one page, typeset once, each signed by itself and kept."""
    from django.conf import settings

    from zhengyin.certificates.models import Certificate
    from zhengyin.documents import signing
    from zhengyin.seals import queries as seals

    at = now()
    sealed = Certificate.objects.get(pk=cast.delivered("hn.ljw"))
    assert sealed.document is not None and Account.objects.exists()
    base = files.get(sealed.document_id).rsplit(b"%%EOF", 2)[0] + b"%%EOF\n"
    credential = seals.signer_for(place, at)
    found = []
    for number in range(PAPERS):
        pdf = signing.sign(
            base, credential, passphrase=settings.SIGNING_PASSPHRASE, at=at + timedelta(seconds=number)
        )
        kept = files.put(
            data=pdf, content_type="application/pdf", purpose="certificate", owner=place, county_code=COUNTY,
            at=at,
        )  # fmt: skip
        found.append(kept.sha256)
    return found
