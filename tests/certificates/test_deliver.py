"""Deliver: the paper leaves the office only against a signature of receipt, once."""

from dataclasses import replace
from typing import Any

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.world import World
from zhengyin.certificates.asked import PersonGiven
from zhengyin.certificates.kinds import How, SignedBy
from zhengyin.certificates.lines.names import REGISTERED
from zhengyin.certificates.models import Delivery
from zhengyin.certificates.queries.book import book_rows
from zhengyin.certificates.workflow import State
from zhengyin.documents import files
from zhengyin.registers.queries import lines_of, now
from zhengyin.shared.days import day_of


@pytest.mark.clause("H1a", "H3.2.3d")
def test_the_signature_is_bound_to_the_line(world: World) -> None:
    (case, receipt), clerk, at = cast.sealed(), cast.officer("hn.ljw.clerk"), now()
    cast.deliver(case, clerk, recipient=" 马 桂花", at=at)
    row, line = Delivery.objects.get(pk=case), last_line(case)
    assert cast.state_of(case) is State.DELIVERED
    assert (row.how, row.recipient, row.signed_by) == ("in_person", "马桂花", "slip")
    assert (row.delivered_by_id, row.delivered_at) == (clerk.person_id, at)
    assert files.get(row.signature_id) == b"picture"
    assert (line.kind, line.document_digest) == ("certificate.delivered", row.signature.sha256)
    assert (line.person_name, line.office, line.session_id) == ("马秀兰", "handler", clerk.session_id)
    assert line.columns == {
        "item": "居住证明", "number": receipt.number, "how": "本人领取", "signed_by": "签收单",
        "carrier": "", "post_number": "",
    }  # fmt: skip
    assert line.personal == {"recipient": "马桂花"}


@pytest.mark.clause("H1a", "H3.2.3d")
def test_refusals_write_nothing(world: World) -> None:
    (case, _), clerk = cast.sealed(), cast.officer("hn.ljw.clerk")
    for name in ("hn.ljw.director", "hn.ljw.custodian", "hn.ljw.supervisor", "hn.ptc.clerk", "hn.pt.officer",
                 "od.hrgt.clerk"):  # fmt: skip
        officer = cast.officer(name)
        refused(lambda officer=officer: cast.deliver(case, officer), "wrong_office")  # type: ignore[misc]
    attempts: list[tuple[dict[str, Any], list[str]]] = [
        ({"signature_image": b""}, ["receipt_not_signed"]),
        ({"recipient": "李建国"}, ["recipient_is_not_the_applicant"]),
        ({"recipient": ""}, ["recipient_is_not_the_applicant"]),
        ({"recipient": "李建国", "how": How.BY_PROXY}, ["mandate_missing"]),
        ({"how": How.BY_PROXY, "signature_image": b""}, ["receipt_not_signed", "mandate_missing"]),
    ]
    for changed, codes in attempts:
        refused(lambda changed=changed: cast.deliver(case, clerk, **changed), *codes)  # type: ignore[misc]
    cast.deliver(case, clerk, signed_by=SignedBy.DRAWN)


def test_only_what_is_sealed_and_once(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    early = cast.approved()
    refused(lambda: cast.deliver(early, clerk), "wrong_state")
    case = cast.delivered()
    refused(lambda: cast.deliver(case, clerk), "wrong_state")


def test_the_proxy_named_at_the_application_fetches_it(world: World) -> None:
    proxy = PersonGiven("李建国", phone="13800001234")
    case = cast.verified(wanted=replace(cast.application(), proxy=proxy))
    cast.agree(certificate_id=case, near_relative=False, actor=cast.officer("hn.ljw.director"), at=now())
    cast.seal(case, cast.officer("hn.ljw.custodian"))
    cast.deliver(case, cast.officer("hn.ljw.clerk"), how=How.BY_PROXY, recipient="李建国")
    assert last_line(case).columns["how"] == "代领"
    assert "李建国" not in repr(last_line(case).columns)


POSTED: dict[str, Any] = {
    "how": How.BY_POST, "signed_by": SignedBy.POSTED, "carrier": "中国邮政", "post_number": "1234 5678 90123",
}  # fmt: skip


@pytest.mark.clause("H3.2.3d")
def test_by_post_with_carrier_and_number(world: World) -> None:
    (case, _), clerk = cast.sealed(), cast.officer("hn.ljw.clerk")
    refused(lambda: cast.deliver(case, clerk, **{**POSTED, "post_number": " "}), "post_number_missing")
    refused(lambda: cast.deliver(case, clerk, **{**POSTED, "post_number": "1" * 41}), "field_wrong")
    cast.deliver(case, clerk, **POSTED)
    line = last_line(case)
    assert (line.columns["how"], line.columns["carrier"], line.columns["post_number"]) == (
        "邮寄", "中国邮政", "1234567890123",
    )  # fmt: skip
    book = next(line for line in lines_of(case) if line.kind == REGISTERED)
    row, day = book_rows([book])[0], day_of(now())
    assert row.remark == f"{day.month}月{day.day}日交付（邮寄中国邮政1234567890123）"
    assert row.receipt == "邮寄，邮寄回执"


@pytest.mark.clause("H3.2.3d")
def test_to_the_unit_against_the_name_of_whoever_took_it(world: World) -> None:
    (case, _), clerk = cast.sealed(), cast.officer("hn.ljw.clerk")
    refused(lambda: cast.deliver(case, clerk, how=How.TO_UNIT, recipient=" "), "unit_recipient_missing")
    refused(lambda: cast.deliver(case, clerk, how=How.TO_UNIT, recipient="王1"), "field_wrong")
    cast.deliver(case, clerk, how=How.TO_UNIT, recipient="王会计", carrier="中国邮政")
    line = last_line(case)
    assert (line.columns["how"], line.columns["carrier"]) == ("送到单位", "")
    assert line.personal == {"recipient": "王会计"} and "王会计" not in repr(line.columns)
