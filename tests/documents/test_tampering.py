"""Whatever is done to a sealed PDF afterwards, its digest, our check, or both say so."""

import io

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import TextStringObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from tests.documents.conftest import PASSPHRASE, County
from tests.documents.papers import AT, FAMILY
from zhengyin.documents.checking import check
from zhengyin.documents.signing import sign, unlocked
from zhengyin.documents.typesetting import typeset


def flipped(pdf: bytes, position: int, bit: int) -> bytes:
    return pdf[:position] + bytes([pdf[position] ^ (1 << bit)]) + pdf[position + 1 :]


@pytest.mark.parametrize("position_from_end", [1, 50, 400])
def test_padding_of_the_container_is_looked_at(sealed: bytes, county: County, position_from_end: int) -> None:
    end = sealed.rindex(b"0" * 60 + b">") + 60
    at = end - position_from_end
    assert not check(sealed[:at] + b"1" + sealed[at + 1 :], county.roots).covers_whole_file


def test_hexadecimal_in_another_case_is_not_the_one_form(sealed: bytes, county: County) -> None:
    at = sealed.index(b"<30820") + 1
    letter = next(n for n in range(at, at + 500) if sealed[n : n + 1] in b"ABCDEF")
    assert not check(flipped(sealed, letter, 5), county.roots).covers_whole_file


@pytest.mark.parametrize("more", [b"\n", b" ", b"%%EOF\n", b"x" * 5000])
def test_appended_bytes_are_reported(sealed: bytes, county: County, more: bytes) -> None:
    report = check(sealed + more, county.roots)
    assert not report.covers_whole_file and not report.ok


def test_an_incremental_update_is_reported(sealed: bytes, county: County) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed))
    writer.root[pdf_name("/Lang")] = TextStringObject("en")
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(sealed)
    report = check(out.getvalue(), county.roots)
    assert report.intact and not report.covers_whole_file and not report.ok


class Forger(PdfSigner):
    """Signs although the first signature forbids it."""

    def _enforce_certification_constraints(self, reader: object) -> None:
        pass


def test_a_second_signature_is_reported(sealed: bytes, county: County, other_county: County) -> None:
    forger = Forger(
        PdfSignatureMetadata(field_name="Second", md_algorithm="sha256"),
        signer=unlocked(other_county.committee, PASSPHRASE),
        new_field_spec=SigFieldSpec("Second"),
    )
    twice = forger.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(sealed)), bytes_reserved=8192).getvalue()
    report = check(twice, [*county.roots, *other_county.roots])
    assert report.signatures == 2 and not report.ok


def test_a_swapped_page_is_reported(sealed: bytes, county: County) -> None:
    family = sign(typeset(FAMILY, AT).pdf, county.committee, passphrase=PASSPHRASE, at=AT)
    with pikepdf.open(io.BytesIO(sealed)) as pdf, pikepdf.open(io.BytesIO(family)) as other:
        contents = other.pages[0].Contents
        assert isinstance(contents, pikepdf.Object)
        pdf.pages[0].Contents = pdf.copy_foreign(contents)
        out = io.BytesIO()
        pdf.save(out)
    assert not check(out.getvalue(), county.roots).ok


def test_a_page_swapped_in_place_is_reported(sealed: bytes, county: County) -> None:
    at = sealed.index(b"stream\n") + 20
    assert not check(sealed[:at] + b"\0" * 16 + sealed[at + 16 :], county.roots).intact
