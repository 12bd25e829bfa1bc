"""A village to practise in: set up by the ordinary acts, begun afresh without deleting, and nowhere else."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.practice.conftest import ANGSU, PINGTOUCHUAN
from zhengyin.ledger.models import Entry
from zhengyin.people.models import Person
from zhengyin.practice.actions import open_village
from zhengyin.practice.queries import newest, village
from zhengyin.regions import actions as regions
from zhengyin.regions import queries
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals.models import Custody, Seal
from zhengyin.shared.refusal import Refused


@pytest.mark.parametrize("township, stem", [
    (PINGTOUCHUAN, "平头川镇练习村证字"), (ANGSU, "昂素镇练习村证字"),
])  # fmt: skip
def test_the_first_entrance_sets_up_everything_and_the_second_nothing(
    practice: None, township: str, stem: str
) -> None:
    made = open_village(township=township, at=now())
    card = queries.committee(made.pk)
    assert (card.number_prefix, card.may_issue) == (stem, True)
    seal = Seal.objects.get(committee=made)
    assert (seal.state, Custody.objects.get(seal=seal).person.name) == ("in_use", "练习保管员")
    shown = village(township, now())
    assert shown is not None
    assert [one.offices for one in shown.accounts] == [
        "主任（签批人）", "委员、复核签批人", "村（居）务监督委员会", "经办人", "印章保管人",
        "乡镇（街道、苏木）",
    ]  # fmt: skip
    lines = Entry.objects.count()
    assert open_village(township=township, at=now()) == made
    assert Entry.objects.count() == lines


def test_begun_afresh_the_old_lines_stand_untouched(practice: None) -> None:
    first = open_village(township=PINGTOUCHUAN, at=now())
    before = dict(Entry.objects.values_list("pk", "hash"))
    second = open_village(township=PINGTOUCHUAN, at=now(), fresh=True)
    assert newest(PINGTOUCHUAN) == second != first
    assert (second.short_name, second.code) == ("练习二村", "620422115298")
    after = dict(Entry.objects.values_list("pk", "hash"))
    assert {pk: after[pk] for pk in before} == before
    assert [line.kind for line in lines_of(second.pk)] == [
        "practice.village_set_up", "committee.name_confirmed", "organization.counter_set",
    ]  # fmt: skip
    shown = village(PINGTOUCHUAN, now())
    assert shown is not None and all("620422115299" not in one.username for one in shown.accounts)


def test_no_number_is_left(practice: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhengyin.regions.actions.practice.FIRST", 299)
    open_village(township=PINGTOUCHUAN, at=now())
    people = Person.objects.count()
    with pytest.raises(Refused, match="practice_villages_used_up"), transaction.atomic():
        open_village(township=PINGTOUCHUAN, at=now(), fresh=True)
    assert Person.objects.count() == people


def test_a_real_place_is_never_a_practice(db: None) -> None:
    with (
        pytest.raises(IntegrityError, match="regions_practice_is_no_real_place"),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO regions_installation (id, demonstration, practice, created_at)"
            " VALUES (1, false, true, now())"
        )


@pytest.mark.parametrize("made", [{"demonstration": True}, {"demonstration": False}])
def test_the_mode_stays(db: None, made: dict[str, bool]) -> None:
    regions.install(**made, at=now())
    assert not queries.is_practice()
    with pytest.raises(Refused, match="installation_is_fixed"):
        regions.install(demonstration=True, practice=True, at=now())
