"""How fast the audit walks the books: chains recomputed, states replayed, approvals matched to sessions."""

import time

from zhengyin.cli.audited import sources
from zhengyin.ledger.models import Entry
from zhengyin.registers.audit.report import audit


def measured() -> dict[str, float]:
    """Lines a second over every book there is; the audit must find nothing."""
    lines = Entry.objects.count()
    began = time.perf_counter()
    report = audit(sources())
    took = time.perf_counter() - began
    if not report.whole:
        raise SystemExit(f"the audit found a break: {report.breaks[:5]} {report.unmatched[:5]}")
    return {"audit_lines_per_s": lines / took, "audit_lines": float(lines)}
