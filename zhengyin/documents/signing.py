"""Seal a PDF with the committee's certificate: PAdES, ECDSA P-256, certified, nothing after it.

What the law calls it: 电子校验码（供核对，不是电子印章，不替代纸质原件）. PDF/A is kept: the signature's
field is invisible, and the only change is one incremental update.
"""

import asyncio
import hashlib
import io
from datetime import datetime
from functools import lru_cache

from asn1crypto import keys, pem
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.ades.api import CAdESSignedAttrSpec
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko_certvalidator.registry import SimpleCertificateStore

from zhengyin.documents.authority import Credential

ALGORITHM = "PAdES ECDSA P-256 SHA-256"
FIELD = "Seal"
REASON = "电子校验码（供核对，不是电子印章，不替代纸质原件）"
# Hexadecimal digits. Without it pyHanko signs twice, once only to learn the size.
RESERVED = 8192


def sha256(pdf: bytes) -> str:
    """Return the digest of the whole file: flips that every validator passes over change it."""
    return hashlib.sha256(pdf).hexdigest()


def certificate_of(pem_bytes: bytes) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(pem.unarmor(pem_bytes)[2])


@lru_cache(maxsize=256)
def unlocked(credential: Credential, passphrase: bytes) -> SimpleSigner:
    """Return the signer of a credential; kept, since unlocking derives a key from the passphrase."""
    key = serialization.load_pem_private_key(credential.key_pem, passphrase)
    plain = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register(certificate_of(credential.authority_pem))
    return SimpleSigner(
        signing_cert=certificate_of(credential.certificate_pem),
        signing_key=keys.PrivateKeyInfo.load(plain),
        cert_registry=store,
    )


def pdf_signer(signer: SimpleSigner) -> PdfSigner:
    return PdfSigner(
        PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
            reason=REASON,
            cades_signed_attr_spec=CAdESSignedAttrSpec(),
        ),
        signer=signer,
        # PDF/A wants an annotation that prints and is not hidden; without a box it shows nothing.
        new_field_spec=SigFieldSpec(
            FIELD, invis_sig_settings=InvisSigSettings(set_print_flag=True, set_hidden_flag=False)
        ),
    )


def sign(pdf: bytes, credential: Credential, *, passphrase: bytes, at: datetime) -> bytes:
    """Return `pdf` certified by the committee's certificate; `at` is the signing time it states."""
    return asyncio.run(_sign(pdf, pdf_signer(unlocked(credential, passphrase)), at))


async def _sign(pdf: bytes, signer: PdfSigner, at: datetime) -> bytes:
    """pyHanko's own steps, one by one, because its short form reads the clock."""
    session = signer.init_signing_session(IncrementalPdfFileWriter(io.BytesIO(pdf)))
    session.system_time = at
    prepared = session.prepare_tbs_document(validation_info=None, bytes_reserved=RESERVED)
    digest, output = prepared.digest_tbs_document()
    await prepared.perform_signature(
        document_digest=digest.document_digest,
        pdf_cms_signed_attrs=PdfCMSSignedAttributes(
            signing_time=at, cades_signed_attrs=signer.signature_meta.cades_signed_attr_spec
        ),
    )
    assert isinstance(output, io.BytesIO)
    return output.getvalue()
