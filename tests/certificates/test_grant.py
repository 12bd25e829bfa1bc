"""The grant before the seal: once, two minutes, this person in this session, exactly these papers."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.certificates import cast
from tests.certificates.attempts import refused
from tests.certificates.offices import lend
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate, Grant, GrantedPaper
from zhengyin.ledger.models import Entry
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now


def granted(actor: Actor, *cases: UUID) -> Grant:
    return actions.grant(certificate_ids=cases, actor=actor, at=now())


def seal(case: UUID, grant: Grant, actor: Actor, copies: int = 1) -> actions.Receipt:
    return actions.seal(
        certificate_id=case, grant_id=grant.pk, copies=copies, impressions=1, near_relative=False,
        actor=actor, at=now(),
    )  # fmt: skip


def test_it_names_papers_copies_and_text(world: World) -> None:
    """No line of its own: the seal's line carries the session the grant was given in."""
    cases, custodian, at = [cast.approved(), cast.approved()], cast.officer("hn.ljw.custodian"), now()
    lines = Entry.objects.count()
    grant = actions.grant(certificate_ids=cases, actor=custodian, at=at)
    assert (grant.person_id, grant.session) == (custodian.person_id, custodian.session_id)
    assert (grant.granted_at, grant.expires_at) == (at, at + timedelta(minutes=2))
    papers = GrantedPaper.objects.filter(grant=grant)
    assert {(paper.certificate_id, paper.copies, paper.text_digest, paper.used_at) for paper in papers} == {
        (row.pk, 1, row.approved_digest, None) for row in Certificate.objects.filter(pk__in=cases)
    }
    assert Entry.objects.count() == lines


@pytest.mark.clause("H3.2.3a")
def test_refusals_write_nothing(world: World) -> None:
    case, early, custodian = cast.approved(), cast.verified(), cast.officer("hn.ljw.custodian")
    neighbour = cast.approved("hn.ptc")
    for name in ("hn.ljw.director", "hn.ljw.clerk", "hn.ljw.deputy", "hn.ptc.clerk", "hn.pt.officer",
                 "od.hrgt.custodian"):  # fmt: skip
        officer = cast.officer(name)
        refused(lambda officer=officer: granted(officer, case), "wrong_office")  # type: ignore[misc]
    refused(lambda: granted(custodian), "paper_not_found")
    refused(lambda: granted(custodian, case, uuid4()), "paper_not_found")
    refused(lambda: granted(custodian, early), "wrong_state")
    refused(lambda: granted(custodian, *sorted((case, neighbour))), "wrong_office")
    nobody = Actor(custodian.person_id, custodian.name, None, custodian.holds)
    refused(lambda: granted(nobody, case), "session_missing")
    granted(custodian, case, case)


@pytest.mark.clause("H3.2.4d")
def test_it_is_good_for_these_papers_alone(world: World) -> None:
    case, other, custodian = cast.approved(), cast.approved(), cast.officer("hn.ljw.custodian")
    grant = granted(custodian, case)
    refused(lambda: seal(other, grant, custodian), "grant_missing")
    later = cast.officer("hn.ljw.custodian")
    refused(lambda: seal(case, grant, later), "grant_missing")  # the same person in another session
    receipt = seal(case, grant, custodian)
    assert seal(case, grant, custodian) == receipt


def test_it_does_not_outlive_the_approval(world: World) -> None:
    """Taken back and approved anew, even word for word the same with other copies: proved again."""
    case, custodian, director = (
        cast.approved(),
        cast.officer("hn.ljw.custodian"),
        cast.officer("hn.ljw.director"),
    )
    grant = granted(custodian, case)
    actions.take_back(certificate_id=case, reason="要两份", actor=director, at=now())
    refused(lambda: seal(case, grant, custodian), "wrong_state")
    Certificate.objects.filter(pk=case).update(copies=2)
    clerk = cast.officer("hn.ljw.clerk")
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())
    cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())
    refused(lambda: seal(case, grant, custodian, copies=1), "copies_differ", "grant_missing")
    refused(lambda: seal(case, grant, custodian, copies=2), "grant_missing")
    seal(case, granted(custodian, case), custodian, copies=2)


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_who_approves_by_delegation_gets_no_grant_either(world: World) -> None:
    """The office is lent to a member; the seal stays with its custodian."""
    stand_in = lend("hn.ljw.director", "hn.ljw.deputy")
    case = cast.verified()
    cast.agree(certificate_id=case, near_relative=False, actor=stand_in, at=now())
    refused(lambda: granted(stand_in, case), "wrong_office")
    cast.seal(case, cast.officer("hn.ljw.custodian"))
