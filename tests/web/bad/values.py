"""What people, scanners and browsers really send: by kind of field, and what must come of it."""

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from PIL import Image

from zhengyin.documents.uploads import MAX_BYTES

LONG = 10_000
SURROGATE = "马\ud800兰"  # sent as the bytes a broken program sends


@dataclass(frozen=True, slots=True)
class Bad:
    """One value. `refused`: it must be, with a message at the field; else it may be taken as text."""

    kind: str
    value: object
    refused: bool
    kept: bool = True


def png(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    made = b"".join(
        struct.pack(">I", len(said)) + name + said + struct.pack(">I", zlib.crc32(name + said))
        for name, said in parts
    )
    return b"\x89PNG\r\n\x1a\n" + made


def half_a_picture() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((400, 300), 50).save(out, "JPEG")
    return out.getvalue()[:2000]


FILES = {
    "an empty file": b"",
    "a program": b"MZ\x90\x00" + b"\x00" * 200,
    "a page": b"<script>alert(1)</script>",
    "a HEIC picture": b"\x00\x00\x00\x18ftypheic" + b"\x00" * 100,
    "half a picture": half_a_picture(),
    "a flood of pixels": png(60_000, 60_000),
    "no true PDF": b"%PDF-1.7\nnothing",
    "too large": b"\xff\xd8\xff" + b"\x00" * MAX_BYTES,
}


UNREAD = {"empty": "", "overlong": "长" * LONG, "NUL": "马\x00兰", "a lone surrogate": SURROGATE}


def handed_in(content: bytes) -> io.BytesIO:
    """As a browser hands it in, under a name that lies."""
    file = io.BytesIO(content)
    file.name = "照片.jpg"
    return file


def bad_values(field: forms.Field | None) -> Iterator[Bad]:
    """Everything to try on a field. What nobody types (None) may only break nothing."""
    if isinstance(field, forms.FileField):
        yield from (Bad(kind, content, refused=True, kept=False) for kind, content in FILES.items())
        return
    if field is None:
        yield from (Bad(kind, said, refused=False) for kind, said in UNREAD.items())
        return
    shown = not isinstance(field.widget, forms.PasswordInput)
    words = isinstance(field, forms.CharField)
    chosen = isinstance(field, forms.ChoiceField)
    day = isinstance(field, forms.DateField | forms.DateTimeField) or is_day(field)
    typed = not (chosen or isinstance(field, forms.BooleanField))
    yield Bad("empty", "", refused=field.required)
    yield Bad("overlong", "长" * LONG, refused=typed, kept=shown and typed)
    yield Bad("NUL", "马\x00兰", refused=words, kept=False)
    yield Bad("control characters", "马\x07\x1b兰", refused=words, kept=False)
    yield Bad("a lone surrogate", SURROGATE, refused=words, kept=False)
    yield Bad("emoji", "😀👨‍👩‍👧", refused=day)
    yield Bad("HTML", "<script>alert(1)</script>", refused=day)
    yield Bad("a formula", "=cmd|' /C calc'!A0", refused=day)
    yield Bad("another direction", "马\u202e兰", refused=words, kept=False)
    if chosen:
        yield Bad("no such choice", "no-such-choice", refused=True, kept=False)
    if day:
        yield from (
            Bad(f"no such day {said}", said, refused=True)
            for said in ("2026-02-30", "0000-00-00", "99999-01-01")
        )
    if isinstance(field, forms.IntegerField):
        yield from (
            Bad(f"no such number {said}", said, refused=True) for said in ("-1", "1.5", "9" * 30, "一")
        )


def is_day(field: forms.Field) -> bool:
    """A day typed as text: its own rules look at it."""
    return getattr(field.widget, "input_type", "") == "date"
