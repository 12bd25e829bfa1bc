"""取走归档包: everything in it leaves the system, so every time is a line."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.archive.actions.rows import hold, locked, write
from zhengyin.archive.lines import DOWNLOADED
from zhengyin.archive.models import YearEnd
from zhengyin.archive.policy import DownloadFacts, refusals_to_download
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.shared.refusal import refuse_if

IN_COMMITTEE = (Office.CUSTODIAN, Office.DIRECTOR)  # who reads the registers unmasked anyway


@transaction.atomic
def download(*, organization_id: UUID, year: int, actor: Actor, at: datetime) -> YearEnd:
    """Write who takes the package away. Refused: the codes of policy.refusals_to_download."""
    hold(organization_id, at)
    row, office = locked(organization_id, year), office_for(organization_id, actor)
    refuse_if(refusals_to_download(DownloadFacts(office is not None, row.manifest_id is not None)))
    assert office is not None and row.manifest is not None  # the rules asked for them
    said = {"year": str(year), "digest": row.manifest.sha256}
    write(row, DOWNLOADED, actor=actor, office=office, at=at, columns=said)
    return row


def office_for(organization_id: UUID, actor: Actor) -> Office | None:
    """The office in which somebody may take it: custodian, director, or the township."""
    own = actor.offices_at(organization_id)
    found = next((one for one in IN_COMMITTEE if one in own), None)
    if found is None and actor.has(Office.TOWNSHIP, regions.committee(organization_id).township_id):
        return Office.TOWNSHIP
    return found
