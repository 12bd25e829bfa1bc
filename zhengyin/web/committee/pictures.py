"""Pictures of a case, decrypted for whoever handles, approves or seals it, and kept by no browser."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from zhengyin.certificates.models import Attachment
from zhengyin.certificates.queries.pages import pages_of
from zhengyin.certificates.queries.worklists import DECIDING
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.registers.queries import RegisterLine
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.doors import door
from zhengyin.web.request import Request


@door(*DECIDING, at="organization_id")
def attachment(request: Request, organization_id: UUID, case_id: UUID, attachment_id: UUID) -> HttpResponse:
    """One picture or PDF of a material; what was taken away is shown to nobody."""
    case = case_or_404(request, organization_id, case_id)
    shown = Attachment.objects.filter(material__certificate=case, removed_at__isnull=True)
    return stored(get_object_or_404(shown.select_related("file"), pk=attachment_id).file)


@door(*DECIDING, at="organization_id")
def form_page(request: Request, organization_id: UUID, case_id: UUID, page_id: UUID) -> HttpResponse:
    """One page of the other side's form, as it is approved and sealed."""
    case = case_or_404(request, organization_id, case_id)
    return stored(get_object_or_404(pages_of(case), pk=page_id).shown)


def paper_of(line: RegisterLine | None) -> HttpResponse:
    """What was photographed with the act of this line; 404 where there is no such line, or no paper."""
    file = files.with_digest(line.owner, line.document_digest) if line else None
    if file is None:
        raise Http404("paper")
    return stored(file)


def stored(file: StoredFile) -> HttpResponse:
    """The bytes, only to look at: nothing in them may run, nobody keeps them."""
    response = HttpResponse(files.plain_of(file), content_type=file.content_type)
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "no-store"
    return response
