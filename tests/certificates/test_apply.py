"""Apply: at the counter or from a telephone; what is refused leaves nothing behind."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused, written
from tests.world import World
from zhengyin.catalogue.kinds import Said, Tie
from zhengyin.certificates import actions, secrets
from zhengyin.certificates.asked import Application, Channel, PersonGiven
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import lines_of, now

NUMBER = "620422196805120003"
VIRTUAL = organization_id("committee:150623400498")


def taker(clerk: Actor | None) -> Callable[..., actions.Applied]:
    """Apply at 李家湾 with the usual application, one thing changed."""

    def take(wanted: Application, at: Any = cast.LIJIAWAN, **more: Any) -> actions.Applied:
        return actions.apply(organization_id=at, application=wanted, actor=clerk, at=now(), **more)

    return take


def asking(**changed: Any) -> Application:
    """The usual application with another question."""
    usual = cast.application()
    return replace(usual, question=replace(usual.question, **changed))


@pytest.mark.clause("H1a", "H2.1a")
def test_the_handler_takes_it_at_the_counter(world: World) -> None:
    """The line names person, office and session, and the rule the case rests on."""
    clerk = cast.officer("hn.ljw.clerk")
    done = taker(clerk)(cast.application())
    case, line = Certificate.objects.get(pk=done.certificate_id), last_line(done.certificate_id)
    assert (case.state, case.path, case.entry_code) == (State.APPLIED, "positive_list", "ISS-ZQ-01")
    assert case.list_version and case.basis and not case.needs_second
    assert (line.kind, line.book, line.owner) == ("certificate.applied", "journal", cast.LIJIAWAN)
    assert (line.person_name, line.office, line.session_id) == ("马秀兰", "handler", clerk.session_id)
    assert line.person_id == clerk.person_id
    assert line.columns == {
        "item": "居住证明", "item_code": "ISS-ZQ-01", "list_version": case.list_version,
        "path": "可以出具清单", "basis": case.basis, "demanding_unit": "中国农业银行会宁县支行",
        "channel": "窗口",
    }  # fmt: skip
    assert line.personal == {"applicant": "马桂花"}


def test_a_resident_applies_without_an_account(world: World) -> None:
    done = taker(None)(replace(cast.application(), channel=Channel.ONLINE))
    line = last_line(done.certificate_id)
    applicant = Party.objects.get(certificate_id=done.certificate_id, role="applicant")
    assert (line.office, line.person_id, line.session_id) == ("resident", applicant.pk, None)
    assert "马桂花" not in line.person_name
    assert line.columns["channel"] == "网上预约"


def test_the_tracking_code_is_shown_once_and_kept_nowhere(world: World) -> None:
    done = taker(None)(cast.application())
    case = Certificate.objects.get(pk=done.certificate_id)
    assert len(done.tracking_code) == 10
    assert bytes(case.tracking_index) == secrets.tracking_index(done.tracking_code)
    assert done.tracking_code not in repr(Certificate.objects.filter(pk=case.pk).values())
    given = taker(None)(cast.application(), tracking_code="ABCDEFGHJK")
    assert given.tracking_code == "ABCDEFGHJK"


def test_three_persons_are_three_fields(world: World) -> None:
    father = PersonGiven("马 德 山", deceased=True)
    mother = PersonGiven("阿依古丽•买买提", "62042219 680512 0003")
    proxy = PersonGiven("李建国", phone="138 0000 1234")
    done = taker(None)(replace(cast.application(), certified=(father, mother), proxy=proxy))
    rows = Party.objects.filter(certificate_id=done.certificate_id).order_by("role", "position")
    assert [(row.role, row.position, row.name, row.deceased) for row in rows] == [
        ("applicant", 1, "马桂花", False),
        ("certified", 1, "马德山", True),
        ("certified", 2, "阿依古丽·买买提", False),
        ("proxy", 1, "李建国", False),
    ]
    last, coming = rows[2], rows[3]
    assert secrets.opened_word(last.pk, "identity", last.identity_encrypted) == NUMBER
    assert secrets.opened_word(coming.pk, "phone", coming.phone_encrypted) == "13800001234"


def test_nobody_named_is_certified_by_the_fields_or_is_the_applicant(world: World) -> None:
    def certified(wanted: Application) -> tuple[str, bytes]:
        done = taker(None)(wanted)
        row = Party.objects.get(certificate_id=done.certificate_id, role="certified")
        return row.name, bytes(row.identity_index)

    own = secrets.identity_index(NUMBER)
    assert certified(cast.application()) == ("马桂花", own)
    assert certified(cast.application(subject_identity="")) == ("马桂花", own)  # the applicant's own number
    assert certified(cast.application(subject_name="马德山", subject_identity="")) == ("马德山", b"")


@pytest.mark.clause("H1a")
def test_only_the_handler_of_the_village_or_a_resident(world: World) -> None:
    before = written()
    for name in ("hn.ljw.director", "hn.ljw.deputy", "hn.ljw.custodian", "hn.ljw.supervisor", "hn.ptc.clerk",
                 "hn.pt.officer", "hn.lead", "od.hrgt.clerk", "hn.system"):  # fmt: skip
        officer = cast.officer(name)
        refused(lambda officer=officer: taker(officer)(cast.application()), "wrong_office")  # type: ignore[misc]
    assert written() == before
    taker(cast.officer("hn.ljw.clerk"))(cast.application())


@pytest.mark.clause("H2.1a", "O2.1c")
def test_what_no_list_lets_through_is_not_taken(world: World) -> None:
    """Prohibited, on neither list, demanded by a body without a basis, without a tie, not confirmed."""
    take = taker(cast.officer("hn.ljw.clerk"))
    refusals: list[dict[str, Any]] = [
        {"entry_code": "PROH-08"},
        {"entry_code": "ISS-CQ-02"},  # on a list, but the prohibited item's matter
        {"entry_code": "NO-SUCH-99"},
        {"entry_code": "", "unit_class": "government", "basis_given": Said.NO},
        {"confirmed": False},
        {"ties": frozenset()},
    ]
    for changed in refusals:
        refused(lambda changed=changed: take(asking(**changed)), "may_not_be_issued")  # type: ignore[misc]
    # a body that gives its basis passes the question; what then is missing is only its words
    basis = {"basis_given": Said.YES, "basis_words": "示例办法第三条", "own_duty": Said.YES}
    known = {"verifiable": Said.YES, "public_interest": Said.NO}
    given = asking(entry_code="", unit_class="government", **known, **basis)
    refused(lambda: take(given), "field_missing", "field_wrong")
    take(asking())


def test_a_virtual_community_certifies_nothing(world: World) -> None:
    refused(
        lambda: taker(None)(cast.application(), at=VIRTUAL),
        "virtual_community_never_issues",
        "may_not_be_issued",
    )


@pytest.mark.clause("H3.2.4d")
def test_a_form_with_holes_or_wrong_words_is_not_taken(world: World) -> None:
    take = taker(cast.officer("hn.ljw.clerk"))
    usual = cast.application()
    applicant = usual.applicant
    attempts: list[tuple[Application, list[str]]] = [
        (cast.application(residence=""), ["field_missing", "field_wrong"]),
        (cast.application(residence="　 "), ["field_missing", "field_wrong"]),
        (cast.application(lived_since="2009-02-30"), ["field_wrong"]),
        (cast.application(housing="宫殿"), ["field_wrong"]),
        (cast.application(residence="三社🏠12号"), ["field_wrong"]),
        (cast.application(residence="三社\u202e12号"), ["field_wrong"]),
        (cast.application(residence="三社ꦄ12号"), ["character_unprintable"]),
        (cast.application(lived_since="2099-03-01"), ["field_wrong"]),
        (replace(usual, applicant=replace(applicant, phone="123")), ["field_wrong"]),
        (cast.application(residence="三社{subject_identity}号"), ["field_wrong"]),
        (replace(usual, purpose=""), ["field_wrong"]),
        (replace(usual, purpose="　"), ["field_wrong"]),
        (replace(usual, purpose="贷" * 61), ["field_wrong"]),
        (replace(usual, purpose="<b>贷款</b>"), ["field_wrong"]),
        (asking(demanding_unit=""), ["field_wrong"]),
        (asking(demanding_unit="行" * 51), ["field_wrong"]),
        (replace(usual, copies=0), ["copies_out_of_range"]),
        (replace(usual, copies=100), ["copies_out_of_range"]),
        (replace(usual, applicant=replace(applicant, name="马")), ["field_wrong"]),
        (replace(usual, applicant=replace(applicant, identity="620422196805120004")), ["field_wrong"]),
        (replace(usual, certified=(PersonGiven("马桂花", "620422196805120004"),)), ["field_wrong"]),
        (cast.application(subject_identity="620422196805120004"), ["field_wrong"]),
        (replace(usual, proxy=PersonGiven("李")), ["field_wrong"]),
        (replace(usual, proxy=PersonGiven("李ꦄ")), ["character_unprintable"]),
    ]
    for wanted, codes in attempts:
        refused(lambda wanted=wanted: take(wanted), *codes)  # type: ignore[misc]
    take(usual)


def test_the_near_misses_are_taken(world: World) -> None:
    take = taker(cast.officer("hn.ljw.clerk"))
    usual = cast.application()
    odd = PersonGiven("马桂花", "620422196805120004", identity_note="证件上就是这样写的")
    for wanted in (
        replace(usual, purpose="贷" * 60),
        asking(demanding_unit="行" * 50),
        replace(usual, copies=99),
        replace(usual, applicant=odd, certified=(odd,)),
        replace(usual, applicant=replace(usual.applicant, identity="G12345678", identity_kind="护照")),
        replace(usual, proxy=PersonGiven("李䶮")),
        cast.application(household="", subject_identity=""),
        asking(ties=frozenset({Tie.TENANT})),
    ):
        take(wanted)


def test_the_same_form_twice_is_one_application(world: World) -> None:
    one, take = uuid4(), taker(None)
    take(cast.application(), as_id=one)
    before = written()
    with pytest.raises(IntegrityError):
        take(cast.application(), as_id=one)
    assert written() == before
    assert len(lines_of(one)) == 1


def test_what_is_typed_is_kept_encrypted_and_tidy(world: World) -> None:
    done = taker(None)(cast.application(subject_name=" 马 桂 花 ", residence="  三社  12号 ", unknown="x"))
    case = Certificate.objects.get(pk=done.certificate_id)
    kept = secrets.opened_fields(case.pk, case.fields_encrypted)
    assert (kept["subject_name"], kept["residence"]) == ("马桂花", "三社 12号")
    assert "unknown" not in kept
    assert NUMBER.encode() not in bytes(case.fields_encrypted)
