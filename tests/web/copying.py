"""Many cases at once, for pages that list them: copies of one row, made by the owner's hand."""

import secrets
from uuid import uuid4

from zhengyin.certificates.models import Certificate, Party


def copies_of(original: Certificate, count: int) -> None:
    """Add `count` cases like this one; sealed ones get numbers and codes of their own."""
    parties = list(Party.objects.filter(certificate=original))
    for nth in range(count):
        row = Certificate.objects.get(pk=original.pk)
        row.pk, row.tracking_index = uuid4(), secrets.token_bytes(32)
        if row.no is not None:
            row.no += 10_000 + nth
            row.token_index, row.check_code_index = secrets.token_bytes(32), secrets.token_bytes(32)
        state, row.state = row.state, "applied"  # nobody joins a sealed certificate
        row.save(force_insert=True)
        for party in parties:
            party.pk, party.certificate = uuid4(), row
            party.save(force_insert=True)
        Certificate.objects.filter(pk=row.pk).update(state=state)
