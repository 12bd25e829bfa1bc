"""Correction and 再开一份 of what is more than one form: several persons, free words, a brought form."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import refused
from tests.certificates.test_free import CHECKS as FREE_CHECKS
from tests.certificates.test_free import wanted as free_words
from tests.certificates.test_persons import FATHER, SON
from tests.certificates.test_persons import sealed as sealed_for
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.asked import Application, PersonGiven
from zhengyin.certificates.brought import Brought
from zhengyin.certificates.changes import Change
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.again import differs_from_the_reissued, followed
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import lines_of, now


def row(case: UUID) -> Certificate:
    return Certificate.objects.get(pk=case)


def correct(case: UUID, clerk: Actor, wanted: Application) -> UUID:
    done = actions.begin_correction(
        certificate_id=case, application=wanted, reason="写错了", actor=clerk, at=now()
    )
    return done.certificate_id


def changed(case: UUID) -> tuple[Change, ...]:
    told = followed(row(case), lines_of(case))
    assert told is not None
    return told.changes


def with_persons(case: UUID, *others: PersonGiven) -> Application:
    same = cast.same_as(case)
    return replace(same, certified=(same.certified[0], *others))


DAUGHTER = PersonGiven("李小芳", "620422199605120003", relation="女儿", identity_note="证上就是这样")


GONE = "已故（2019年3月1日去世）"


@pytest.mark.parametrize("others, told", [
    ((replace(SON, name="李晓明"), FATHER),
     [Change("第2位被证明人", "李小明，儿子，6204**********0005", "李晓明，儿子，6204**********0005")]),
    ((replace(SON, relation="女婿"), FATHER),
     [Change("第2位被证明人", "李小明，儿子，6204**********0005", "李小明，女婿，6204**********0005")]),
    ((SON, replace(FATHER, died_on=date(2019, 4, 1))),
     [Change("第3位被证明人", f"马德山，父亲，{GONE}", "马德山，父亲，已故（2019年4月1日去世）")]),
    ((SON,), [Change("第3位被证明人", f"马德山，父亲，{GONE}", "")]),
    ((SON, FATHER, DAUGHTER), [Change("第4位被证明人", "", "李小芳，女儿，6204**********0003")]),
    ((replace(SON, identity="620422199506120005", identity_note="证上就是这样"), FATHER),
     [Change("第2位被证明人", "李小明，儿子，6204**********0005", "李小明，儿子，6204**********0005", True)]),
])  # fmt: skip
def test_any_person_on_the_paper_is_corrected_and_the_director_told(
    world: World, others: tuple[PersonGiven, ...], told: list[Change]
) -> None:
    old, clerk = sealed_for(SON, FATHER), cast.officer("hn.ljw.clerk")
    refused(lambda: correct(old, clerk, with_persons(old, SON, FATHER)), "nothing_changed")
    new = correct(old, clerk, with_persons(old, *others))
    assert [one for one in changed(new) if one.what != "都有谁"] == told


def free_sealed(checks: Sequence[cast.CheckGiven] = FREE_CHECKS) -> UUID:
    case = cast.verified(wanted=free_words(), checks=checks)
    return finished(case)


def finished(case: UUID) -> UUID:
    """Approved by two and sealed."""
    cast.agree(certificate_id=case, near_relative=False, actor=cast.officer("hn.ljw.director"), at=now())
    cast.second(certificate_id=case, near_relative=False, actor=cast.officer("hn.ljw.deputy"), at=now())
    cast.seal(case, cast.officer("hn.ljw.custodian"))
    return case


def test_free_words_keep_the_title_that_was_typed(world: World) -> None:
    old, clerk = free_sealed(), cast.officer("hn.ljw.clerk")
    assert row(old).title == "门牌情况证明"
    new = cast.reissue(old, clerk)
    assert row(new).title == "门牌情况证明" and differs_from_the_reissued(row(new)) == ()
    cast.verify(new, clerk, FREE_CHECKS)
    assert cast.state_of(finished(new)) is State.SEALED


@pytest.mark.parametrize("typed, told", [
    ({"title": "门牌号证明"}, Change("标题", "门牌情况证明", "门牌号证明")),
    ({"words_2": ""}, Change("第二件事", "门牌由村（社区）2019年统一更换", "")),
    ({"words_3": "门牌完好"}, Change("第三件事", "", "门牌完好")),
])  # fmt: skip
def test_free_words_are_corrected_in_title_and_number_of_sentences(
    world: World, typed: dict[str, str], told: Change
) -> None:
    old, clerk = free_sealed(), cast.officer("hn.ljw.clerk")
    refused(lambda: correct(old, clerk, cast.same_as(old)), "nothing_changed")
    assert changed(correct(old, clerk, cast.same_as(old, **typed))) == (told,)


def brought_sealed() -> UUID:
    case, custodian = cast.brought_approved(), cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id
    actions.seal(
        certificate_id=case, grant_id=grant, copies=2, impressions=2, near_relative=False, form_filled=True,
        actor=custodian, at=now(),
    )  # fmt: skip
    return case


def test_a_brought_form_stays_one(world: World) -> None:
    """再开一份 wants new pictures, and vouches for what the first one vouched for."""
    old, clerk = brought_sealed(), cast.officer("hn.ljw.clerk")
    new = cast.reissue(old, clerk)
    assert (row(new).brought_title, row(new).title) == (row(old).brought_title, row(old).title)
    assert row(new).form == row(old).form and differs_from_the_reissued(row(new)) == ()
    actions.accept(
        certificate_id=new, identity_method=cast.IdentityMethod.DOCUMENT, identity_note="",
        ties=[cast.Tie.REGISTERED], actor=clerk, at=now(),
    )  # fmt: skip
    actions.start_verifying(certificate_id=new, actor=clerk, at=now())
    actions.record_checks(certificate_id=new, checks=cast.CHECKS[:2], actor=clerk, at=now())
    refused(lambda: actions.verify(certificate_id=new, actor=clerk, at=now()), "form_not_photographed")


def test_a_brought_form_is_corrected_as_one(world: World) -> None:
    old, clerk = brought_sealed(), cast.officer("hn.ljw.clerk")
    same = cast.same_as(old)
    assert same.brought == Brought("住房租赁备案申请表", frozenset({"person", "residence"}))
    refused(lambda: correct(old, clerk, same), "nothing_changed")
    titled = replace(same, brought=replace(same.brought, title="住房租赁登记表"))
    new = correct(old, clerk, replace(titled, values={**same.values, "residence": "四社7号"}))
    assert row(new).brought_title == "住房租赁登记表"
    assert changed(new) == (
        Change("现在住哪里（到门牌）", "三社12号", "四社7号"),
        Change("标题", "来表盖章：住房租赁备案申请表", "来表盖章：住房租赁登记表"),
    )
