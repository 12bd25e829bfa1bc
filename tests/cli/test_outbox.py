"""`zhengyin outbox`: put, send, sweep; early only where nothing real can be sent."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.certificates import cast
from tests.certificates.conftest import in_world_database, world, world_database
from tests.outbox.values import put
from tests.reminders.values import DIRECTOR, says_yes
from tests.world import World
from zhengyin.cli.__main__ import main
from zhengyin.outbox.models import Message
from zhengyin.outbox.policy import KEPT, MessageState
from zhengyin.regions.actions import install
from zhengyin.registers.queries import now

__all__ = ["in_world_database", "world", "world_database"]


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.FILES_DIR = tmp_path / "files"
    return tmp_path


def test_what_waits_is_put_sent_and_told(
    world: World, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cast.verified()
    says_yes(DIRECTOR)
    assert main(["outbox", "--early"]) == 0
    assert capsys.readouterr().out == "排好1条提醒，发了1次\n"
    assert "有1件等您签批" in (home / "sms-demonstration.txt").read_text()
    assert main(["outbox", "--early"]) == 0
    assert capsys.readouterr().out == ""


def test_what_is_due_later_waits_and_what_is_old_goes(world: World) -> None:
    at = now()
    put("later", at=at + timedelta(minutes=5), until=at + timedelta(hours=1))
    put("old", at=at - KEPT - timedelta(days=1), until=at)
    Message.objects.filter(key="old").update(
        state=MessageState.FAILED.value, ended_at=at - KEPT - timedelta(minutes=1)
    )
    assert main(["outbox"]) == 0
    (left,) = Message.objects.all()
    assert (left.key, left.attempts) == ("later", 0)


def test_early_is_for_the_demonstration_alone(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    install(demonstration=False, at=now())
    assert main(["outbox", "--early"]) == 2
    assert "只能在示例库里用" in capsys.readouterr().err
