"""Loading one slip for one officer: unseen is 404, and so is a slip of another committee."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from zhengyin.certificates.models import Slip
from zhengyin.certificates.queries.pads import slips_visible_to
from zhengyin.web.request import Request


def slip_or_404(request: Request, organization_id: UUID, slip_id: UUID) -> Slip:
    """The slip, if this person may read it and it lies in this committee."""
    return get_object_or_404(slips_visible_to(request.actor), pk=slip_id, organization_id=organization_id)
