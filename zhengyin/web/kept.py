"""A photograph or a PDF that came with a form, kept in the transaction of its act."""

from uuid import UUID

from zhengyin.documents import files
from zhengyin.documents.uploads import Checked
from zhengyin.web.request import Request


def kept(
    request: Request, photo: Checked | None, *, owner: UUID, county_code: str, purpose: str
) -> UUID | None:
    """Store it among the files of `owner` and return its id; None where nothing was handed in."""
    if photo is None:
        return None
    row = files.put(
        data=photo.data, content_type=photo.content_type, purpose=purpose, owner=owner,
        county_code=county_code, at=request.at,
    )  # fmt: skip
    return row.pk
