"""Every sealed certificate beside its line of the statutory register, for the audit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from uuid import UUID

from django.db import connection

from zhengyin.certificates.lines.names import IN_REGISTER
from zhengyin.certificates.models import Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.queries.register import NAMES_APART
from zhengyin.registers import queries as registers

AT_ONCE = 2000  # certificates whose parties are read together

# Both ways: a sealed row without a line, a line without a sealed row, and every column strangers are told.
_DIFFERING = """
WITH found AS (SELECT coalesce(c.id, e.subject) AS id, c.id IS NULL AS no_row, e.no IS NULL AS no_line,
    array_remove(ARRAY[
    CASE WHEN e.owner IS DISTINCT FROM c.organization_id THEN '村（社区）' END,
    CASE WHEN e.year IS DISTINCT FROM c.year THEN '年度' END,
    CASE WHEN e.no IS DISTINCT FROM c.no THEN '登记号' END,
    CASE WHEN e.said ->> 'number' IS DISTINCT FROM c.number THEN '编号' END,
    CASE WHEN e.said ->> 'matter' IS DISTINCT FROM c.title THEN '办理事项' END,
    CASE WHEN e.said ->> 'demanding_unit' IS DISTINCT FROM c.demanding_unit THEN '需要单位' END,
    CASE WHEN e.said ->> 'purpose' IS DISTINCT FROM c.purpose THEN '用途' END,
    CASE WHEN e.said ->> 'valid_until' IS DISTINCT FROM coalesce(to_char(c.valid_until, 'YYYY-MM-DD'), '')
        THEN '有效期至' END,
    CASE WHEN e.said ->> 'copies' IS DISTINCT FROM c.copies::text THEN '份数' END,
    CASE WHEN e.happened_at IS DISTINCT FROM c.sealed_at THEN '用印的时间' END,
    CASE WHEN c.pad_number = '' AND e.person IS DISTINCT FROM c.sealed_by_id THEN '盖章人' END,
    CASE WHEN (e.kind = 'register.certificate_late') IS DISTINCT FROM (c.pad_number <> '') THEN '补登' END,
    CASE WHEN e.text_digest IS DISTINCT FROM c.approved_digest THEN '签批的内容' END,
    CASE WHEN e.document_digest IS DISTINCT FROM c.sha256 THEN '文件' END
], NULL) AS differing
FROM (SELECT certificate.*, file.sha256 FROM certificates_certificate certificate
      LEFT JOIN documents_storedfile file ON file.id = certificate.document_id
      WHERE certificate.sealed_at IS NOT NULL
          OR certificate.state IN ('sealed', 'delivered', 'voided', 'corrected')) c
FULL JOIN (SELECT * FROM registers_line
           WHERE kind IN ('register.certificate', 'register.certificate_late')) e ON e.subject = c.id)
SELECT * FROM found WHERE cardinality(differing) > 0 ORDER BY id
"""


def disagreements() -> Iterator[str]:
    """Say in plain words where the register and what is kept of a sealed certificate are not the same."""
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERING)
        for case, no_row, no_line, differing in cursor.fetchall():
            if no_row:
                yield f"证明 {case}：登记簿里登记了，系统里却没有这份用过印的证明"
            elif no_line:
                yield f"证明 {case}：系统里已经用印，登记簿里却没有登记"
            else:
                yield f"证明 {case}：和登记簿里登记的不一样：{'、'.join(differing)}"


def names_differing() -> Iterator[str]:
    """Say where the persons a stranger is told of are not those of the line; erased lines say none."""
    lines = ((case, said["name"]) for kind in IN_REGISTER for case, said in registers.personal_fields(kind))
    while some := dict(islice(lines, AT_ONCE)):
        names = _certified(some)
        for case, name in some.items():
            if names.get(case, "") != name:
                yield f"证明 {case}：被证明人的姓名和登记簿里登记的不一样"


def _certified(cases: Iterable[UUID]) -> Mapping[UUID, str]:
    rows = Party.objects.filter(certificate_id__in=list(cases), role=Role.CERTIFIED)
    names: dict[UUID, list[str]] = defaultdict(list)
    for case, name in rows.order_by("position").values_list("certificate_id", "name"):
        names[case].append(name)
    return {case: NAMES_APART.join(found) for case, found in names.items()}
