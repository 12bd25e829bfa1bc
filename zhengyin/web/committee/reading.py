"""Loading one case for one officer: unseen is 404, and so is a case of another committee."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.worklists import visible_to
from zhengyin.web.request import Request


def case_or_404(request: Request, organization_id: UUID, case_id: UUID) -> Certificate:
    """The case, if this person may read it and it lies in this committee."""
    seen = visible_to(request.actor).select_related("handled_by")
    return get_object_or_404(seen, pk=case_id, organization_id=organization_id)
