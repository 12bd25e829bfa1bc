"""Loss and re-issue, dispute, replacement, collection, destruction: works · who · where · twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.seals.cast import (
    AT,
    HUINING,
    ISSUED_ON,
    LIJIAWAN,
    TODAY,
    Cast,
    kinds_of,
    last_line,
    later,
    refused,
    written,
)
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Impression, Seal, SigningCertificate, Stop
from zhengyin.seals.workflow import SealState

TOWNSHIP = "pt_officer"
NOBODY_ELSE = [
    ("hs_officer", "another_township"),
    ("ljw_director", "wrong_office"),
    ("hn_lead", "wrong_office"),
]


def stop(cast: Cast, seal: Seal, who: str = TOWNSHIP, reason: str = " 两届都说归自己 ") -> Seal:
    return actions.stop_seal(seal_id=seal.pk, reason=reason, actor=cast.actor(who), at=AT)


def restore(cast: Cast, seal: Seal, who: str = TOWNSHIP, reason: str = "找到了") -> Seal:
    return actions.restore_seal(seal_id=seal.pk, reason=reason, actor=cast.actor(who), at=later(1))


def lose(cast: Cast, seal: Seal) -> Seal:
    director = cast.actor("ljw_director")
    return actions.report_loss(
        seal_id=seal.pk, lost_at=AT - timedelta(days=2), circumstances="被盗", actor=director, at=AT
    )


def replace(cast: Cast, **said: object) -> Seal:
    values: dict[str, object] = {"reason": "磨损", **said}
    return actions.order_seal(
        organization_id=LIJIAWAN,
        actor=cast.actor(TOWNSHIP),
        at=AT,
        **values,  # type: ignore[arg-type]
    )


def collect(cast: Cast, seal: Seal, who: str = TOWNSHIP, **said: object) -> Seal:
    values: dict[str, object] = {"collected_on": TODAY, "handed_in_by": " 李国栋", **said}
    return actions.collect_seal(seal_id=seal.pk, actor=cast.actor(who), at=AT, **values)  # type: ignore[arg-type]


def destroy(cast: Cast, seal: Seal, who: str = TOWNSHIP, **said: object) -> Seal:
    values: dict[str, object] = {
        "destroyed_on": TODAY, "place": "镇政府", "how": "锯断", "witnesses": ("赵大有", "钱进"), **said,
    }  # fmt: skip
    return actions.destroy_seal(seal_id=seal.pk, actor=cast.actor(who), at=AT, **values)  # type: ignore[arg-type]


def issue(cast: Cast, seal: Seal, at: datetime = AT) -> Seal:
    return actions.issue_seal(
        seal_id=seal.pk,
        made_on=TODAY,
        issued_on=TODAY,
        received_by="李国栋",
        actor=cast.actor(TOWNSHIP),
        at=at,
    )


@contextmanager
def nothing_more() -> Iterator[None]:
    before = written()
    yield
    assert written() == before


def scan(data: bytes = b"\x89PNG") -> StoredFile:
    return files.put(
        data=data, content_type="image/png", purpose="seal.paper", owner=LIJIAWAN, county_code=HUINING,
        at=AT,
    )  # fmt: skip


def test_a_dispute_stops_and_its_end_restores(cast: Cast) -> None:
    seal = cast.issued()
    assert stop(cast, seal).state == SealState.STOPPED
    line = last_line(seal.pk)
    assert (line.columns, line.personal) == (
        {"seal": seal.name, "why": "有争议"},
        {"reason": "两届都说归自己"},
    )
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.stop is not None and not card.stop.lost
    assert restore(cast, seal, reason="镇里调解好了").state == SealState.IN_USE
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.in_use and card.stop is None
    assert kinds_of(seal.pk)[-2:] == ["seal.stopped", "seal.restored"]


@pytest.mark.parametrize("who, reason", NOBODY_ELSE)
def test_nobody_else_stops_restores_collects_destroys(cast: Cast, who: str, reason: str) -> None:
    seal = cast.issued()
    with refused(reason):
        stop(cast, seal, who)
    stop(cast, seal)
    with refused(reason):
        restore(cast, seal, who)
    replace(cast)
    with refused(reason):
        collect(cast, seal, who)
    collect(cast, seal)
    with refused(reason):
        destroy(cast, seal, who)


def test_every_act_only_where_it_leads_on_and_once(cast: Cast) -> None:
    seal = cast.issued()
    for act in (restore, destroy):
        with refused("wrong_state"):
            act(cast, seal)
    stop(cast, seal)
    with refused("wrong_state"):
        stop(cast, seal)
    replace(cast)
    collect(cast, seal)
    for act in (collect, stop):
        with refused("wrong_state"):
            act(cast, seal)
    destroy(cast, seal)
    for act in (destroy, collect, stop):
        with refused("wrong_state"):
            act(cast, seal)
    with refused("seal_already_followed"):
        restore(cast, seal)


def test_reasons_are_given_all_at_once(cast: Cast) -> None:
    seal = cast.issued()
    with refused("stop_reason_missing"):
        stop(cast, seal, reason="　")
    stop(cast, seal)
    with refused("restore_reason_missing"):
        restore(cast, seal, reason="")
    replace(cast)
    with refused("hander_missing", "collected_on_another_day"):
        collect(cast, seal, handed_in_by="", collected_on=ISSUED_ON - timedelta(days=1))


@pytest.mark.clause("H3.2.1b")
def test_a_lost_seal_is_reissued_and_the_found_one_only_collected(cast: Cast) -> None:
    lost = lose(cast, cast.issued())
    new = replace(cast, reason="")
    assert kinds_of(new.pk) == ["seal.reissue_ordered"]
    with refused("seal_already_followed"):
        restore(cast, lost)
    issue(cast, new, later(1))
    (told,) = queries.losses_told(LIJIAWAN, later(2))
    assert told.notice.seal_id == lost.pk and told.served_until == Seal.objects.get(pk=new.pk).issued_at
    with refused("seal_already_followed"):
        restore(cast, lost)
    assert collect(cast, lost).state == SealState.COLLECTED
    assert destroy(cast, lost).state == SealState.DESTROYED
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.id == new.pk


@pytest.mark.clause("H3.2.1b")
def test_a_seal_found_in_time_comes_back_when_the_order_is_called_off(cast: Cast) -> None:
    lost = lose(cast, cast.issued())
    new = replace(cast)
    with refused("another_township"):
        actions.call_off_seal(seal_id=new.pk, reason="找到了", actor=cast.actor("hs_officer"), at=AT)
    actions.call_off_seal(seal_id=new.pk, reason="找到了", actor=cast.actor(TOWNSHIP), at=AT)
    assert last_line(new.pk).kind == "seal.called_off"
    with refused("wrong_state"):
        issue(cast, new)
    restore(cast, lost)
    assert Stop.objects.get(seal=lost).ended_at == later(1)


@pytest.mark.clause("H3.2.1c")
def test_nothing_is_handed_out_before_the_old_one_is_collected(cast: Cast) -> None:
    old = cast.kept().seal
    new = replace(cast)
    assert (new.replaces, kinds_of(new.pk)) == (old, ["seal.replacement_ordered"])
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.id == old.pk and card.custodian_id  # goes on in the meantime
    with refused("old_seal_not_collected"):
        issue(cast, new)
    collect(cast, old, paper_id=scan().pk)
    assert last_line(old.pk).personal == {"handed_in_by": "李国栋"}
    assert last_line(old.pk).document_digest
    assert issue(cast, new).state == SealState.IN_USE


@pytest.mark.clause("H3.2.1c")
def test_a_disputed_seal_is_collected_first_too(cast: Cast) -> None:
    old = stop(cast, cast.issued())
    new = replace(cast)
    with refused("old_seal_not_collected"):
        issue(cast, new)
    collect(cast, old)
    assert issue(cast, new).state == SealState.IN_USE


@pytest.mark.clause("H3.2.1c")
def test_a_township_takes_no_seal_in_use(cast: Cast) -> None:
    seal = cast.issued()
    with refused("nothing_to_collect_for"):
        collect(cast, seal)
    new = replace(cast)
    actions.call_off_seal(seal_id=new.pk, reason="不换了", actor=cast.actor(TOWNSHIP), at=AT)
    with refused("nothing_to_collect_for"):
        collect(cast, seal)
    stop(cast, seal)
    with refused("nothing_to_collect_for"):  # a dispute is no way round: it is settled, or another is made
        collect(cast, seal)


@pytest.mark.clause("H3.2.1c")
def test_whoever_gave_up_the_old_seal_gets_the_new_one(cast: Cast) -> None:
    old, new = cast.issued(), replace(cast)
    collect(cast, old)
    with refused("successor_is_owed"):
        actions.call_off_seal(seal_id=new.pk, reason="不刻了", actor=cast.actor(TOWNSHIP), at=AT)
    assert issue(cast, new).state == SealState.IN_USE


def test_destroyed_before_two_others(cast: Cast) -> None:
    seal = stop(cast, cast.issued())
    replace(cast)
    collect(cast, seal)
    own = cast.actor(TOWNSHIP).name
    with refused("two_witnesses_missing", "officer_is_no_witness"):
        destroy(cast, seal, witnesses=(own, own))
    record = scan()
    destroy(cast, seal, record_id=record.pk)
    line = last_line(seal.pk)
    assert line.personal == {"witnesses": "赵大有、钱进"}
    assert "赵大有" not in str(line.columns)
    assert line.document_digest == record.sha256


def test_an_impression_is_kept_and_its_measure(cast: Cast) -> None:
    seal, actor, taken = cast.issued(), cast.actor(TOWNSHIP), scan()
    actions.record_impression(
        seal_id=seal.pk, taken_id=taken.pk, cleaned_id=None, measured_mm=Decimal("41.8"), actor=actor, at=AT
    )
    assert last_line(seal.pk).columns["measured"] == "41.8毫米"
    assert last_line(seal.pk).document_digest == taken.sha256
    with nothing_more():
        actions.record_impression(
            seal_id=seal.pk, taken_id=scan().pk, cleaned_id=None, measured_mm=None, actor=actor, at=AT
        )  # the same picture again
    another = scan(b"\x89PNG another")
    keeping = {"seal_id": seal.pk, "taken_id": another.pk, "cleaned_id": None, "measured_mm": None}
    for why in ("", " "):
        with refused("impression_not_measured"):
            actions.record_impression(**keeping, anyway=why, actor=actor, at=AT)
    actions.record_impression(**keeping, anyway="采集纸用完了", actor=actor, at=AT)
    assert last_line(seal.pk).columns["measured"] == "没有量"
    assert last_line(seal.pk).personal == {"reason": "采集纸用完了"}
    assert Impression.objects.filter(seal=seal).count() == 2
    assert SealState(Seal.objects.get(pk=seal.pk).state) is SealState.IN_USE
    with refused("another_township"):
        actions.record_impression(
            seal_id=seal.pk, taken_id=taken.pk, cleaned_id=None, measured_mm=None,
            actor=cast.actor("hs_officer"), at=AT,
        )  # fmt: skip
    stop(cast, seal)
    with refused("wrong_state"):
        actions.record_impression(
            seal_id=seal.pk, taken_id=uuid4(), cleaned_id=None, measured_mm=None, actor=actor, at=AT
        )


@pytest.mark.parametrize(
    "who", ["ljw_director", "ljw_custodian", "ljw_clerk", "ljw_deputy", "ljw_supervisor", "pt_officer"]
)
def test_a_lost_key_is_handled_like_a_lost_seal(cast: Cast, who: str) -> None:
    cast.kept()
    key = SigningCertificate.objects.get(committee_id=LIJIAWAN)
    lost_at = AT
    actions.report_key_loss(
        certificate_id=key.pk, lost_at=lost_at, circumstances="电脑被盗", actor=cast.actor(who), at=later(1)
    )
    key.refresh_from_db()
    assert (key.revoked_at, key.lost_at) == (later(1), lost_at)
    assert last_line(key.pk).kind == "signing_certificate.key_lost"
    with refused("wrong_state"):
        actions.report_key_loss(
            certificate_id=key.pk, lost_at=lost_at, circumstances="又报", actor=cast.actor(who), at=later(1)
        )


@pytest.mark.parametrize("who, reason", [("ptc_director", "wrong_office"), ("hs_officer", "wrong_office")])
def test_others_report_no_key(cast: Cast, who: str, reason: str) -> None:
    cast.issued()
    key = SigningCertificate.objects.get(committee_id=LIJIAWAN)
    with refused(reason):
        actions.report_key_loss(
            certificate_id=key.pk, lost_at=AT, circumstances="电脑被盗", actor=cast.actor(who), at=AT
        )
