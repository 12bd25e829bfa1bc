"""待补正: once, everything named; completed by the handler or the resident, and put right on the way."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.certificates.test_free import wanted
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.completing import missing_of, values_with
from zhengyin.certificates.queries.wording import wording_of
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

MISSING = ("户口簿原件", " 租房合同 ", "")


def ask(case: UUID, clerk: Actor, missing: tuple[str, ...] = MISSING) -> None:
    actions.ask_to_complete(certificate_id=case, missing=missing, actor=clerk, at=now())


def complete(case: UUID, clerk: Actor | None, said: str = "户口簿带来了", **values: str) -> None:
    actions.complete(certificate_id=case, said=said, values=values, actor=clerk, at=now())


def test_everything_missing_is_named_at_once(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    ask(case, clerk)
    assert cast.state_of(case) is State.TO_COMPLETE
    assert missing_of(Certificate.objects.get(pk=case)) == ("户口簿原件", "租房合同")
    line = last_line(case)
    assert (line.kind, line.columns) == ("certificate.to_complete", {"item": "居住证明"})


def test_nobody_is_sent_a_second_time(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    refused(lambda: ask(case, clerk, ("", " ")), "missing_not_named")
    ask(case, clerk)
    refused(lambda: ask(case, clerk), "wrong_state")
    complete(case, clerk)
    refused(lambda: ask(case, clerk), "asked_to_complete_before")


def test_other_offices_and_villages_do_not_ask(world: World) -> None:
    case = cast.applied()
    for name in ("hn.ljw.director", "hn.ljw.custodian", "hn.ptc.clerk", "hn.pt.officer"):
        officer = cast.officer(name)
        refused(lambda officer=officer: ask(case, officer), "wrong_office")  # type: ignore[misc]


@pytest.mark.parametrize("by", ["hn.ljw.clerk", ""])
def test_the_handler_or_the_resident_completes(world: World, by: str) -> None:
    case = cast.applied()
    ask(case, cast.officer("hn.ljw.clerk"))
    actor = cast.officer(by) if by else None
    refused(lambda: complete(case, actor, said=" "), "completed_not_said")
    complete(case, actor)
    line = last_line(case)
    assert (cast.state_of(case), line.kind) == (State.APPLIED, "certificate.completed")
    assert line.personal == {"said": "户口簿带来了"}
    assert line.office == ("handler" if by else "resident")


def test_what_was_typed_wrong_is_put_right_but_no_other_person_comes_in(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    ask(case, clerk)
    refused(lambda: complete(case, clerk, lived_since="2009-02-30"), "field_wrong")
    refused(lambda: complete(case, clerk, residence=""), "field_missing", "field_wrong")
    refused(lambda: complete(case, clerk, residence="三社ꦄ号"), "character_unprintable")
    complete(case, clerk, residence="三社21号", subject_name="别的人")
    typed = values_with(Certificate.objects.get(pk=case), {})
    assert (typed["residence"], typed["subject_name"]) == ("三社21号", "马桂花")


def free_words() -> UUID:
    """A discretionary paper, sent back for more."""
    case = cast.applied(wanted=wanted())
    ask(case, cast.officer("hn.ljw.clerk"))
    return case


@pytest.mark.parametrize("by", ["hn.ljw.clerk", ""])
def test_free_words_are_as_short_as_at_the_application(world: World, by: str) -> None:
    case, actor = free_words(), cast.officer(by) if by else None
    refused(lambda: complete(case, actor, words_1="字" * 101, words_2="字" * 100), "field_wrong")
    complete(case, actor, words_1="字" * 100 + "。", words_2="字" * 100)  # the stop is none of them


def test_free_words_are_tidied_as_at_the_application(world: World) -> None:
    case = free_words()
    complete(case, cast.officer("hn.ljw.clerk"), words_1=" 家里四口人。 ")
    row = Certificate.objects.get(pk=case)
    assert values_with(row, {})["words_1"] == "家里四口人"
    assert "家里四口人。" in wording_of(row, day_of(now())).text().facts


def test_the_sex_put_right_is_still_that_of_the_number(world: World) -> None:
    """Unless a reason was taken with the number: then the form may say otherwise."""
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    ask(case, clerk)
    refused(lambda: complete(case, clerk, subject_sex="男"), "field_wrong")
    noted = replace(cast.RESIDENT, identity_note="证件上就是这样写的")
    other = cast.applied(wanted=replace(cast.application(), certified=(noted,)))
    ask(other, clerk)
    complete(other, clerk, subject_sex="男")
