"""What a stranger may learn of a sealed paper, found by token or typed code."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from zhengyin.catalogue.entries import FieldKind, Form
from zhengyin.certificates import secrets
from zhengyin.certificates.brought import form_title_in
from zhengyin.certificates.ended import Ended, ended
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.persons import certifies_several
from zhengyin.certificates.queries.succeeding import with_successors
from zhengyin.certificates.workflow import State
from zhengyin.documents.codes import check_code_index, token_index
from zhengyin.shared.codes import as_typed, in_fours
from zhengyin.shared.masking import mask_name

# One statement by hand: strangers may ask hundreds of times a second, and building it anew through
# the ORM cost as much as the database. The columns are PaperKnown's, in its order. What is told is
# what the line of the register says: a row that no line bears out was never registered. Whether a
# paper came to its end is the journal's word too, never the row's state; asked apart and by subject
# alone, for joined to the rest it made the database plan longer and read the committee's books.
# What few papers need, successors and what was put right, is asked apart: the good one pays nothing.
SEALED = """
SELECT c.id, c.organization_id, c.state, e.said ->> 'number', e.said ->> 'matter',
       ARRAY(SELECT p.name FROM certificates_party p
             WHERE p.certificate_id = c.id AND p.role = 'certified' ORDER BY p.position),
       e.said ->> 'demanding_unit', e.said ->> 'purpose', (e.said ->> 'copies')::int, e.happened_at,
       nullif(e.said ->> 'valid_until', '')::date, e.document_digest, e.text_digest,
       e.kind = 'register.certificate_late', coalesce(e.said ->> 'failed_checks', '') <> '',
       (SELECT json_build_array(z.kind, z.said, z.happened_at) FROM registers_line z
        WHERE z.subject = c.id AND z.kind IN
            ('certificate.voided', 'certificate.voided_unstamped', 'certificate.corrected')
        ORDER BY z.happened_at LIMIT 1)
FROM certificates_certificate c JOIN documents_storedfile d ON d.id = c.document_id
JOIN registers_line e ON e.owner = c.organization_id AND e.book = 'certificates' AND e.year = c.year
    AND e.no = c.no AND e.kind IN ('register.certificate', 'register.certificate_late')
    AND e.subject = c.id AND e.document_digest = d.sha256 AND e.text_digest = c.approved_digest
WHERE c.sealed_at IS NOT NULL AND """
RECTIFIED = "SELECT EXISTS (SELECT FROM registers_line WHERE subject = %s AND kind = 'certificate.rectified')"


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
    text_digest: str
    late: bool  # stamped on paper first, registered afterwards
    to_rectify: bool  # the late entry is marked 待整改; why is nobody's business here
    ended: Ended | None

    @property
    def brought_title(self) -> str:
        """Of the other side's form that was sealed; empty where the paper is the village's own."""
        return form_title_in(self.title)

    @property
    def word(self) -> str:
        """The short word of what was approved, as it stands on the slip."""
        return in_fours(self.text_digest[:8].upper())

    def expired_on(self, day: date) -> bool:
        """Past its last day."""
        return self.valid_until is not None and day > self.valid_until


def by_token(token: str) -> PaperKnown | None:
    """The paper of a QR code."""
    return _known(SEALED + "c.token_index = %s", token_index(token))


def by_check_code(code: str) -> PaperKnown | None:
    """The paper of a typed 核对码."""
    return _known(SEALED + "c.check_code_index = %s", check_code_index(code))


def by_document(sha256: str) -> PaperKnown | None:
    """The paper whose sealed file has this digest."""
    return _known(SEALED + "c.pad_number = '' AND d.sha256 = %s", sha256)  # of a late one: its slip's photo


def says_so(certificate_id: UUID, name: str, last_four: str) -> bool:
    """Whether one certified person has this name and these last four characters of the number.

    Where the paper prints no number only the name is compared: nobody could read the rest off it.
    """
    numbered, tail = prints_number(certificate_id), as_typed(last_four)
    for party in _certified(certificate_id):
        number = secrets.opened_word(party.id, "identity", party.identity_encrypted)
        if party.name == name and (not numbered or number[-4:].upper() == tail):
            return True
    return False


def prints_number(certificate_id: UUID) -> bool:
    """Whether an identity number stands on the paper."""
    certificate = Certificate.objects.get(pk=certificate_id)
    typed = secrets.opened_fields(certificate.id, certificate.fields_encrypted)
    form = Form.model_validate(certificate.form)
    if any(
        field.kind is FieldKind.IDENTITY and field.printed and typed.get(field.key) for field in form.fields
    ):
        return True
    return certifies_several(form) and _certified(certificate_id).exclude(identity_encrypted=b"").exists()


def prints_every_number(certificate_id: UUID) -> bool:
    """Whether everybody on the paper stands there with a number; the dead may have none."""
    nobody_without = not _certified(certificate_id).filter(identity_encrypted=b"").exists()
    return prints_number(certificate_id) and nobody_without


def _certified(certificate_id: UUID) -> QuerySet[Party]:
    return Party.objects.filter(certificate_id=certificate_id, role=Role.CERTIFIED).order_by("position")


def _known(statement: str, key: bytes | str) -> PaperKnown | None:
    row = _row(statement, key)
    if row is None:
        return None
    names = tuple(map(mask_name, row[5]))
    to_rectify = row[14] and not _row(RECTIFIED, row[0])[0]
    end = with_successors(_end(row[15]), row[0])
    told = (*row[:2], State(row[2]), *row[3:5], names, *row[6:14], to_rectify, end)
    return PaperKnown(*told)


def _row(statement: str, key: bytes | str | UUID) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, [key])
        return cursor.fetchone()


def _end(line: tuple[str, dict[str, str], str] | None) -> Ended | None:
    if line is None:
        return None
    kind, columns, at = line
    return ended(kind, columns, datetime.fromisoformat(at))
