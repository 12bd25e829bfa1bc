"""The tracking code of an application that was just taken: shown once, on the page of its case."""

from django.contrib import messages

from zhengyin.certificates.actions import Applied
from zhengyin.shared.codes import in_fours
from zhengyin.web.request import Request

NO_CODE = "申请人没有留手机，所以没有查询码。要问进度，请申请人打村（社区）的电话，或者来村（居）委会问。"


def hand_out(request: Request, applied: Applied) -> None:
    """Leave the code for the next page."""
    code, mine = in_fours(applied.tracking_code), str(applied.certificate_id)
    if code:
        messages.success(request, code, extra_tags=mine)
    else:
        messages.info(request, NO_CODE, extra_tags=mine)
