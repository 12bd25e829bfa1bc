"""No use while lost, stopped, collected, with another, out with another: by raw SQL as the application."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tests.certificates import cast as certificates
from tests.certificates.attempts import refuses
from tests.certificates.cast import LIJIAWAN, officer
from tests.workuse import cast
from tests.workuse.test_count_seals import stamped
from zhengyin.registers.queries import now
from zhengyin.seals import actions
from zhengyin.seals.models import Seal
from zhengyin.shared.days import day_of
from zhengyin.workuse import actions as actions_of_work

pytestmark = [pytest.mark.usefixtures("world"), pytest.mark.clause("H3.2.1b", "H3.2.1d", "H3.2.4b")]
WORK = (
    "UPDATE workuse_workuse SET state = 'work_sealed', sealed_by_id = %s, sealed_at = clock_timestamp(), "
    "impressions = 1, year = 2026, no = 1, number = '用印〔2026〕1号' WHERE id = %s"
)
CERTIFICATE = (
    "UPDATE certificates_certificate SET state = 'sealed', sealed_by_id = %s, sealed_at = clock_timestamp(), "
    "year = 2026, no = 1, number = '证字〔2026〕1号', token_index = '\\x01', document_id = (SELECT file.id "
    "FROM documents_storedfile AS file LIMIT 1) WHERE id = %s"
)


def seal() -> Seal:
    return Seal.objects.get(committee_id=LIJIAWAN)


def lose() -> None:
    actions.report_loss(
        seal_id=seal().pk, lost_at=now(), circumstances="被盗", actor=officer("hn.ljw.director"), at=now()
    )


def stop() -> None:
    actions.stop_seal(seal_id=seal().pk, reason="争议", actor=officer("hn.pt.officer"), at=now())


def collect() -> None:
    old = seal()
    actions.order_seal(organization_id=LIJIAWAN, reason="磨损", actor=officer("hn.pt.officer"), at=now())
    actions.collect_seal(
        seal_id=old.pk, collected_on=day_of(now()), handed_in_by="李国栋", actor=officer("hn.pt.officer"),
        at=now(),
    )  # fmt: skip


def take_out() -> None:
    at = now()
    row = actions.ask_take_out(
        seal_id=seal().pk, reason="集中登记", place="三社", from_at=at, until_at=at + timedelta(hours=1),
        actor=officer("hn.ljw.clerk"), at=at,
    )  # fmt: skip
    actions.approve_take_out(take_out_id=row.pk, actor=officer("hn.ljw.director"), at=at)
    actions.leave_with_seal(take_out_id=row.pk, actor=officer("hn.ljw.custodian"), at=at)


def sealing_work(by: str = "hn.ljw.custodian") -> tuple[str, object, object]:
    return WORK, officer(by).person_id, cast.approved().pk


def sealing_paper(by: str = "hn.ljw.custodian") -> tuple[str, object, object]:
    return CERTIFICATE, officer(by).person_id, certificates.approved()


BOTH = [("work_use_seal_in_hand", sealing_work), ("certificate_seal_in_hand", sealing_paper)]
Sealing = Callable[..., tuple[str, object, object]]


@pytest.mark.parametrize("guard, sealing", BOTH)
@pytest.mark.parametrize("happened", [lose, stop, collect])
def test_a_seal_not_in_use_stamps_nothing(guard: str, sealing: Sealing, happened: Callable[[], None]) -> None:
    attempt = sealing()
    happened()
    refuses(guard, *attempt)


@pytest.mark.parametrize("guard, sealing", BOTH)
def test_nor_does_anybody_else_with_it(guard: str, sealing: Sealing) -> None:
    refuses(guard, *sealing("hn.ljw.clerk"))


@pytest.mark.parametrize("sealing", [sealing_work, sealing_paper])
@pytest.mark.parametrize("happened", [lambda: None, take_out], ids=["at the office", "outside, its carrier"])
def test_in_its_keepers_hand_the_guard_lets_it_pass(sealing: Sealing, happened: Callable[[], None]) -> None:
    """The near miss; at its end the transaction would be asked for the line."""
    happened()
    statement, *values = sealing()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount == 1
        transaction.set_rollback(True)


@pytest.mark.parametrize("guard, sealing", BOTH)
def test_outside_only_its_carrier(guard: str, sealing: Sealing) -> None:
    take_out()
    attempt = sealing()
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM people_person WHERE name = '马秀兰'")
        (clerk,) = cursor.fetchone()
    refuses(guard, attempt[0], clerk, attempt[2])


@pytest.mark.parametrize("ended", [lose, stop])
def test_papers_sealed_earlier_are_finished_after_it(ended: Callable[[], None]) -> None:
    """The near miss: the seal is out of reach, the stamped paper is not."""
    work_use, clerk = cast.sealed(cast.introduction()), officer("hn.ljw.clerk")
    ended()
    actions_of_work.print_copies(work_use_id=work_use.id, actor=clerk, at=now())
    actions_of_work.attach_scan(
        work_use_id=work_use.id, pictures=(stamped((560, 950)),), actor=officer("hn.ljw.custodian"), at=now()
    )
    actions_of_work.count_seals(
        work_use_id=work_use.id, said=1, shown=1, actor=officer("hn.ljw.custodian"), at=now()
    )
    actions_of_work.file(work_use_id=work_use.id, place="2026年第3盒", actor=clerk, at=now())
