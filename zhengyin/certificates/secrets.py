"""What of a certificate is encrypted, and under which index it is found. The keys are the settings'."""

import json
from collections.abc import Mapping
from uuid import UUID

from django.conf import settings

from zhengyin.certificates.content import Text
from zhengyin.people.policy.entry import normalise_identity
from zhengyin.shared.codes import as_typed

Stored = bytes | memoryview  # what a BinaryField gives back


def sealed_fields(certificate_id: UUID, values: Mapping[str, str]) -> bytes:
    """Encrypt the typed fields of one certificate."""
    plain = json.dumps(dict(values), ensure_ascii=False).encode()
    return settings.DATA_KEY.encrypt(plain, b"certificate.fields:" + certificate_id.bytes)


def opened_fields(certificate_id: UUID, sealed: Stored) -> dict[str, str]:
    """Decrypt the typed fields of one certificate."""
    plain = settings.DATA_KEY.decrypt(bytes(sealed), b"certificate.fields:" + certificate_id.bytes)
    values: dict[str, str] = json.loads(plain)
    return values


def sealed_text(certificate_id: UUID, text: Text) -> bytes:
    """Encrypt the text as approved."""
    return settings.DATA_KEY.encrypt(text.canonical().encode(), b"certificate.text:" + certificate_id.bytes)


def opened_text(certificate_id: UUID, sealed: Stored) -> Text:
    """Decrypt the text as approved."""
    plain = settings.DATA_KEY.decrypt(bytes(sealed), b"certificate.text:" + certificate_id.bytes)
    return Text.read(plain.decode())


def sealed_told(certificate_id: UUID, told: str) -> bytes:
    """Encrypt the words of a 告知单."""
    return settings.DATA_KEY.encrypt(told.encode(), b"certificate.notice:" + certificate_id.bytes)


def opened_told(certificate_id: UUID, sealed: Stored) -> str:
    """Decrypt the words of a 告知单."""
    return settings.DATA_KEY.decrypt(bytes(sealed), b"certificate.notice:" + certificate_id.bytes).decode()


def sealed_letter(letter_id: UUID, text: str) -> bytes:
    """Encrypt the words of a 告知函: they name who was sent for the paper."""
    return settings.DATA_KEY.encrypt(text.encode(), b"certificate.letter:" + letter_id.bytes)


def opened_letter(letter_id: UUID, sealed: Stored) -> str:
    """Decrypt the words of a 告知函."""
    return settings.DATA_KEY.decrypt(bytes(sealed), b"certificate.letter:" + letter_id.bytes).decode()


def sealed_word(party_id: UUID, what: str, value: str) -> bytes:
    """Encrypt one personal word (identity, phone); nothing stays nothing."""
    return settings.DATA_KEY.encrypt(value.encode(), f"party.{what}:{party_id}".encode()) if value else b""


def opened_word(party_id: UUID, what: str, sealed: Stored) -> str:
    """Decrypt one personal word."""
    stored = bytes(sealed)
    return settings.DATA_KEY.decrypt(stored, f"party.{what}:{party_id}".encode()).decode() if stored else ""


def identity_index(number: str) -> bytes:
    """The same index as a person's, so that an officer is known in their own case."""
    return bytes(settings.INDEX_KEY.blind_index(f"identity:{normalise_identity(number)}")) if number else b""


def tracking_index(code: str) -> bytes:
    """Where the case of a tracking code is found."""
    return bytes(settings.INDEX_KEY.blind_index(f"tracking:{as_typed(code)}"))


def phone_tail_index(phone: str) -> bytes:
    """The last four digits of a telephone, as an index; empty where it has no four."""
    digits = "".join(character for character in phone if character.isdigit())
    if len(digits) < 4:
        return b""
    return bytes(settings.INDEX_KEY.blind_index(f"phone-tail:{digits[-4:]}"))
