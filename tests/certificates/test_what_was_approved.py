"""What is sealed is what was approved: the same issuer, a paper that prints."""

from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import refused
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries import papers
from zhengyin.documents.paper.parts import Overflow
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.actions import confirm_legal_name
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now

PINGTOUCHUAN = organization_id("township:620422115000")


def rename(name: str) -> None:
    """The township reads another legal name off the committee's certificate."""
    officer = cast.officer("hn.pt.officer")
    confirm_legal_name(
        committee_id=cast.LIJIAWAN, legal_name=name, uscc="54620422DEM0000015", certificate_file=None,
        signature=officer.signature(Office.TOWNSHIP), signing_for=PINGTOUCHUAN, at=now(),
    )  # fmt: skip


@pytest.mark.clause("H3.2.2a")
def test_a_committee_renamed_after_the_approval_seals_nothing_under_the_new_name(demo_world: World) -> None:
    case, custodian = cast.approved(), cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id
    rename("新李家湾村村民委员会")
    refused(lambda: cast.seal_with(case, grant, custodian), "issuer_renamed")
    rename("李家湾村村民委员会")
    assert cast.seal_with(case, grant, custodian).number.startswith("平头川镇李家湾村证字")


@pytest.mark.clause("H3.2.4d")
def test_what_would_not_print_is_not_approved(demo_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known to the director, not first to the custodian with the seal in hand."""
    case, director = cast.verified(), cast.officer("hn.ljw.director")

    def too_long(certificate: Certificate, at: object) -> bytes:
        raise Overflow("证明内容")

    with monkeypatch.context() as patched:
        patched.setattr(papers, "draft_pdf", too_long)
        refused(lambda: agree(case, director), "paper_does_not_print")
    agree(case, director)


def agree(case: UUID, director: Actor) -> None:
    cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())
