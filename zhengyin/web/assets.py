"""Style sheets and scripts: few, small, read once, sent compressed, kept for ever by the browser.

The address carries a digest of the content, so a new version is a new address. Served before
session and database, from memory: no collecting step, no second server.
"""

import gzip
import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.core.files.storage import Storage
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.response import HttpResponseBase

FOLDER = Path(__file__).resolve().parent / "static"
PREFIX = "/static/"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, max-age=300"
TEXT = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, ready to be sent."""

    content: bytes
    packed: bytes
    kind: str
    digest: str


@cache
def assets() -> dict[str, Asset]:
    """Read every file under static/ by its relative name; 12 hex digits of SHA-256 are its digest."""
    found = {}
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            kind = TEXT.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            digest = hashlib.sha256(content).hexdigest()[:12]
            name = path.relative_to(FOLDER).as_posix()
            found[name] = Asset(content, gzip.compress(content, 9, mtime=0), kind, digest)
    return found


class Addressed(Storage):
    """What {% static %} asks: the address of a file with its digest in it."""

    def url(self, name: str | None) -> str:
        """Return the address; a file that is not there is a mistake of the template."""
        asset = assets().get(name or "")
        if asset is None:
            raise ValueError(f"no static file {name}; vendor files come by tools/static.py")
        return f"{PREFIX}{asset.digest}/{name}"


class Assets:
    """Answer /static/ at once; everything else goes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Send the file, or let the request pass."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        return send(request, request.path_info.removeprefix(PREFIX))


def send(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer with the file `digest/name`; an old digest gets today's content, kept only shortly."""
    digest, _, name = rest.partition("/")
    asset = assets().get(name)
    if asset is None or request.method not in ("GET", "HEAD"):
        return HttpResponseNotFound()
    packed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    response = HttpResponse(asset.packed if packed else asset.content, content_type=asset.kind)
    if packed:
        response["Content-Encoding"] = "gzip"
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = FOR_EVER if digest == asset.digest else ASK_AGAIN
    return response
