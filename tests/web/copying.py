"""Many cases at once, for pages that list them: copies of one row, made by the owner's hand."""

import secrets
from uuid import uuid4

from zhengyin.certificates.models import Certificate, Party


def copies_of(original: Certificate, count: int) -> None:
    """Add `count` cases like this one."""
    parties = list(Party.objects.filter(certificate=original))
    for _ in range(count):
        row = Certificate.objects.get(pk=original.pk)
        row.pk, row.tracking_index = uuid4(), secrets.token_bytes(32)
        row.save(force_insert=True)
        for party in parties:
            party.pk, party.certificate = uuid4(), row
            party.save(force_insert=True)
