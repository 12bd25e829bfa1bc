"""What a stranger may learn of an emergency slip that is no certificate yet: whose, which, from when.

Asked only where no sealed paper was found, so it costs the ordinary answer nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.certificates.models import Slip
from zhengyin.certificates.slips import SlipState, slip_number
from zhengyin.documents.codes import check_code_index, token_index


@dataclass(frozen=True, slots=True)
class SlipKnown:
    """A slip as the book of pads has it: nothing of what was written on it."""

    slip_id: UUID
    organization_id: UUID
    number: str  # 应急0019
    state: SlipState
    issued_at: datetime


def by_token(token: str) -> SlipKnown | None:
    """The slip of a QR code."""
    return _known("token_index", token_index(token))


def by_check_code(code: str) -> SlipKnown | None:
    """The slip of a typed 核对码."""
    return _known("check_code_index", check_code_index(code))


def by_document(sha256: str) -> SlipKnown | None:
    """No slip is a file."""
    return None


def _known(index: str, key: bytes) -> SlipKnown | None:
    """An entered slip is a certificate: where the register bears none out, there is nothing to tell."""
    rows = Slip.objects.filter(**{index: key}).exclude(state=SlipState.ENTERED.value)
    row = rows.values_list("id", "organization_id", "no", "state", "pad__issued_at").first()
    return SlipKnown(row[0], row[1], slip_number(row[2]), SlipState(row[3]), row[4]) if row else None
