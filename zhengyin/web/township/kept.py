"""A photograph a township hands in, kept with the committee's files."""

from uuid import UUID

from zhengyin.documents.uploads import Checked
from zhengyin.regions.models import Committee
from zhengyin.seals.models import Seal
from zhengyin.web.kept import kept as keep
from zhengyin.web.request import Request


def kept(request: Request, of: Seal | Committee, photo: Checked | None, purpose: str) -> UUID | None:
    """Store it and return its id; None where nothing was handed in."""
    owner = of.committee_id if isinstance(of, Seal) else of.pk
    return keep(request, photo, owner=owner, county_code=of.county_code, purpose=purpose)
