"""A number in every form in which it could lie about: spelled otherwise, encoded otherwise, packed."""

import base64
import binascii
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator

from tests.documents.reading import text_of

ESCAPES = ("%{:02x}", "%{:02X}", "\\u{:04x}", "\\x{:02x}", "\\{:03o}")
BETWEEN = re.compile(r"<[^>]*>|[\s().·+-]")  # what may stand between two digits
PACKED = re.compile(rb"[A-Za-z0-9+/_-]{24,}")


def forms(word: str) -> Iterator[bytes]:
    """The word as bytes: text, hexadecimal, base64 at each of its three offsets, and escaped."""
    for text in (word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")):
        yield from (text, text.hex().encode(), text.hex().upper().encode())
        for offset in range(3):
            packed = base64.b64encode(bytes(offset) + text)
            yield packed[-(-offset * 8 // 6) : (offset + len(text)) * 8 // 6]  # not what hangs on neighbours
    yield from ("".join(escape.format(ord(letter)) for letter in word).encode() for escape in ESCAPES)


class Needles:
    """Numbers to look for, and their telling ends: whoever knows the county knows the rest."""

    def __init__(self, *words: str) -> None:
        parts = {(part, word) for word in words for part in (word, word[6 if len(word) == 18 else 3 :])}
        self._forms = {
            form: word for part, word in parts for case in (part, part.lower()) for form in forms(case)
        }
        assert min(map(len, self._forms)) >= 8, "a shorter one would be found by chance"

    def found_in(self, data: bytes) -> set[str]:
        """The numbers that stand in `data` or in what it contains."""
        return {word for layer in layers(data) for form, word in self._forms.items() if form in layer}


def layers(data: bytes) -> Iterator[bytes]:
    """The bytes, and what a reader of such a file would see in them."""
    yield data
    if data.startswith(b"%PDF-"):
        yield as_read(text_of(data).encode())
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from (part := archive.read(name), as_read(part))
    else:
        yield as_read(data)
        yield from (plain for packed in PACKED.findall(data) for plain in unpacked(packed))


def as_read(data: bytes) -> bytes:
    """Without tags, entities, full-width letters and what groups digits."""
    text = unicodedata.normalize("NFKC", html.unescape(data.decode("utf-8", "ignore")))
    return BETWEEN.sub("", text).encode()


def unpacked(packed: bytes) -> Iterator[bytes]:
    """What a signed cookie, a session or a hidden field holds when it is only packed, not encrypted."""
    padded = packed.translate(bytes.maketrans(b"+/", b"-_")) + b"=" * (-len(packed) % 4)
    try:
        yield zlib.decompressobj().decompress(base64.urlsafe_b64decode(padded))
    except (binascii.Error, zlib.error):
        return
