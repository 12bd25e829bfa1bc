"""Accept: identity is recorded, the tie is named, and from here the clock runs."""

from typing import Any
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.world import World
from zhengyin.catalogue.kinds import Said, Tie
from zhengyin.certificates import actions
from zhengyin.certificates.asked import IdentityMethod
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.judging import sufficient_ties
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now


def accept(case: UUID, actor: Actor, **changed: Any) -> None:
    words: dict[str, Any] = {
        "identity_method": IdentityMethod.KNOWN, "identity_note": "三社社长张有福认识",
        "ties": [Tie.RESIDENT, Tie.REGISTERED], "at": now(), **changed,
    }  # fmt: skip
    actions.accept(certificate_id=case, actor=actor, **words)


@pytest.mark.clause("H1a")
def test_it_is_taken_in(world: World) -> None:
    case, clerk, at = cast.applied(), cast.officer("hn.ljw.clerk"), now()
    accept(case, clerk, at=at)
    row, line = Certificate.objects.get(pk=case), last_line(case)
    assert (row.state, row.handled_by_id, row.accepted_at) == (State.ACCEPTED, clerk.person_id, at)
    assert (row.identity_method, row.ties) == ("known", "registered,resident")
    assert (line.kind, line.happened_at) == ("certificate.accepted", at)
    assert (line.person_name, line.office, line.session_id) == ("马秀兰", "handler", clerk.session_id)
    assert line.columns == {
        "item": "居住证明", "identity_method": "熟识", "ties": "常住本村（社区）、户籍在本村（社区）",
        "public_interest": "不涉及", "path": "可以出具清单", "list_version": row.list_version,
    }  # fmt: skip


def test_who_knows_the_applicant_can_be_erased(world: World) -> None:
    """A line is for ever: the name of whoever knows the applicant stands beside it."""
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    accept(case, clerk)
    assert last_line(case).personal == {
        "identity_note": "三社社长张有福认识", "public_interest_reason": "",
    }  # fmt: skip


@pytest.mark.clause("H1a")
def test_refusals_write_nothing(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    for name in ("hn.ljw.director", "hn.ljw.deputy", "hn.ljw.custodian", "hn.ljw.supervisor", "hn.ptc.clerk",
                 "hn.pt.officer", "od.hrgt.clerk"):  # fmt: skip
        officer = cast.officer(name)
        refused(lambda officer=officer: accept(case, officer), "wrong_office")  # type: ignore[misc]
    attempts: list[tuple[dict[str, Any], list[str]]] = [
        ({"identity_note": ""}, ["identity_note_missing"]),
        ({"identity_note": " 　"}, ["identity_note_missing"]),
        ({"identity_method": IdentityMethod.MANDATE, "identity_note": ""}, ["identity_note_missing"]),
        ({"ties": []}, ["tie_not_confirmed"]),
        ({"ties": [Tie.FORMERLY_RESIDENT]}, ["tie_not_confirmed"]),
        ({"ties": [], "identity_note": ""}, ["identity_note_missing", "tie_not_confirmed"]),
    ]
    for changed, codes in attempts:
        refused(lambda changed=changed: accept(case, clerk, **changed), *codes)  # type: ignore[misc]
    accept(case, clerk, identity_method=IdentityMethod.DOCUMENT, identity_note="", ties=[Tie.TENANT])


def test_twice_or_too_late(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    accept(case, clerk)
    refused(lambda: accept(case, clerk), "wrong_state")
    done = cast.verified()
    refused(lambda: accept(done, clerk), "wrong_state")
    gone = cast.applied()
    actions.withdraw(certificate_id=gone, reason="不办了", actor=clerk, at=now())
    refused(lambda: accept(gone, clerk), "wrong_state")


def test_the_named_exception_keeps_the_ties_of_its_own_entry(world: World) -> None:
    """Asked as the prohibited item, served by the exception's form: its ties count, not none at all."""
    wanted = cast.kinship()
    assert all(said is Said.YES for said in wanted.question.exception_conditions)
    case = Certificate.objects.get(pk=cast.applied(wanted=wanted))
    assert (case.entry_code, case.path) == ("PROH-01", "named_exception")
    assert sufficient_ties(case)
    refused(lambda: accept(case.pk, cast.officer("hn.ljw.clerk"), ties=[]), "tie_not_confirmed")
