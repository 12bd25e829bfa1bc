"""A search for a name: sent by POST, answered at an address in which the words are encrypted.

Why: addresses are kept by the browser of a shared computer, by proxies and by logs. Filters (year,
part, page) stay readable in the address; what somebody typed to find a person does not. The address
can still be gone back to and paged through; who opens it sees what their own office lets them see.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from zhengyin.shared.secrecy import UnableToDecrypt
from zhengyin.web.request import Request

FIND = "find"  # how the encrypted words are called in an address
# The fields in which a person may be named, be it by mistake.
WORDS = ("q", "name", "matter", "demanding_unit", "handler")
LONGEST = 50  # characters of one field
LEFT_OUT = (
    "csrfmiddlewaretoken",
    "page",
    "before",
    "after",
    FIND,
    *WORDS,
)  # a new search begins on the first page
ABOUT = b"web.search"


def found_by(words: Mapping[str, str]) -> str:
    """The words as `find` carries them in an address; empty when nothing was typed."""
    typed = {name: words[name].strip()[:LONGEST] for name in WORDS if words.get(name, "").strip()}
    if not typed:
        return ""
    plain = json.dumps(typed, ensure_ascii=False).encode()
    return urlsafe_b64encode(settings.DATA_KEY.encrypt(plain, ABOUT)).decode().rstrip("=")


def words_in(found: str) -> dict[str, str]:
    """What was typed; nothing where the address was cut short or is not ours."""
    try:
        sealed = urlsafe_b64decode(found.encode() + b"=" * (-len(found) % 4))
        words: dict[str, str] = json.loads(settings.DATA_KEY.decrypt(sealed, ABOUT))
    except (UnableToDecrypt, binascii.Error):
        return {}
    return words


def sent_on(request: Request) -> HttpResponse | None:
    """To the same page with the words encrypted in its address; None when nothing was sent."""
    if request.method != "POST":
        return None
    kept = [(name, value) for name, value in request.POST.items() if name not in LEFT_OUT and value]
    found = found_by(request.POST.dict())
    query = urlencode([*kept, *([(FIND, found)] if found else [])])
    return redirect(f"{request.path}?{query}" if query else request.path)


def typed_in(request: Request) -> QueryDict:
    """The address with the words in clear, as the page reads it. An address typed by hand counts too."""
    query = request.GET.copy()
    for name, value in words_in(query.get(FIND, "")).items():
        query[name] = value
    return query
