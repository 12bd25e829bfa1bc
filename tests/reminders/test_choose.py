"""Nobody is reminded who did not say so; an address is confirmed by a code."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.certificates.cast import officer
from tests.reminders.values import DIRECTOR, person, says_yes
from tests.world import World
from zhengyin.ledger.models import Entry
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import lines_of, now
from zhengyin.reminders import actions
from zhengyin.reminders.actions.email import address_of
from zhengyin.reminders.models import Choice, EmailCode
from zhengyin.reminders.policy.choice import CODE_LASTS, TRIES, Way
from zhengyin.reminders.queries import reminders_page
from zhengyin.shared.refusal import Refused

ADDRESS = "li.guodong@example.cn"


@pytest.fixture(autouse=True)
def home(world: World, settings: LazySettings, tmp_path: Path) -> Path:
    settings.FILES_DIR = tmp_path / "files"
    return tmp_path


@pytest.fixture
def director() -> Actor:
    return officer(DIRECTOR)


def codes_of(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.code for refusal in caught.value.refusals]


def code_in(home: Path) -> str:
    return (home / "email-demonstration.txt").read_text().rpartition("验证码")[2][:6]


def send(director: Actor, home: Path) -> str:
    actions.send_email_code(address=ADDRESS, actor=director, at=now())
    said = (home / "email-demonstration.txt").read_text()
    assert "示例" in said and ADDRESS in said
    return said.partition("验证码")[2][:6]


def test_nobody_is_asked_for_it(director: Actor) -> None:
    page = reminders_page(person(DIRECTOR), director, now())
    assert (page.way, page.email, page.pending) == (Way.NONE, "", "")


def test_a_choice_is_a_line_without_the_number(director: Actor) -> None:
    says_yes(DIRECTOR)
    (line,) = lines_of(director.person_id)
    assert (line.kind, line.book, line.title) == ("reminders.chosen", "appointments", "本人设置提醒")
    assert line.columns["way"] == "短信" and line.person_name == director.name
    assert not any(one.isdigit() for one in "".join(line.columns.values()))


def test_the_same_again_writes_nothing(director: Actor) -> None:
    says_yes(DIRECTOR)
    before = Entry.objects.count()
    says_yes(DIRECTOR)
    assert Entry.objects.count() == before


def test_what_leads_nowhere_is_refused_and_writes_nothing(director: Actor) -> None:
    before = Entry.objects.count()
    with pytest.raises(Refused) as caught:
        says_yes(DIRECTOR, Way.EMAIL)
    assert codes_of(caught) == ["reminder_email_missing"]
    assert Entry.objects.count() == before and not Choice.objects.exists()


def test_without_an_office_there_is_nothing_to_be_reminded_of(director: Actor) -> None:
    nobody = Actor(director.person_id, director.name, director.session_id, frozenset())
    with pytest.raises(Refused) as caught:
        actions.choose(way=Way.SMS, actor=nobody, at=now())
    assert codes_of(caught) == ["reminder_without_office"]


def test_who_has_no_office_any_more_can_still_say_no(director: Actor) -> None:
    says_yes(DIRECTOR)
    nobody = Actor(director.person_id, director.name, director.session_id, frozenset())
    actions.choose(way=Way.NONE, actor=nobody, at=now())
    assert Choice.objects.get().way == Way.NONE
    assert lines_of(director.person_id)[-1].office == "resident"


def test_a_confirmed_address_is_used_and_kept_encrypted(director: Actor, home: Path) -> None:
    code = send(director, home)
    page = reminders_page(person(DIRECTOR), director, now())
    assert page.pending == "l***@example.cn"
    actions.confirm_email(code=f"{code[:3]} {code[3:]}", actor=director, at=now())
    choice = Choice.objects.get()
    assert (choice.way, choice.email_masked, address_of(choice)) == (Way.EMAIL, "l***@example.cn", ADDRESS)
    assert ADDRESS.encode() not in bytes(choice.email_encrypted)
    line = lines_of(director.person_id)[-1]
    assert line.columns["way"] == "邮件" and "@" not in "".join(line.columns.values())
    assert reminders_page(person(DIRECTOR), director, now()).pending == ""


def test_a_code_is_good_once(director: Actor, home: Path) -> None:
    code = send(director, home)
    actions.confirm_email(code=code, actor=director, at=now())
    with pytest.raises(Refused) as caught:
        actions.confirm_email(code=code, actor=director, at=now())
    assert codes_of(caught) == ["email_code_is_over"]


def test_a_wrong_try_stays_counted_and_the_fifth_ends_the_code(director: Actor, home: Path) -> None:
    code = send(director, home)
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(TRIES):
        with pytest.raises(Refused) as caught:
            actions.confirm_email(code=wrong, actor=director, at=now())
    assert codes_of(caught) == ["email_code_is_over"]
    assert EmailCode.objects.get().tries == TRIES
    with pytest.raises(Refused):
        actions.confirm_email(code=code, actor=director, at=now())
    assert Choice.objects.get().email_masked == ""


def test_the_fifth_try_may_be_right(director: Actor, home: Path) -> None:
    code = send(director, home)
    for _ in range(TRIES - 1):
        with pytest.raises(Refused):
            actions.confirm_email(code="1", actor=director, at=now())
    actions.confirm_email(code=code, actor=director, at=now())
    assert Choice.objects.get().way == Way.EMAIL


def test_after_ten_minutes_it_is_over(director: Actor, home: Path) -> None:
    at = now() - CODE_LASTS + timedelta(seconds=1)
    actions.send_email_code(address=ADDRESS, actor=director, at=at)
    code = code_in(home)
    with pytest.raises(Refused):
        actions.confirm_email(code=code, actor=director, at=at + CODE_LASTS)
    actions.confirm_email(code=code, actor=director, at=at + CODE_LASTS - timedelta(seconds=1))


def test_the_code_of_another_person_is_none(director: Actor, home: Path) -> None:
    code = send(director, home)
    with pytest.raises(Refused) as caught:
        actions.confirm_email(code=code, actor=officer("hn.ljw.clerk"), at=now())
    assert codes_of(caught) == ["email_code_is_over"]
    assert not Choice.objects.filter(person=person("hn.ljw.clerk")).exists()


def test_two_codes_in_a_minute_are_one_too_many(director: Actor, home: Path) -> None:
    at = now()
    actions.send_email_code(address=ADDRESS, actor=director, at=at)
    with pytest.raises(Refused) as caught:
        actions.send_email_code(address=ADDRESS, actor=director, at=at + timedelta(seconds=59))
    assert codes_of(caught) == ["email_code_sent_just_now"]
    assert EmailCode.objects.count() == 1


def test_a_server_that_says_no_is_told_in_words(director: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: object, *, to: str, text: str) -> None:
        raise ConnectionRefusedError(to)

    monkeypatch.setattr("zhengyin.outbox.senders.DemonstrationSender.send", broken)
    with pytest.raises(Refused) as caught:
        actions.send_email_code(address=ADDRESS, actor=director, at=now())
    assert codes_of(caught) == ["email_not_sent"]
    assert ADDRESS not in caught.value.refusals[0].about


def test_no_erases_the_address(director: Actor, home: Path) -> None:
    actions.confirm_email(code=send(director, home), actor=director, at=now())
    says_yes(DIRECTOR, Way.SMS)
    assert Choice.objects.get().email_masked == "l***@example.cn"
    says_yes(DIRECTOR, Way.NONE)
    choice = Choice.objects.get()
    assert (choice.way, choice.email_masked, bytes(choice.email_encrypted)) == (Way.NONE, "", b"")


def test_codes_of_days_gone_by_are_swept(director: Actor, home: Path) -> None:
    at = now()
    actions.send_email_code(address=ADDRESS, actor=director, at=at)
    assert actions.sweep_codes(at=at) == 0
    assert actions.sweep_codes(at=at + timedelta(days=1)) == 1
