"""Uploads are judged by content, cleaned, and refused with words that say what to do."""

import io
import struct
import tempfile
import zlib
from pathlib import Path

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory, override_settings
from PIL import Image

from tests.documents.papers import AT, CERTIFICATE
from zhengyin.documents.typesetting import typeset
from zhengyin.documents.uploads import LONGEST_SIDE, MAX_BYTES, MESSAGES, Checked, checked

HANDLER = "zhengyin.documents.memory_uploads.MemoryOnly"


def upload(data: bytes, name: str = "x.jpg", content_type: str = "image/jpeg") -> Checked:
    return checked(SimpleUploadedFile(name, data, content_type=content_type))


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, size, "white")
    image.putpixel((0, 0), (0, 0, 0) if mode == "RGB" else (0, 0, 0, 255))
    image.format = kind
    return image


def bytes_of(image: Image.Image, exif: Image.Exif | None = None) -> bytes:
    out = io.BytesIO()
    if exif is None:
        image.save(out, image.format)
    else:
        image.save(out, image.format, exif=exif)
    return out.getvalue()


def refusal(data: bytes, name: str = "x.jpg") -> str:
    with pytest.raises(ValidationError) as refused:
        upload(data, name)
    assert refused.value.messages == [MESSAGES[str(refused.value.code)]]
    return str(refused.value.code)


def with_place_and_turn() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the telephone upright: turn by 90°
    exif[0x010F] = "telephone"
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    return bytes_of(picture(), exif)


def test_a_photograph_is_turned_and_loses_place_and_device() -> None:
    kept = upload(with_place_and_turn())
    assert kept.content_type == "image/jpeg"
    with Image.open(io.BytesIO(kept.data)) as image:
        assert image.size == (40, 60)
        assert not image.getexif() and "exif" not in image.info
    assert b"telephone" not in kept.data


def test_a_large_photograph_is_made_smaller() -> None:
    kept = upload(bytes_of(picture(size=(6000, 4500))))
    with Image.open(io.BytesIO(kept.data)) as image:
        assert max(image.size) <= LONGEST_SIDE


def test_a_drawn_signature_keeps_its_clear_ground() -> None:
    kept = upload(bytes_of(picture("PNG", mode="RGBA")), "signature.png")
    assert kept.content_type == "image/png"
    with Image.open(io.BytesIO(kept.data)) as image:
        assert image.mode == "RGBA"


def test_the_content_decides_and_not_the_name() -> None:
    assert upload(bytes_of(picture("PNG")), "photo.jpg", "text/html").content_type == "image/png"
    assert refusal(b"<html><script>alert(1)</script>", "photo.jpg") == "upload_kind"


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "upload_empty"),
        (b"\x00\x00\x00\x18ftypheic" + b"\0" * 100, "upload_heic"),
        (b"GIF89a" + b"\0" * 100, "upload_kind"),
        (b"PK\x03\x04" + b"\0" * 100, "upload_kind"),
        (bytes_of(picture(size=(600, 400)))[:900], "upload_broken_picture"),
        (b"%PDF-1.7\nnonsense", "upload_broken_pdf"),
        (b"\xff\xd8" + b"x" * MAX_BYTES, "upload_too_big"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_decompression_bomb_is_refused_before_it_unfolds() -> None:
    assert refusal(png_claiming(40_000, 40_000), "x.png") == "upload_too_many_pixels"
    assert refusal(png_claiming(6_000, 6_000), "x.png") == "upload_too_many_pixels"


def png_claiming(width: int, height: int) -> bytes:
    """A tiny PNG whose head claims that size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_a_pdf_is_kept_as_it_is() -> None:
    pdf = typeset(CERTIFICATE, AT).pdf
    assert upload(pdf, "x.pdf") == Checked(pdf, "application/pdf")


def test_a_pdf_that_is_locked_acts_or_is_long_is_refused() -> None:
    assert refusal(altered(lambda pdf: None, encrypt=True)) == "upload_broken_pdf"
    assert refusal(altered(run_on_opening)) == "upload_active_pdf"
    assert refusal(altered(lambda pdf: pdf.attachments.update({"x": b"x"}))) == "upload_active_pdf"
    assert refusal(altered(lambda pdf: pdf.pages.extend([pdf.pages[0]] * 30))) == "upload_too_many_pages"


def run_on_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def altered(change, encrypt: bool = False) -> bytes:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(typeset(CERTIFICATE, AT).pdf)) as pdf:
        change(pdf)
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b") if encrypt else None)
    return out.getvalue()


@override_settings(FILE_UPLOAD_HANDLERS=[HANDLER])
def test_no_upload_touches_a_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))  # a folder that is not there
    photo = bytes_of(picture(size=(2000, 1500))) + b"\0" * 3_000_000
    request = RequestFactory().post("/", {"photo": SimpleUploadedFile("x.jpg", photo)})
    file = request.FILES["photo"]
    assert not hasattr(file, "temporary_file_path")
    assert checked(file).content_type == "image/jpeg"


@override_settings(FILE_UPLOAD_HANDLERS=[HANDLER])
def test_of_an_upload_too_big_only_its_size_is_kept() -> None:
    request = RequestFactory().post("/", {"photo": SimpleUploadedFile("x.jpg", b"x" * (MAX_BYTES + 5000))})
    file = request.FILES["photo"]
    assert file.size == MAX_BYTES + 5000
    with pytest.raises(ValidationError, match="10 MB"):
        checked(file)


@override_settings(FILE_UPLOAD_HANDLERS=[HANDLER])
def test_a_request_cannot_fill_the_memory() -> None:
    many = {f"photo{n}": SimpleUploadedFile("x.jpg", b"x" * MAX_BYTES) for n in range(8)}
    assert len(RequestFactory().post("/", many).FILES) < 8
