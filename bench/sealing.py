"""One client, one committee: the whole sealing, from the request's first query to the commit."""

import time
from uuid import UUID

from tests.certificates import cast
from tests.certificates.many import approved_many
from tests.documents.reading import picture_of
from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.papers import sealed_pdf
from zhengyin.documents import qr
from zhengyin.registers.queries import now

COUNT = 300
WARM = 20
PAPERS = 100  # a paper looked up too often is refused for a while
BATCH = 40  # a grant lasts two minutes


def measured() -> tuple[dict[str, float], list[UUID]]:
    """Return milliseconds at the median and the 95th percentile, and what was sealed."""
    cases = approved_many("hn.ljw", COUNT + WARM, now())
    took: list[float] = []
    for first in range(0, len(cases), BATCH):
        batch = cases[first : first + BATCH]
        custodian = cast.officer("hn.ljw.custodian")
        grant = actions.grant(certificate_ids=batch, actor=custodian, at=now())
        for case in batch:
            began = time.perf_counter()
            actions.seal(
                certificate_id=case, grant_id=grant.id, copies=1, impressions=1, near_relative=False,
                actor=custodian, at=now(),
            )  # fmt: skip
            took.append((time.perf_counter() - began) * 1000)
    took = sorted(took[WARM:])
    return {"seal_ms_p50": took[len(took) // 2], "seal_ms_p95": took[int(len(took) * 0.95)]}, cases


def addresses(cases: list[UUID]) -> list[str]:
    """The addresses that the codes of the sealed papers hold, read from the papers themselves."""
    found = []
    for certificate in Certificate.objects.filter(pk__in=cases[WARM : WARM + PAPERS]).order_by("no"):
        code = qr.read(picture_of(sealed_pdf(certificate)))[0]
        found.append("/v/" + code.rsplit("/", 1)[1])
    return found
