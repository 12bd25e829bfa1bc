"""Pictures of the papers a custody rests on, stored in the transaction of the act."""

from collections.abc import Callable
from uuid import UUID

from zhengyin.documents.uploads import Checked
from zhengyin.seals.models import Seal
from zhengyin.web.kept import kept
from zhengyin.web.request import Request

PURPOSE = "seal.custody"


def keeping_of(request: Request, seal: Seal) -> Callable[[Checked | None], UUID | None]:
    """What stores a picture of this committee's and answers with its row; None stays None."""

    def keep(photo: Checked | None) -> UUID | None:
        return kept(request, photo, owner=seal.committee_id, county_code=seal.county_code, purpose=PURPOSE)

    return keep
