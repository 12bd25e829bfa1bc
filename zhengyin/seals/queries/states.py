"""The state of a signing certificate, for the audit: no column keeps it, the revocation says it."""

from collections.abc import Iterator
from uuid import UUID

from zhengyin.seals.models import SigningCertificate
from zhengyin.seals.workflow import CertificateState


def certificate_states() -> Iterator[tuple[UUID, str]]:
    """Every signing certificate, for the table SIGNING."""
    rows = SigningCertificate.objects.order_by("id").values_list("id", "revoked_at")
    for certificate, revoked_at in rows.iterator():
        yield certificate, CertificateState.REVOKED if revoked_at else CertificateState.VALID
