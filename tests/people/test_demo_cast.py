"""The casts of the packs load by the same rules as everybody's appointments."""

import base64
from pathlib import Path

import pytest
from django_otp.oath import TOTP

from tests.people.conftest import NOW
from zhengyin.ledger.models import Entry
from zhengyin.people import actions
from zhengyin.people.models import Account, Appointment
from zhengyin.people.offices import Office
from zhengyin.people.policy.factors import Factor
from zhengyin.regions.actions import install, load_pack
from zhengyin.regions.packs import load_demo
from zhengyin.shared.refusal import Refused

PACKS = Path(__file__).resolve().parents[2] / "packs"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["huining", "ordos"])
def test_a_cast_loads_once_and_every_secret_opens_its_account(name: str) -> None:
    install(demonstration=True, at=NOW)
    load_pack(PACKS / name, NOW)
    demo = load_demo(PACKS / name)
    made = actions.load_demo_cast(demo=demo, at=NOW)
    assert len(made) == len(demo.persons)
    said = sorted(
        held.office for one in demo.persons for held in one.offices if held.office != Office.CUSTODIAN
    )
    assert sorted(Appointment.objects.values_list("office", flat=True)) == said
    assert Entry.objects.filter(kind="appointment.made").count() == len(said)
    one = made[0]
    account = Account.objects.get(username=one.username)
    assert account.demonstration
    assert account.check_password(one.password)
    totp = TOTP(base64.b32decode(one.totp_secret))
    totp.time = NOW.timestamp()
    code = f"{totp.token():06d}"
    assert actions.check_second_factor(account=account, code=code, at=NOW) is Factor.APP
    assert actions.load_demo_cast(demo=demo, at=NOW) == ()


@pytest.mark.django_db
def test_without_demonstration_no_cast_loads() -> None:
    install(demonstration=False, at=NOW)
    load_pack(PACKS / "huining", NOW)
    with pytest.raises(Refused, match="not_a_demonstration"):
        actions.load_demo_cast(demo=load_demo(PACKS / "huining"), at=NOW)
    assert not Account.objects.exists()
