"""Sealing through the served product: one client; four on four committees; four on one.

What is timed is the custodian's last request: typeset, sign, encrypt, fsync, lines, commit, and the answer.
The proof of who it is comes before it and is timed apart, and so are all acts of one certificate together.
"""

import time
from concurrent.futures import ProcessPoolExecutor
from http.client import HTTPConnection
from uuid import UUID

from bench.desk import Browser, logged_in

BATCHES, EACH = 4, 80  # papers under one grant: it lasts two minutes
WARM = 20
FOUR = ("hn.ljw", "hn.ptc", "hn.hsm", "od.hrgt")
CLIENTS = 4

Work = tuple[UUID, UUID, list[UUID]]  # committee, grant, papers


def measured(port: int) -> tuple[dict[str, float], list[UUID]]:
    """Milliseconds and papers a second; and what was sealed."""
    took, cases = alone(port)
    proofs = reauthenticated(port)
    apart, more = together(port, FOUR)
    beside, most = together(port, (FOUR[0],) * CLIENTS)
    return {
        "seal_ms_p50": took[len(took) // 2],
        "seal_ms_p95": took[int(len(took) * 0.95)],
        "reauth_ms_p50": proofs[len(proofs) // 2],
        "seal_per_s": apart,
        "seal_per_s_one_committee": beside,
    }, [*cases, *more, *most]


def alone(port: int) -> tuple[list[float], list[UUID]]:
    """One client on one committee: sorted milliseconds, without the first few."""
    took, cases = list[float](), list[UUID]()
    for _ in range(BATCHES):
        browser, work = granted(FOUR[0], EACH)
        took += seal(port, browser, work)
        cases += work[2]
    return sorted(took[WARM:]), cases


def together(port: int, villages: tuple[str, ...]) -> tuple[float, list[UUID]]:
    """Papers a second over all clients, and the papers."""
    clients = [granted(village, EACH) for village in villages]
    with ProcessPoolExecutor(CLIENTS) as pool:
        began = time.perf_counter()
        runs = [pool.submit(seal, port, browser, work) for browser, work in clients]
        sealed = sum(len(run.result()) for run in runs)
        took = time.perf_counter() - began
    return sealed / took, [case for _, work in clients for case in work[2]]


def granted(village: str, count: int) -> tuple[Browser, Work]:
    """Approved papers of a committee under one grant of its custodian."""
    from tests.certificates import cast
    from tests.certificates.many import approved_many
    from zhengyin.certificates import actions
    from zhengyin.people.models import Account
    from zhengyin.people.queries import actor_for
    from zhengyin.registers.queries import now

    papers = approved_many(village, count, now())
    browser = logged_in(cast.keeper(village))
    actor = actor_for(Account.objects.get(username=browser.username), browser.session, now())
    grant = actions.grant(certificate_ids=papers, actor=actor, at=now())
    return browser, (cast.VILLAGES[village], grant.id, papers)


def seal(port: int, browser: Browser, work: Work) -> list[float]:
    """Seal one paper after the other; milliseconds of each."""
    committee, grant, papers = work
    connection, took = HTTPConnection("127.0.0.1", port), list[float]()
    for paper in papers:
        began = time.perf_counter()
        browser.post(
            connection, f"/d/{committee}/sealing/{paper}/grants/{grant}/seal",
            {"impressions": 1, "kin": "no"},
        )  # fmt: skip
        took.append((time.perf_counter() - began) * 1000)
    return took


def reauthenticated(port: int) -> list[float]:
    """The proof before the seal with the codes of a printed sheet: sorted milliseconds."""
    from tests.certificates import cast
    from tests.certificates.many import approved_many
    from zhengyin.people.actions.codesheet import new_sheet
    from zhengyin.people.models import Account
    from zhengyin.registers.queries import now

    village = FOUR[2]
    browser = logged_in(cast.keeper(village))
    codes = new_sheet(account=Account.objects.get(username=browser.username), at=now())
    connection, took = HTTPConnection("127.0.0.1", port), list[float]()
    for paper, code in zip(approved_many(village, len(codes), now()), codes, strict=True):
        began = time.perf_counter()
        browser.post(
            connection, f"/d/{cast.VILLAGES[village]}/sealing/{paper}/grant",
            {"impressions": 1, "kin": "no", "code": code},
        )  # fmt: skip
        took.append((time.perf_counter() - began) * 1000)
    return sorted(took)


def addresses(cases: list[UUID]) -> list[str]:
    """The addresses that the codes of the sealed papers hold, read from the papers themselves."""
    from tests.documents.reading import picture_of
    from zhengyin.certificates.models import Certificate
    from zhengyin.certificates.queries.papers import sealed_pdf
    from zhengyin.documents import qr

    found = []
    for certificate in Certificate.objects.filter(pk__in=cases).order_by("organization_id", "no")[:200]:
        code = qr.read(picture_of(sealed_pdf(certificate)))[0]
        found.append("/v/" + code.rsplit("/", 1)[1])
    return found
