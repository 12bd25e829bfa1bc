"""What a sealed PDF says of itself, to us and to poppler."""

import io
import shutil
from datetime import datetime, timezone
from pathlib import Path

import pikepdf
import pytest

from tests.documents.conftest import PASSPHRASE, County
from tests.documents.papers import AT, CERTIFICATE
from tests.documents.reading import pdfsig, text_of
from zhengyin.documents.checking import check
from zhengyin.documents.signing import sign
from zhengyin.documents.typesetting import typeset

needs_pdfsig = pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler is not installed")


def test_a_sealed_paper_is_whole_certified_and_under_its_county(sealed: bytes, county: County) -> None:
    report = check(sealed, county.roots)
    assert report.ok
    assert report.signer_name == "会宁县平头川镇李家湾村村民委员会（示例）"
    assert report.signer_code == "620422105203"
    assert report.signed_at == AT


def test_sealing_changes_no_word_and_keeps_pdf_a(sealed: bytes) -> None:
    assert text_of(sealed) == text_of(typeset(CERTIFICATE, AT).pdf)
    with pikepdf.open(io.BytesIO(sealed)) as pdf, pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "2U"
        widget = pdf.pages[0].Annots[0]
        assert int(widget.F) & 0b110 == 0b100  # prints, is not hidden
        assert [int(edge) for edge in widget.Rect] == [0, 0, 0, 0]  # type: ignore[arg-type]


def test_another_countys_root_does_not_vouch(sealed: bytes, other_county: County) -> None:
    report = check(sealed, other_county.roots)
    assert report.intact and not report.chain_ok and not report.ok


def test_a_paper_signed_outside_the_certificates_time_has_no_chain(county: County) -> None:
    late = datetime(2037, 1, 1, tzinfo=timezone.utc)
    pdf = sign(typeset(CERTIFICATE, AT).pdf, county.committee, passphrase=PASSPHRASE, at=late)
    assert not check(pdf, county.roots).chain_ok


@pytest.mark.parametrize("pdf", [b"", b"nonsense", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_sealed_pdf_is_reported_not_raised(pdf: bytes, county: County) -> None:
    report = check(pdf, county.roots)
    assert not report.ok and report.problem


def test_an_unsigned_paper_is_reported(county: County) -> None:
    report = check(typeset(CERTIFICATE, AT).pdf, county.roots)
    assert not report.ok and report.signatures == 0


@needs_pdfsig
def test_poppler_agrees(sealed: bytes, tmp_path: Path) -> None:
    said = pdfsig(sealed, tmp_path)
    assert "Signature is Valid." in said and "Total document signed" in said
    assert "ETSI.CAdES.detached" in said and "李家湾村" in said


@needs_pdfsig
def test_poppler_agrees_on_a_changed_byte(sealed: bytes, county: County, tmp_path: Path) -> None:
    at = sealed.index(b"/Type/Page")
    changed = sealed[:at] + b"/Tipe/Page" + sealed[at + 10 :]
    assert "Digest Mismatch" in pdfsig(changed, tmp_path)
    assert not check(changed, county.roots).ok
