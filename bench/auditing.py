"""How fast the audit walks the books: chains recomputed, states replayed, approvals matched to sessions."""

import time

from tests.certificates.many import approved_many
from zhengyin.cli.audited import sources
from zhengyin.ledger.models import Entry
from zhengyin.registers.audit.report import audit
from zhengyin.registers.queries import now

CASES = 2500  # six lines of the journal each


def measured() -> dict[str, float]:
    """Return lines a second over every book there is."""
    approved_many("hn.ptc", CASES, now())
    lines = Entry.objects.count()
    began = time.perf_counter()
    report = audit(sources())
    took = time.perf_counter() - began
    if not report.whole:
        raise SystemExit(f"the audit found a break: {report}")
    return {"audit_lines_per_s": lines / took, "audit_lines": float(lines)}
