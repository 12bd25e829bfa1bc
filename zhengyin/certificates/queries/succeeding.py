"""What became of the paper that took an old one's place. Asked only of corrected papers, which are few."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from zhengyin.certificates.ended import Ended, ended

# The corrections of corrections in their order, each with its end: the journal's word, as in verifying.py.
LATER = """
WITH RECURSIVE later AS (
    SELECT id, 1 AS step FROM certificates_certificate WHERE corrects_id = %s AND sealed_at IS NOT NULL
    UNION ALL
    SELECT c.id, later.step + 1 FROM later
    JOIN certificates_certificate c ON c.corrects_id = later.id AND c.sealed_at IS NOT NULL)
SELECT z.kind, z.said::json, z.happened_at FROM later JOIN registers_line z ON z.subject = later.id
    AND z.kind IN ('certificate.voided', 'certificate.voided_unstamped', 'certificate.corrected')
ORDER BY later.step, z.happened_at"""


def with_successors(end: Ended | None, certificate_id: UUID) -> Ended | None:
    """The same end; a correction's with the last new number, and whether that paper is void too."""
    if end is None or not end.corrected:
        return end
    with connection.cursor() as cursor:
        cursor.execute(LATER, [certificate_id])
        rows: list[tuple[str, dict[str, str], datetime]] = cursor.fetchall()
    return end.followed_by([ended(*row) for row in rows])
