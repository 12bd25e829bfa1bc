"""A photograph a township hands in, kept with the committee's files."""

from uuid import UUID

from zhengyin.documents import files
from zhengyin.documents.uploads import Checked
from zhengyin.regions.models import Committee
from zhengyin.seals.models import Seal
from zhengyin.web.request import Request


def kept(request: Request, of: Seal | Committee, photo: Checked | None, purpose: str) -> UUID | None:
    """Store it and return its id; None where nothing was handed in."""
    if photo is None:
        return None
    owner = of.committee_id if isinstance(of, Seal) else of.pk
    row = files.put(
        data=photo.data, content_type=photo.content_type, purpose=purpose, owner=owner,
        county_code=of.county_code, at=request.at,
    )  # fmt: skip
    return row.pk
