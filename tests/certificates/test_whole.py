"""One certificate from the question to the hand-over, in both kinds of villages."""

import pytest

from tests.certificates import cast
from tests.documents.reading import picture_of
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries import verifying
from zhengyin.certificates.workflow import CERTIFICATE, State
from zhengyin.documents import files, qr, signing
from zhengyin.registers.queries import lines_of


@pytest.mark.clause("H3.2.2a", "H3.2.3a", "H3.2.3c")
@pytest.mark.parametrize("village", ["hn.ljw", "hn.ptc"])
def test_from_application_to_delivery(demo_world: World, village: str) -> None:
    case = cast.delivered(village)
    certificate = Certificate.objects.get(pk=case)
    assert certificate.state == State.DELIVERED
    assert certificate.number.endswith("证字〔2026〕1号")
    lines = [line.kind for line in lines_of(case)]
    journal = [kind for kind in lines if kind.startswith("certificate.")]
    assert CERTIFICATE.replay(journal) is State.DELIVERED
    assert lines.count("register.certificate") == 1
    assert certificate.document_id
    pdf = files.get(certificate.document_id)
    token = qr.read(picture_of(pdf))[0].rsplit("/", 1)[1]
    known = verifying.by_token(token)
    assert known and known.number == certificate.number and known.names == ("马*",)
    assert known.document_sha256 == signing.sha256(pdf)
    assert verifying.says_so(case, "马桂花", "0003")
    assert not verifying.says_so(case, "马桂花", "0004")
