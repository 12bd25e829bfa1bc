"""Pictures of the papers a custody rests on, stored in the transaction of the act."""

from collections.abc import Callable
from uuid import UUID

from zhengyin.documents import files
from zhengyin.documents.uploads import Checked
from zhengyin.seals.models import Seal
from zhengyin.web.request import Request

PURPOSE = "seal.custody"


def keeping_of(request: Request, seal: Seal) -> Callable[[Checked | None], UUID | None]:
    """What stores a picture of this committee's and answers with its row; None stays None."""

    def keep(photo: Checked | None) -> UUID | None:
        if photo is None:
            return None
        kept = files.put(
            data=photo.data, content_type=photo.content_type, purpose=PURPOSE, owner=seal.committee_id,
            county_code=seal.county_code, at=request.at,
        )  # fmt: skip
        return kept.pk

    return keep
