"""The states this room keeps, for the audit: it replays each table over the register and compares."""

from collections.abc import Iterator
from uuid import UUID

from zhengyin.seals.models import Custody, Seal, SigningCertificate
from zhengyin.seals.workflow import CertificateState


def seal_states() -> Iterator[tuple[UUID, str]]:
    """Every seal, for the table SEAL."""
    yield from Seal.objects.order_by("id").values_list("id", "state")


def custody_states() -> Iterator[tuple[UUID, str]]:
    """Every custody, for the table CUSTODY."""
    yield from Custody.objects.order_by("id").values_list("id", "state")


def certificate_states() -> Iterator[tuple[UUID, str]]:
    """Every signing certificate, for the table SIGNING."""
    for certificate, revoked_at in SigningCertificate.objects.order_by("id").values_list("id", "revoked_at"):
        yield certificate, CertificateState.REVOKED if revoked_at else CertificateState.VALID
