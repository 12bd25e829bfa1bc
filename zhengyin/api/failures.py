"""What went wrong, in Chinese with a stable code, always in one shape."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError

from zhengyin.api.asking import WrongField
from zhengyin.api.committees import NotInForce
from zhengyin.api.standing import Coded, Failure
from zhengyin.shared.refusal import Refused
from zhengyin.verification.limits import LIMITS
from zhengyin.verification.words import WORDS as LIMITED

WORDS: Final = {
    "not_found": "没有这个地址，或者没有这个村（社区）。区划代码是12位数字。",
    "item_not_in_force": "这一天的清单里没有这个事项，或者它的办事指南还没有定好。",
    "method_not_allowed": "这个地址不能这样用，看一下接口说明。",
    "not_readable": "发来的内容看不懂：要 JSON，UTF-8 编码。",
    "too_large": "发来的内容太大了。",
    "wrong_input": "有的项填得不对，看 fields。",
    "unit_class_unknown": "没有这一类单位。可以填的在 /api/v1/unit-classes。",
    "last_four_needed": "纸上印着身份证号码，请把最后4位也填上。",
    "broken": "系统出了毛病，不是您的错。过几分钟再试一次。",
}
FIELD_OF: Final = {"unit_class_unknown": "unit", "last_four_needed": "compare.last_four"}
WRONG: Final[Mapping[str, str]] = {
    "missing": "没有填",
    "extra_forbidden": "没有这一项",
    "string_too_short": "不能空着",
    "string_too_long": "太长，最多{max_length}个字",
    "string_pattern_mismatch": "写法不对",
    "greater_than_equal": "不能小于{ge}",
    "less_than_equal": "不能大于{le}",
    "enum": "没有这一种",
    "value_error": "{error}",
}
DAY: Final = "要写成 2026-11-27 这样的日期"
NUMBER: Final = "要填整数"
OTHERWISE: Final = "写法不对"


def failure(status: int, code: str, *, fields: Iterable[Coded] = (), message: str = "") -> HttpResponse:
    """An answer that says what to do."""
    said = Failure(code=code, message=message or WORDS[code], fields=list(fields))
    return HttpResponse(said.model_dump_json(), status=status, content_type="application/json; charset=utf-8")


def refused(refusal: Refused) -> HttpResponse:
    """Nothing is refused here but by a limit: 429, with how long to wait."""
    code = refusal.refusals[0].code
    answer = failure(429, code, message=LIMITED[code])
    answer["Retry-After"] = str(int(LIMITS[code].within.total_seconds()))
    return answer


def wrong_input(errors: Iterable[Mapping[str, Any]]) -> HttpResponse:
    """Every field that is wrong, and how to mend it."""
    return failure(422, "wrong_input", fields=[Coded(code=where(one), words=words(one)) for one in errors])


def where(error: Mapping[str, Any]) -> str:
    """The name of the field as the caller wrote it; empty where it is about the whole."""
    return ".".join(str(part) for part in error["loc"][1:] if part not in ("asked", "paper"))


def words(error: Mapping[str, Any]) -> str:
    """What to do about it."""
    kind = str(error["type"])
    if kind.startswith(("date_", "datetime_")):
        return DAY
    if kind.startswith("int_"):
        return NUMBER
    return WRONG.get(kind, OTHERWISE).format_map({**error.get("ctx", {})})


def of(request: HttpRequest, exception: BaseException | type[BaseException]) -> HttpResponse:
    """The answer to an exception; an unexpected one is our fault, written down without what was asked."""
    match exception:
        case Refused():
            return refused(exception)
        case ValidationError():
            return wrong_input(exception.errors)
        case WrongField(args=(code,)):
            return failure(422, code, fields=[Coded(code=FIELD_OF[code], words=WORDS[code])])
        case NotInForce():
            return failure(404, "item_not_in_force")
        case Http404():
            return failure(404, "not_found")
        case SuspiciousOperation():
            return failure(413, "too_large")
        case HttpError():  # the framework's own: a body that is no JSON
            return failure(400, "not_readable")
    logging.getLogger("zhengyin.api").error("an answer broke", exc_info=cast(BaseException, exception))
    return failure(500, "broken")
