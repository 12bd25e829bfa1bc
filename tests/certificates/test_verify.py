"""Verify: each printed fact by its own method; what was not confirmed is not sent on."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.world import World
from zhengyin.catalogue.kinds import Tie
from zhengyin.certificates import actions
from zhengyin.certificates.actions import CheckGiven
from zhengyin.certificates.asked import IdentityMethod
from zhengyin.certificates.models import Certificate, CheckedFact
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import lines_of, now

PERSON = CheckGiven("person", "document_seen", "居民身份证", True)
RESIDENCE = CheckGiven("residence", "group_head", "三社社长张有福", True)
SINCE = CheckGiven("since", "ledger", "户籍册第46页", True)
OTHERS = ("hn.ljw.director", "hn.ljw.deputy", "hn.ljw.custodian", "hn.ljw.supervisor", "hn.ptc.clerk",
          "hn.pt.officer", "od.hrgt.clerk")  # fmt: skip


def accepted() -> UUID:
    case = cast.applied()
    actions.accept(
        certificate_id=case, identity_method=IdentityMethod.DOCUMENT, identity_note="", ties=[Tie.RESIDENT],
        actor=cast.officer("hn.ljw.clerk"), at=now(),
    )  # fmt: skip
    return case


def start(case: UUID, actor: Actor) -> None:
    actions.start_verifying(certificate_id=case, actor=actor, at=now())


def check(case: UUID, actor: Actor, *checks: CheckGiven) -> None:
    actions.record_checks(certificate_id=case, checks=checks, actor=actor, at=now())


def verify(case: UUID, actor: Actor) -> None:
    actions.verify(certificate_id=case, actor=actor, at=now())


def verifying() -> UUID:
    case = accepted()
    start(case, cast.officer("hn.ljw.clerk"))
    return case


def test_it_begins_once(world: World) -> None:
    case, clerk = accepted(), cast.officer("hn.ljw.clerk")
    early = cast.applied()
    refused(lambda: start(early, clerk), "wrong_state")
    refused(lambda: check(case, clerk, PERSON), "wrong_state")
    refused(lambda: verify(case, clerk), "wrong_state")
    start(case, clerk)
    line = last_line(case)
    assert (cast.state_of(case), line.kind) == (State.VERIFYING, "certificate.verifying")
    assert (line.columns, line.personal) == ({"item": "居住证明"}, {})
    refused(lambda: start(case, clerk), "wrong_state")


@pytest.mark.clause("H1a", "O2.2d")
def test_who_checked_what_how_with_what_result(world: World) -> None:
    """The line names method and result for good; whose page, whose word stands where it can be erased."""
    case, clerk, at = verifying(), cast.officer("hn.ljw.clerk"), now()
    wrong = CheckGiven("since", "ledger", "户籍册第46页", False)
    actions.record_checks(certificate_id=case, checks=[PERSON, RESIDENCE, wrong], actor=clerk, at=at)
    row = CheckedFact.objects.get(certificate_id=case, key="residence")
    assert (row.method, row.informant, row.confirmed) == ("group_head", "三社社长张有福", True)
    assert (row.checked_by_id, row.checked_at) == (clerk.person_id, at)
    line = last_line(case)
    assert (line.kind, line.person_name, line.office) == ("certificate.checked", "马秀兰", "handler")
    assert line.columns["checked"] == (
        "是谁：看证件原件，属实；住在哪里：村民小组长证实，属实；从什么时候起住：查台账，不属实"
    )
    assert "张有福" not in repr(line.columns) and line.personal
    assert "住在哪里：三社社长张有福" in line.personal["informants"]
    assert cast.state_of(case) is State.VERIFYING


def test_a_later_check_replaces_the_earlier(world: World) -> None:
    case, clerk = verifying(), cast.officer("hn.ljw.clerk")
    check(case, clerk, CheckGiven("since", "ledger", "户籍册第46页", False))
    check(case, clerk, SINCE)
    assert CheckedFact.objects.get(certificate_id=case).confirmed
    assert last_line(case).kind == "certificate.checked"


@pytest.mark.clause("O2.2d")
@pytest.mark.parametrize(
    "wrong, code",
    [
        (CheckGiven("person", "telephone_or_video", "打了电话", True), "method_not_allowed"),
        (CheckGiven("since", "", "户籍册第46页", True), "method_not_allowed"),
        (CheckGiven("since", "ledger", "", True), "informant_missing"),
        (CheckGiven("since", "ledger", " 　", True), "informant_missing"),
        (CheckGiven("since", "ledger", "册" * 200, True), "field_wrong"),
    ],
)
def test_a_check_without_method_or_source_is_not_recorded(world: World, wrong: CheckGiven, code: str) -> None:
    """Of several checks none is kept when one is refused."""
    case, clerk = verifying(), cast.officer("hn.ljw.clerk")
    refused(lambda: check(case, clerk, RESIDENCE, wrong), code)
    check(case, clerk, RESIDENCE, replace(SINCE, informant="册" * 60))


def test_a_fact_that_is_not_printed_is_not_checked(world: World) -> None:
    case, clerk = verifying(), cast.officer("hn.ljw.clerk")
    income = CheckGiven("income", "ledger", "台账", True)
    refused(lambda: check(case, clerk, RESIDENCE, income), "no_such_fact")


@pytest.mark.clause("O2.2d")
@pytest.mark.parametrize(
    "checks, codes",
    [
        ([], ["fact_not_checked"] * 3),
        ([PERSON, RESIDENCE], ["fact_not_checked"]),
        ([PERSON, RESIDENCE, CheckGiven("since", "ledger", "没有这个人", False)], ["fact_not_confirmed"]),
    ],
)
def test_what_was_not_confirmed_is_not_sent_on(
    world: World, checks: Sequence[CheckGiven], codes: list[str]
) -> None:
    case, clerk = verifying(), cast.officer("hn.ljw.clerk")
    if checks:
        check(case, clerk, *checks)
    refused(lambda: verify(case, clerk), *codes)
    check(case, clerk, PERSON, RESIDENCE, SINCE)
    verify(case, clerk)


def test_checks_go_with_it_or_stay_away_with_it(world: World) -> None:
    """One act: what is refused leaves nothing behind, not even the checks sent along."""
    case, clerk = verifying(), cast.officer("hn.ljw.clerk")

    def send(*checks: CheckGiven) -> None:
        actions.verify(certificate_id=case, checks=checks, actor=clerk, at=now())

    refused(lambda: send(PERSON, RESIDENCE), "fact_not_checked")
    refused(lambda: send(PERSON, RESIDENCE, replace(SINCE, informant="")), "informant_missing")
    send(PERSON, RESIDENCE, SINCE)
    assert [line.kind for line in lines_of(case)][-2:] == ["certificate.checked", "certificate.verified"]


def test_verified_goes_to_the_director_once(world: World) -> None:
    case, clerk = verifying(), cast.officer("hn.ljw.clerk")
    check(case, clerk, PERSON, RESIDENCE, SINCE)
    verify(case, clerk)
    line = last_line(case)
    assert (cast.state_of(case), line.kind) == (State.VERIFIED, "certificate.verified")
    assert line.columns == {
        "item": "居住证明", "methods": "看证件原件、村民小组长证实、查台账",
        "path": "可以出具清单", "list_version": Certificate.objects.get(pk=case).list_version,
    }  # fmt: skip
    for again in (lambda: verify(case, clerk), lambda: check(case, clerk, SINCE), lambda: start(case, clerk)):
        refused(again, "wrong_state")


@pytest.mark.clause("H1a")
def test_nobody_but_the_village_handler(world: World) -> None:
    ready, begun = accepted(), verifying()
    for name in OTHERS:
        officer = cast.officer(name)
        refused(lambda officer=officer: start(ready, officer), "wrong_office")  # type: ignore[misc]
        refused(lambda officer=officer: check(begun, officer, PERSON), "wrong_office")  # type: ignore[misc]
        refused(lambda officer=officer: verify(begun, officer), "wrong_office")  # type: ignore[misc]
    clerk = cast.officer("hn.ljw.clerk")
    start(ready, clerk)
    check(begun, clerk, PERSON)
