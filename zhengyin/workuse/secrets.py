"""What of a request is encrypted: whom it concerns, whom a letter introduces, who inquired and about what."""

import json
from collections.abc import Mapping
from uuid import UUID

from django.conf import settings


def sealed_personal(work_use_id: UUID, values: Mapping[str, str]) -> bytes:
    """Encrypt the personal words of one request."""
    plain = json.dumps(dict(values), ensure_ascii=False).encode()
    return settings.DATA_KEY.encrypt(plain, b"work_use:" + work_use_id.bytes)


def opened_personal(work_use_id: UUID, sealed: bytes | memoryview) -> dict[str, str]:
    """Decrypt them."""
    values: dict[str, str] = json.loads(
        settings.DATA_KEY.decrypt(bytes(sealed), b"work_use:" + work_use_id.bytes)
    )
    return values
