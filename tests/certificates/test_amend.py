"""改登记的内容: the same request in other words, before anything is sealed."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.world import World
from zhengyin.certificates import actions, secrets
from zhengyin.certificates.asked import Application, Channel
from zhengyin.certificates.kinds import Again, Became
from zhengyin.certificates.models import Certificate, Material, Party
from zhengyin.certificates.policy.again import refusals_to_amend
from zhengyin.certificates.queries.again import AgainFacts
from zhengyin.certificates.workflow import State
from zhengyin.documents import files
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import lines_of, now

FACTS = AgainFacts(Again.CORRECTION, "写漏了", differs=("被证明人姓名",))


def row(case: UUID) -> Certificate:
    return Certificate.objects.get(pk=case)


def amend(case: UUID, clerk: Actor, wanted: Application, reason: str = "预约时没有写号码") -> actions.Amended:
    return actions.amend(certificate_id=case, application=wanted, reason=reason, actor=clerk, at=now())


def other(case: UUID) -> Application:
    """Another unit, purpose, number of copies and home."""
    same = cast.same_as(case, residence="四社7号")
    return replace(
        same, copies=5, purpose="办理贷款", question=replace(same.question, demanding_unit="会宁县农村信用社")
    )


@pytest.mark.parametrize("change, rests, codes", [
    ({}, False, []), ({}, True, ["amends_another_paper"]), ({"reason": ""}, False, ["reason_missing"]),
    ({"differs": ()}, False, ["nothing_changed"]), ({"problems": ("太长",)}, False, ["field_wrong"]),
])  # fmt: skip
def test_one_changed_fact_is_one_refusal(change: dict[str, object], rests: bool, codes: list[str]) -> None:
    facts = replace(FACTS, **change)  # type: ignore[arg-type]
    assert [one.code for one in refusals_to_amend(facts, rests_on_another=rests)] == codes


def test_the_same_request_in_other_words(world: World) -> None:
    clerk, case = cast.officer("hn.ljw.clerk"), cast.applied()
    code = bytes(row(case).tracking_index)
    done = amend(case, clerk, other(case))
    new = row(done.applied.certificate_id)
    assert (cast.state_of(case), new.state) == (State.WITHDRAWN, State.APPLIED)
    assert (new.copies, new.purpose, new.demanding_unit) == (5, "办理贷款", "会宁县农村信用社")
    assert secrets.opened_fields(new.id, new.fields_encrypted)["residence"] == "四社7号"
    assert done.code_stays and bytes(new.tracking_index) == code != bytes(row(case).tracking_index)
    ended = last_line(case)
    assert (ended.kind, ended.personal) == (
        "certificate.withdrawn", {"reason": "内容要改，重新登记：预约时没有写号码"},
    )  # fmt: skip
    assert [line.kind for line in lines_of(new.id)] == ["certificate.applied"]
    cast.seal(cast.approve(new.id), cast.officer("hn.ljw.custodian"))


def test_a_number_left_empty_at_home_is_added_and_the_booking_stays_one(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    empty = cast.application(subject_identity="")
    booking = actions.apply(
        organization_id=cast.LIJIAWAN, actor=None, at=now(),
        application=replace(empty, channel=Channel.ONLINE, applicant=replace(empty.applicant, identity="")),
    ).certificate_id  # fmt: skip
    same = cast.same_as(booking, subject_identity="620422196805120003")
    first = replace(same.certified[0], identity="620422196805120003")
    done = amend(booking, clerk, replace(same, certified=(first,)))
    new = row(done.applied.certificate_id)
    assert new.channel == Channel.ONLINE
    assert Party.objects.get(certificate=new, role="certified").identity_index


def test_materials_go_over_and_checks_do_not(world: World) -> None:
    clerk, case = cast.officer("hn.ljw.clerk"), cast.applied()
    name = row(case).materials.split("\n")[0]
    photo = cast.page()
    ticked = actions.MaterialGiven(name, Became.SEEN, (photo,))
    actions.record_materials(certificate_id=case, given=[ticked], actor=clerk, at=now())
    cast.verify(case, clerk)
    new = row(amend(case, clerk, other(case)).applied.certificate_id)
    (material,) = Material.objects.filter(certificate=new)
    (picture,) = material.attachments.all()
    assert (material.name, material.became) == (name, "seen") and files.plain_of(picture.file) == photo.data
    assert new.state == State.APPLIED and not new.checks.exists() and new.accepted_at is None


def test_who_left_no_telephone_gets_a_code_with_it(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    silent = cast.application()
    case = cast.apply(replace(silent, applicant=replace(silent.applicant, phone="")), clerk)
    same = other(case)
    done = amend(case, clerk, replace(same, applicant=replace(same.applicant, phone="13800000117")))
    assert not done.code_stays and done.applied.tracking_code


def test_what_is_refused_leaves_everything(world: World) -> None:
    clerk, case = cast.officer("hn.ljw.clerk"), cast.applied()
    refused(lambda: amend(case, clerk, cast.same_as(case)), "nothing_changed")
    refused(lambda: amend(case, clerk, other(case), " "), "reason_missing")
    refused(lambda: amend(case, clerk, replace(other(case), copies=0)), "copies_out_of_range")
    for name in ("hn.ljw.director", "hn.ljw.custodian", "hn.ptc.clerk"):
        officer = cast.officer(name)
        refused(lambda officer=officer: amend(case, officer, other(case)), "wrong_office")  # type: ignore[misc]
    assert cast.state_of(case) is State.APPLIED
    done = cast.approved()
    refused(lambda: amend(done, clerk, other(done)), "wrong_state")
    sealed = cast.delivered()
    correction = cast.begin_correction(sealed, clerk)
    refused(lambda: amend(correction, clerk, other(correction)), "amends_another_paper")
