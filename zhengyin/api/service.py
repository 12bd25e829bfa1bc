"""The service at /api/v1, put together; its own docs pages are off, `document.py` has ours."""

from types import MappingProxyType
from typing import Final

from django.core.exceptions import SuspiciousOperation
from django.http import Http404
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.renderers import JSONRenderer

from zhengyin.api import committees, failures, units, verifying
from zhengyin.api.asking import WrongField
from zhengyin.shared.refusal import Refused

PREFIX: Final = "api/v1/"
ABOUT: Final = (
    "村（社区）证明的公开答复：这一天有效的事项、能不能开、办事指南、查验。"
    "不用账户，只读，不留下问了什么。姓名只露一部分。"
)


class Readable(JSONRenderer):
    """Chinese as Chinese."""

    json_dumps_params = MappingProxyType({"ensure_ascii": False})


api = NinjaAPI(
    title="证印接口", version="1", description=ABOUT, openapi_url=None, docs_url=None, urls_namespace="api",
    renderer=Readable(),
)  # fmt: skip
api.add_router("/committees", committees.router)
api.add_router("/unit-classes", units.router)
api.add_router("/verifications", verifying.router)
for kind in (Exception, Refused, WrongField, ValidationError, Http404, SuspiciousOperation, HttpError):
    api.add_exception_handler(kind, failures.of)
