"""Every act of an inspection begins with a row's lock and the table's step, and ends with its line."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from zhengyin.registers import actions as registers
from zhengyin.registers.actions import NOTHING
from zhengyin.registers.lines import Signature
from zhengyin.supervision.models import Finding, Inspection
from zhengyin.supervision.topics import TOPIC_LABELS, Topic


def locked_inspection(inspection_id: UUID) -> Inspection:
    """The inspection under its row lock until the transaction ends; its findings change under it too."""
    return Inspection.objects.select_for_update(of=("self",)).get(pk=inspection_id)


def locked_finding(finding_id: UUID) -> Finding:
    """A finding, after the lock of its inspection."""
    inspection_id = Finding.objects.values_list("inspection_id", flat=True).get(pk=finding_id)
    inspection = locked_inspection(inspection_id)
    finding = Finding.objects.select_for_update(of=("self",)).get(pk=finding_id)
    finding.inspection = inspection
    return finding


def write(
    *,
    kind: str,
    inspection: Inspection,
    subject: UUID,
    signature: Signature,
    at: datetime,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
) -> None:
    """One line in the 监督登记簿 of the committee that is inspected."""
    registers.write(
        kind=kind,
        owner=inspection.organization_id,
        county_code=inspection.county_code,
        subject=subject,
        happened_at=at,
        signature=signature,
        columns={"inspection": inspection.title, **columns},
        personal=personal,
    )


def write_of_finding(
    kind: str,
    finding: Finding,
    signature: Signature,
    *,
    at: datetime,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
    subject: UUID | None = None,
) -> None:
    """A line that names the finding by its number and topic."""
    named = {"finding_no": str(finding.no), "topic": TOPIC_LABELS[Topic(finding.topic)]}
    write(
        kind=kind, inspection=finding.inspection, subject=subject or finding.pk, signature=signature, at=at,
        columns={**named, **columns}, personal=personal,
    )  # fmt: skip
