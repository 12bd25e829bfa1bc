"""A PDF is handed in, looked at in memory, and gone with the answer."""

from typing import cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from zhengyin.documents.uploads import MAX_BYTES, MESSAGES
from zhengyin.seals.queries import roots
from zhengyin.verification import actions
from zhengyin.verification.filecheck import Check, examine
from zhengyin.verification.queries import By, refuse_after_misses
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.request import Request
from zhengyin.web.verify.forms import FileForm
from zhengyin.web.verify.views import fresh_and_limited, page, shown

SAME = Check(True, "跟登记的文件一模一样，一个字节也不差")
NOT_THE_SAME = Check(False, "跟登记的文件都不一样：不是这里出的原文件")
NOT_A_PDF = "这不是PDF文件。请上传收到的原文件，截图和照片查不出来。"


@door(PUBLIC)
@csrf_exempt
@require_http_methods(["GET", "POST"])
@fresh_and_limited
def by_file(request: Request) -> HttpResponse:
    """First the whole file's digest against the register, then what the signature says."""
    if request.method != "POST":
        return page(request, "verify/file.html", form=FileForm())
    address = request.META.get("REMOTE_ADDR", "")
    refuse_after_misses(address, request.at)
    form = FileForm(request.POST, request.FILES)
    pdf = pdf_in(form)
    if not form.is_valid():
        return page(request, "verify/file.html", form=form)
    report = examine(pdf, roots())
    found = actions.look_up(by=By.FILE, key=report.sha256, address=address, at=request.at)
    checks = (SAME if found.paper or found.letter else NOT_THE_SAME, *report.checks)
    if found.paper is None and found.letter is None:
        told = {"checks": checks, "signed": report.signature, "claims": report.claims}
        return page(request, "verify/file_none.html", **told)
    return shown(request, found, by=By.FILE, key=report.sha256, checks=checks)


def pdf_in(form: FileForm) -> bytes:
    """The bytes, once the form is found to hold a PDF; what is wrong stands at the field."""
    if not form.is_valid():
        return b""
    upload = cast("UploadedFile[bytes]", form.cleaned_data["file"])
    if (upload.size or 0) > MAX_BYTES:
        form.add_error("file", MESSAGES["upload_too_big"])
        return b""
    pdf = bytes(upload.read())
    if not pdf.startswith(b"%PDF-"):
        form.add_error("file", NOT_A_PDF)
    return pdf
