"""What a sealed PDF still proves. Validators pass over padding in the signature's container and over
bytes appended to the file, so coverage is computed here; whether the file is the registered one, only
its whole SHA-256 (`signing.sha256`) against the register can say.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, read_certification_data
from pyhanko_certvalidator import ValidationContext

from zhengyin.documents.signing import certificate_of


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What was found. `ok` only when every part is; `signed_at` is what the signer states."""

    signatures: int = 0
    intact: bool = False  # the signed bytes are the signed ones, and the signature is the key's
    covers_whole_file: bool = False  # nothing appended, no further revision, nothing in the padding
    chain_ok: bool = False  # the certificate hangs on one of the roots and held at `signed_at`
    certifies: bool = False  # DocMDP P=1: no change at all is allowed
    signer_name: str = ""
    signer_code: str = ""
    signed_at: datetime | None = None
    problem: str = ""  # for the log, when the file cannot be read as a signed PDF

    @property
    def ok(self) -> bool:
        return (
            self.signatures == 1
            and self.intact
            and self.covers_whole_file
            and self.chain_ok
            and self.certifies
        )


def check(pdf: bytes, roots: Iterable[bytes]) -> SignatureReport:
    """Check a PDF against the counties' authority certificates (PEM). Never raises on what is in it."""
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=True)
        found = list(reader.embedded_signatures)
        if len(found) != 1:
            return SignatureReport(signatures=len(found), problem="not exactly one signature")
        return report(pdf, reader, found[0], roots)
    # The bytes may come from anybody: a parser's complaint of whatever kind means "not ours".
    except Exception as error:
        return SignatureReport(problem=f"{type(error).__name__}: {error}")


def report(
    pdf: bytes, reader: PdfFileReader, signature: EmbeddedPdfSignature, roots: Iterable[bytes]
) -> SignatureReport:
    stated = signature.self_reported_timestamp
    context = ValidationContext(
        trust_roots=[certificate_of(root) for root in roots],
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=stated,
    )
    status = validate_pdf_signature(signature, signer_validation_context=context, skip_diff=True)
    certification = read_certification_data(reader)
    subject = signature.signer_cert.subject.native
    return SignatureReport(
        signatures=1,
        intact=status.intact and status.valid,
        covers_whole_file=covers_whole_file(pdf, signature),
        chain_ok=status.trusted,
        certifies=certification is not None and certification.permission == MDPPerm.NO_CHANGES,
        signer_name=subject.get("organization_name", ""),
        signer_code=subject.get("serial_number", ""),
        signed_at=stated,
    )


def covers_whole_file(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Say whether the signed range is the whole file less the signature's container, in its one form.

    The container must be the very bytes the signature was read from, else something stands in the hole.
    """
    ranges = [int(number) for number in signature.byte_range]
    if len(ranges) != 4:
        return False
    start, before, after, rest = ranges
    content = signature.pkcs7_content
    return (
        start == 0
        and after + rest == len(pdf)
        and pdf[before:after] == b"<" + content.hex().upper().encode() + b">"
        and not content[der_length(content) :].strip(b"\0")
    )


def der_length(content: bytes) -> int:
    """Return how many bytes the first DER element takes, header included; what follows is padding."""
    first = content[1]
    if first < 0x80:
        return 2 + first
    count = first & 0x7F
    return 2 + count + int.from_bytes(content[2 : 2 + count], "big")
