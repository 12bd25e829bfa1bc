"""A sealed paper, as a stranger has it: the file, its QR code, the typed code beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.documents.reading import picture_of
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.documents import files, qr
from zhengyin.verification.counter import COUNTER


@dataclass(frozen=True, slots=True)
class Paper:
    """What lies on the receiver's table."""

    id: UUID
    pdf: bytes
    token: str
    number: str


@pytest.fixture
def paper(demo_world: World) -> Iterator[Paper]:
    case, _ = cast.sealed()
    certificate = Certificate.objects.get(pk=case)
    assert certificate.document_id
    pdf = files.get(certificate.document_id)
    token = qr.read(picture_of(pdf))[0].rsplit("/", 1)[1]
    yield Paper(case, pdf, token, certificate.number)
    COUNTER.settle()
