"""What people hand in: photographs and PDFs, judged by their content, never by their name.

Pictures are read, turned the way they were taken, freed of everything the camera added (place, time,
device) and written anew: what is kept was made here. Messages say what to do.
"""

import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from PIL import Image, ImageOps, UnidentifiedImageError
from pyhanko.pdf_utils.reader import PdfFileReader

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = {"JPEG": 120_000_000, "PNG": 30_000_000}  # a JPEG can be read smaller, a PNG cannot
LONGEST_SIDE = 3000  # pixels: A4 at 256 dots an inch, legible and not more
MAX_PDF_PAGES = 30
JPEG_QUALITY = 85
# Pillow's own bound stands above ours: ours is the one that answers, in words.
Image.MAX_IMAGE_PIXELS = max(MAX_PIXELS.values())

HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")

MESSAGES = {
    "upload_empty": "这个文件是空的，请重新选一个。",
    "upload_too_big": "文件超过 10 MB。照片请在相机里选小一点的尺寸再拍，或截屏后上传；PDF 请分开上传。",
    "upload_heic": (
        "这是苹果手机的 HEIC 格式，这里打不开。请在手机“设置—相机—格式”里选“兼容性最佳”再拍，或截屏后上传。"
    ),
    "upload_kind": "只收 JPG、PNG 照片和 PDF。请拍照或截屏后上传。",
    "upload_too_many_pixels": "照片的尺寸太大。请在相机里选小一点的尺寸再拍，或截屏后上传。",
    "upload_broken_picture": "照片没有传完整或已经损坏，请重新拍一张。",
    "upload_broken_pdf": "这个 PDF 打不开或有密码。请去掉密码，或拍成照片上传。",
    "upload_too_many_pages": f"PDF 超过 {MAX_PDF_PAGES} 页，请只上传用得着的页。",
    "upload_active_pdf": "这个 PDF 里带有会自己运行的内容或附件，不能收。请打印成新的 PDF，或拍成照片上传。",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What is fit to be kept: bytes made or examined here, and what they are."""

    data: bytes
    content_type: str


def refused(code: str) -> ValidationError:
    return ValidationError(MESSAGES[code], code=code)


def checked(upload: "UploadedFile[bytes]") -> Checked:
    """Return the upload as it may be kept; raise ValidationError with a message saying what to do."""
    if (upload.size or 0) > MAX_BYTES:
        raise refused("upload_too_big")
    upload.seek(0)  # a form that is shown again has read it before
    return checked_bytes(upload.read())


def checked_bytes(data: bytes) -> Checked:
    """Do the same with bytes, such as a signature drawn on the screen."""
    if not data:
        raise refused("upload_empty")
    if len(data) > MAX_BYTES:
        raise refused("upload_too_big")
    if data.startswith(b"%PDF-"):
        return checked_pdf(data)
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        raise refused("upload_heic")
    return checked_picture(data)


def checked_picture(data: bytes) -> Checked:
    """Re-encode a JPEG or PNG without its metadata, upright, at most LONGEST_SIDE pixels."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
            return re_encoded(picture)
    except UnidentifiedImageError as error:
        raise refused("upload_kind") from error
    except Image.DecompressionBombError as error:
        raise refused("upload_too_many_pixels") from error
    except (OSError, SyntaxError, ValueError) as error:
        if isinstance(error, ValidationError):
            raise
        raise refused("upload_broken_picture") from error


def re_encoded(picture: Image.Image) -> Checked:
    kind = picture.format or ""
    if picture.width * picture.height > MAX_PIXELS[kind]:
        raise refused("upload_too_many_pixels")
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # lets a JPEG be read at a fraction of its size
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = upright.convert("RGBA" if kind == "PNG" and upright.has_transparency_data else "RGB")
    clean.info.clear()
    out = io.BytesIO()
    if kind == "PNG":
        clean.save(out, "PNG")
    else:
        clean.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return Checked(out.getvalue(), f"image/{kind.lower()}")


def checked_pdf(data: bytes) -> Checked:
    """Examine a PDF and keep it as it is: it may be signed by somebody else."""
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        encrypted, catalog = reader.encrypted, reader.root
        pages = int(catalog["/Pages"]["/Count"])
        named = catalog.get("/Names") or {}
        active = [key for key in ("/OpenAction", "/AA") if key in catalog]
        active += [key for key in ("/JavaScript", "/EmbeddedFiles") if key in named]
    # The bytes may come from anybody: a parser's complaint of whatever kind means "cannot be opened".
    except Exception as error:
        raise refused("upload_broken_pdf") from error
    if encrypted:
        raise refused("upload_broken_pdf")
    if active:
        raise refused("upload_active_pdf")
    if not 0 < pages <= MAX_PDF_PAGES:
        raise refused("upload_too_many_pages")
    return Checked(data, "application/pdf")
