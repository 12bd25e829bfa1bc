"""A telephone is changed from above, like a reset: a line without the number, shown, and a block."""

import pytest

from tests.people.conftest import (
    CLERK,
    COUNTY,
    DIRECTOR,
    KEEPER,
    NOW,
    OFFICER,
    OFFICER2,
    VILLAGE,
    World,
    identity_number,
)
from tests.people.test_log_in import Outbox, check, clerk, refused
from zhengyin.ledger.models import Entry
from zhengyin.people import actions
from zhengyin.people.models import Account, Person, Reset
from zhengyin.people.policy.factors import Factor
from zhengyin.people.policy.reset import Reset as What
from zhengyin.people.queries import blocked_from_approving, login_page, phone_of
from zhengyin.registers.queries import lines_of
from zhengyin.shared.refusal import Refused

__all__ = ["clerk"]
NEW = "13911112222"


def change(world: World, account: Account, by: str = DIRECTOR, phone: str = NEW) -> Reset:
    return actions.change_phone(
        account_id=account.pk,
        organization_id=VILLAGE,
        phone=phone,
        reason="换了号",
        actor=world.act(by),
        at=NOW,
    )


def phone(name: str) -> tuple[str, str]:
    person = Person.objects.get(name=name)
    return phone_of(person), person.phone_tail


def test_codes_go_to_the_new_number_and_those_on_their_way_end(world: World, clerk: Account) -> None:
    before, after = Outbox(), Outbox()
    actions.send_sms_code(account=clerk, sender=before, at=NOW)
    change(world, clerk, phone=" 139 1111 2222 ")
    assert phone(CLERK) == (NEW, "2222")
    with pytest.raises(Refused):
        check(clerk, before.code)
    clerk = Account.objects.get(pk=clerk.pk)
    later = NOW.replace(minute=NOW.minute + 1)
    actions.send_sms_code(account=clerk, sender=after, at=later)
    assert after.sent[0][0] == NEW
    assert check(clerk, after.code, later) is Factor.SMS


def test_it_is_a_reset_in_all_else(world: World, clerk: Account) -> None:
    row = change(world, clerk)
    assert blocked_from_approving(clerk.person_id, NOW)
    (shown,) = login_page(clerk, NOW).resets
    assert (shown.what, shown.by, shown.reason) == ("收验证码的手机号", DIRECTOR, "换了号")
    (line,) = lines_of(row.pk)
    assert (line.kind, line.owner, line.columns["what"]) == ("login.reset", VILLAGE, "收验证码的手机号")
    assert not any(number in str(dict(line.columns)) for number in (NEW, NEW[-4:]))
    actions.confirm_reset(reset_id=row.pk, actor=world.act(OFFICER), at=NOW)
    assert not blocked_from_approving(clerk.person_id, NOW)


@pytest.mark.parametrize(
    ("name", "by", "number", "codes"),
    [
        (KEEPER, DIRECTOR, NEW, ["approver_may_not_reset_keeper"]),
        (CLERK, CLERK, NEW, ["nobody_resets_himself", "not_above_the_owner"]),
        (CLERK, KEEPER, NEW, ["not_above_the_owner"]),
        (CLERK, DIRECTOR, "139", ["phone_is_wrong"]),
    ],
)
def test_a_refused_change_writes_nothing(
    world: World, name: str, by: str, number: str, codes: list[str]
) -> None:
    account = world.account(name)
    before = (phone(name), Entry.objects.count())
    with pytest.raises(Refused) as caught:
        change(world, account, by, number)
    assert refused(caught) == codes
    assert (phone(name), Entry.objects.count()) == before
    assert not Reset.objects.exists()


def test_twice_is_refused(world: World, clerk: Account) -> None:
    change(world, clerk)
    with pytest.raises(Refused) as caught:
        change(world, clerk, OFFICER2)
    assert refused(caught) == ["phone_is_the_same"]
    assert Reset.objects.count() == 1


def test_a_telephone_is_no_choice_of_a_reset(world: World, clerk: Account) -> None:
    with pytest.raises(ValueError, match="phone"):
        actions.reset_login(
            account_id=clerk.pk, organization_id=VILLAGE, what=What.PHONE, reason="换了号",
            actor=world.act(DIRECTOR), at=NOW,
        )  # fmt: skip


@pytest.mark.parametrize(("said", "codes"), [(NEW, ["phone_is_changed_elsewhere"]), ("", []), ("own", [])])
def test_entering_somebody_again_changes_no_telephone(world: World, said: str, codes: list[str]) -> None:
    person = world.person(CLERK)
    known, number = phone(CLERK), identity_number(list(world.people).index(CLERK))

    def enter() -> Person:
        return actions.register_person(
            name=CLERK, identity=number, phone=known[0] if said == "own" else said, county_code=COUNTY, at=NOW
        )

    if codes:
        with pytest.raises(Refused) as caught:
            enter()
        assert refused(caught) == codes
    else:
        assert enter() == person
    assert phone(CLERK) == known
