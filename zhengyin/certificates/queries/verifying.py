"""What a stranger may learn of a sealed paper, found by token or typed code."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from zhengyin.certificates import secrets
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.workflow import State
from zhengyin.shared.masking import mask_name

KNOWN = (
    "pk", "organization_id", "state", "number", "title", "names", "demanding_unit", "purpose", "copies",
    "sealed_at", "valid_until", "document__sha256",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperKnown:
    """A sealed paper as the register has it; names are masked."""

    certificate_id: UUID
    organization_id: UUID
    state: State
    number: str
    title: str
    names: tuple[str, ...]
    demanding_unit: str
    purpose: str
    copies: int
    sealed_at: datetime
    valid_until: date | None
    document_sha256: str

    def expired_on(self, day: date) -> bool:
        """Past its last day."""
        return self.valid_until is not None and day > self.valid_until


def by_token(token: str) -> PaperKnown | None:
    """The paper of a QR code."""
    return _known(Certificate.objects.filter(token_index=secrets.token_index(token)))


def by_check_code(code: str) -> PaperKnown | None:
    """The paper of a typed 核对码."""
    return _known(Certificate.objects.filter(check_code_index=secrets.check_code_index(code)))


def by_document(sha256: str) -> PaperKnown | None:
    """The paper whose sealed file has this digest."""
    return _known(Certificate.objects.filter(document__sha256=sha256))


def says_so(certificate_id: UUID, name: str, last_four: str) -> bool:
    """Whether one certified person has this name and these last four characters of the number."""
    for party in Party.objects.filter(certificate_id=certificate_id, role=Role.CERTIFIED).order_by(
        "position"
    ):
        number = secrets.opened_word(party.id, "identity", party.identity_encrypted)
        if party.name == name and number[-4:].upper() == last_four.upper():
            return True
    return False


def _known(rows: QuerySet[Certificate]) -> PaperKnown | None:
    """One query, for strangers may ask hundreds of times a second."""
    certified = Party.objects.filter(certificate=OuterRef("pk"), role=Role.CERTIFIED).order_by("position")
    row = (
        rows.filter(document__isnull=False, sealed_at__isnull=False)
        .annotate(names=ArraySubquery(certified.values("name")))
        .values_list(*KNOWN, named=True)
        .first()
    )
    if row is None:
        return None
    return PaperKnown(
        certificate_id=row.pk,
        organization_id=row.organization_id,
        state=State(row.state),
        number=row.number,
        title=row.title,
        names=tuple(mask_name(name) for name in row.names),
        demanding_unit=row.demanding_unit,
        purpose=row.purpose,
        copies=row.copies,
        sealed_at=row.sealed_at,
        valid_until=row.valid_until,
        document_sha256=row.document__sha256,
    )
