"""委托书: recorded with the proxy's identity before the case is taken in, or before another collects."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused, refuses
from tests.world import World
from zhengyin.certificates import actions, secrets
from zhengyin.certificates.asked import IdentityMethod, PersonGiven
from zhengyin.certificates.kinds import Covers, How, Kept
from zhengyin.certificates.models import Certificate, Mandate
from zhengyin.certificates.queries.facts import concerned_in
from zhengyin.certificates.queries.mandates import mandates_shown
from zhengyin.documents import files
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

# director, custodian, clerk and second approver of the village
OFFICERS = ("620422197306040003", "620422199409130000", "620422198704100002", "620422198011070007")


def with_a_proxy() -> UUID:
    return cast.applied(wanted=replace(cast.application(), proxy=PersonGiven("李建国")))


def accept(case: UUID, clerk: Actor) -> None:
    actions.accept(
        certificate_id=case, identity_method=IdentityMethod.DOCUMENT, identity_note="",
        ties=[cast.Tie.REGISTERED], actor=clerk, at=now(),
    )  # fmt: skip


def test_a_proxy_is_taken_in_with_a_mandate_only(world: World) -> None:
    case, clerk = with_a_proxy(), cast.officer("hn.ljw.clerk")
    refused(lambda: accept(case, clerk), "mandate_missing")
    cast.record_mandate(case, clerk, covers=frozenset({Covers.COLLECT}))
    refused(lambda: accept(case, clerk), "mandate_not_covering")
    cast.record_mandate(case, clerk)
    line = last_line(case)
    assert (line.kind, line.columns["covers"], line.columns["kept"]) == (
        "certificate.mandate_recorded", "申请、领取", "原件留在村（社区）",
    )  # fmt: skip
    assert line.personal == {"proxy": "李建国", "relation": "侄子"}
    assert "620422199505120005" not in repr(line)
    accept(case, clerk)


def test_the_photograph_is_kept_encrypted(world: World) -> None:
    case, clerk = with_a_proxy(), cast.officer("hn.ljw.clerk")
    cast.record_mandate(case, clerk, kept=Kept.PHOTO, photo=b"picture", content_type="image/jpeg")
    row = Mandate.objects.get(certificate_id=case)
    assert row.photo_id and files.get(row.photo_id) == b"picture"
    shown = mandates_shown(Certificate.objects.get(pk=case))[0]
    assert (shown.name, shown.identity, shown.kept) == ("李建国", "6204**********0005", "拍了照片")


@pytest.mark.parametrize("changed, codes", [
    ({"kept": Kept.PHOTO}, ["mandate_paper_missing"]), ({"covers": frozenset()}, ["mandate_covers_nothing"]),
    ({"name": "李"}, ["field_wrong"]), ({"identity": ""}, ["field_wrong"]),
    ({"identity": "620422199505120006"}, ["field_wrong"]), ({"relation": ""}, ["field_wrong"]),
    ({"relation": "侄😀"}, ["field_wrong"]), ({"name": "李ꦄ"}, ["field_wrong"]),
])  # fmt: skip
def test_what_a_mandate_lacks(world: World, changed: dict[str, Any], codes: list[str]) -> None:
    case, clerk = with_a_proxy(), cast.officer("hn.ljw.clerk")
    refused(lambda: cast.record_mandate(case, clerk, **changed), *codes)
    cast.record_mandate(case, clerk)


def test_days(world: World) -> None:
    case, clerk, today = with_a_proxy(), cast.officer("hn.ljw.clerk"), day_of(now())
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    refused(lambda: cast.record_mandate(case, clerk, given_on=yesterday, until=yesterday), "mandate_expired")
    refused(lambda: cast.record_mandate(case, clerk, given_on=tomorrow), "mandate_given_later")
    cast.record_mandate(case, clerk, given_on=yesterday, until=today)
    accept(case, clerk)


@pytest.mark.clause("H3.2.4c")
def test_no_officer_of_the_case_is_a_proxy_in_it(world: World) -> None:
    case, clerk = with_a_proxy(), cast.officer("hn.ljw.clerk")
    for number in OFFICERS:
        refused(
            lambda number=number: cast.record_mandate(case, clerk, identity=number),  # type: ignore[misc]
            "proxy_is_officer",
        )


def test_each_by_its_office_in_its_village_until_it_is_delivered(world: World) -> None:
    case, clerk = with_a_proxy(), cast.officer("hn.ljw.clerk")
    for name in ("hn.ljw.director", "hn.ljw.custodian", "hn.ptc.clerk", "hn.pt.officer"):
        officer = cast.officer(name)
        refused(lambda officer=officer: cast.record_mandate(case, officer), "wrong_office")  # type: ignore[misc]
    done = cast.delivered()
    refused(lambda: cast.record_mandate(done, clerk), "wrong_state")


@pytest.mark.clause("H3.2.3d")
def test_somebody_else_collects_with_a_mandate_recorded_after_the_seal(world: World) -> None:
    (case, _), clerk = cast.sealed(), cast.officer("hn.ljw.clerk")
    refused(lambda: cast.deliver(case, clerk, how=How.BY_PROXY, recipient="李建国"), "mandate_missing")
    cast.record_mandate(case, clerk, covers=frozenset({Covers.APPLY}))
    refused(lambda: cast.deliver(case, clerk, how=How.BY_PROXY, recipient="李建国"), "mandate_not_covering")
    cast.record_mandate(case, clerk)
    cast.deliver(case, clerk, how=How.BY_PROXY, recipient="李 建国")


def test_a_proxy_named_by_mandate_alone_is_concerned(world: World) -> None:
    """Whoever becomes approver later and holds a mandate in the case decides nothing in it."""
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    cast.record_mandate(case, clerk)
    concerned = concerned_in(Certificate.objects.get(pk=case))
    assert secrets.identity_index("620422199505120005") in concerned.identities


@pytest.mark.parametrize("guard, change", [
    ("mandate_says_who", "name = ''"),
    ("mandate_covers_something", "covers_apply = false, covers_collect = false"),
    ("mandate_ends_after_it_began", "until = given_on - 1"), ("mandate_is_kept", "kept = 'photo'"),
])  # fmt: skip
def test_the_database_says_it_too(world: World, guard: str, change: str) -> None:
    case = with_a_proxy()
    cast.record_mandate(case, cast.officer("hn.ljw.clerk"))
    refuses("permission denied", "UPDATE certificates_mandate SET name = 'x' WHERE certificate_id = %s", case)
    refuses("permission denied", "DELETE FROM certificates_mandate WHERE certificate_id = %s", case)
    columns = (
        "certificate_id, name, identity_encrypted, identity_index, relation, covers_apply, covers_collect,"
        " given_on, until, kept, photo_id, recorded_by_id, recorded_at"
    )
    changed = dict(part.split(" = ") for part in change.split(", "))
    values = ", ".join(changed.get(column, column) for column in columns.replace(" ", "").split(","))
    refuses(
        guard,
        f"INSERT INTO certificates_mandate (id, {columns}) SELECT gen_random_uuid(), {values}"
        " FROM certificates_mandate WHERE certificate_id = %s",
        case,
    )
