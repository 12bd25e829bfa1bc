"""What a stranger may learn of a sealed letter of introduction, found by token, typed code or file.

One statement, and the line of the letter's own book speaks: a row that no line bears out was never
registered. Asked only where no certificate was found, so it costs the ordinary answer nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from zhengyin.documents.codes import check_code_index, token_index
from zhengyin.shared.masking import mask_name
from zhengyin.workuse.secrets import opened_personal

# The columns are LetterKnown's, in its order; the last is opened for the name.
SEALED = """
SELECT w.id, w.organization_id, e.said ->> 'number', e.said ->> 'work_number', e.said ->> 'to',
       e.said ->> 'persons', e.said ->> 'matter', (e.said ->> 'valid_until')::date,
       (e.said ->> 'copies')::int, e.happened_at, w.state = 'work_voided', w.personal_encrypted
FROM workuse_workuse w JOIN documents_storedfile d ON d.id = w.document_id
JOIN registers_line e ON e.subject = w.id AND e.owner = w.organization_id AND e.book = 'introductions'
    AND e.kind = 'register.introduction' AND e.document_digest = d.sha256
    AND e.text_digest = w.approved_digest
WHERE w.sealed_at IS NOT NULL AND w.kind = 'work_introduction' AND """


@dataclass(frozen=True, slots=True)
class LetterKnown:
    """A letter as its book has it: how many it introduces; `bearer` is the one named, masked."""

    work_use_id: UUID
    organization_id: UUID
    number: str
    work_number: str
    to: str
    persons: str
    matter: str
    valid_until: date
    copies: int
    sealed_at: datetime
    void: bool
    bearer: str

    def expired_on(self, day: date) -> bool:
        """Past its last day."""
        return day > self.valid_until


def by_token(token: str) -> LetterKnown | None:
    """The letter of a QR code."""
    return _known(SEALED + "w.token_index = %s", token_index(token))


def by_check_code(code: str) -> LetterKnown | None:
    """The letter of a typed 核对码."""
    return _known(SEALED + "w.check_code_index = %s", check_code_index(code))


def by_document(sha256: str) -> LetterKnown | None:
    """The letter whose file has this digest."""
    return _known(SEALED + "d.sha256 = %s", sha256)


def _known(statement: str, key: bytes | str) -> LetterKnown | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [key])
        row = cursor.fetchone()
    if not row:
        return None
    bearer = mask_name(opened_personal(row[0], row[-1])["bearers"])
    return LetterKnown(*(*row[:-1], bearer))
