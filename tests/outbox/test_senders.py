"""What is set up is what the environment says; of a demonstration nothing leaves the machine."""

import dataclasses
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core import mail

from config import environment
from config.mail import MailServer, mail_server
from zhengyin.outbox.policy import Channel
from zhengyin.outbox.senders import SUBJECT, DemonstrationSender, EmailSender, senders


class Provider:
    def send(self, *, to: str, text: str) -> None:
        raise NotImplementedError


def test_nothing_set_up_nothing_offered(settings: LazySettings) -> None:
    settings.SMS_SENDER = settings.EMAIL_HOST = ""
    assert senders(demonstration=False) == {}


def test_each_way_by_itself(settings: LazySettings) -> None:
    settings.SMS_SENDER, settings.EMAIL_HOST = f"{__name__}.Provider", ""
    assert list(senders(demonstration=False)) == [Channel.SMS]
    settings.SMS_SENDER, settings.EMAIL_HOST = "", "mail.example.cn"
    assert isinstance(senders(demonstration=False)[Channel.EMAIL], EmailSender)


def test_a_demonstration_writes_files_whatever_is_set_up(settings: LazySettings, tmp_path: Path) -> None:
    settings.SMS_SENDER, settings.EMAIL_HOST = f"{__name__}.Provider", "mail.example.cn"
    settings.FILES_DIR = tmp_path / "files"
    for channel, sender in senders(demonstration=True).items():
        assert isinstance(sender, DemonstrationSender)
        sender.send(to="somebody", text="有3件等您签批")
        file = tmp_path / f"{channel.value}-demonstration.txt"
        assert file.read_text() == "【示例，未真正发送】somebody 有3件等您签批\n"
        assert file.stat().st_mode & 0o077 == 0


def test_a_letter_goes_out_as_plain_text(settings: LazySettings) -> None:
    settings.DEFAULT_FROM_EMAIL = "zhengyin@example.cn"
    EmailSender().send(to="zhang@example.cn", text="有3件等您签批")
    (sent,) = mail.outbox
    assert (sent.subject, sent.body, sent.to, sent.from_email) == (
        SUBJECT, "有3件等您签批", ["zhang@example.cn"], "zhengyin@example.cn",
    )  # fmt: skip


@pytest.mark.parametrize("url, server", [
    ("", MailServer()),
    ("smtps://zy:p%40ss@mail.example.cn",
     MailServer("mail.example.cn", 465, "zy", "p@ss", "smtps", "a@b.cn")),
    ("smtp://mail.example.cn:2525", MailServer("mail.example.cn", 2525, "", "", "smtp", "a@b.cn")),
    ("smtp+plain://10.0.0.1", MailServer("10.0.0.1", 25, "", "", "smtp+plain", "a@b.cn")),
])  # fmt: skip
def test_the_server_is_one_address(url: str, server: MailServer) -> None:
    assert mail_server(url, "a@b.cn") == server
    assert "p@ss" not in repr(server)


@pytest.mark.parametrize("url, sender, words", [
    ("mail.example.cn", "a@b.cn", "smtps://用户名:密码@主机:465"),
    ("ftp://mail.example.cn", "a@b.cn", "smtps://用户名:密码@主机:465"),
    ("smtps://:25", "a@b.cn", "smtps://用户名:密码@主机:465"),
    ("smtps://mail.example.cn", "", "发件的邮箱地址"),
    ("smtps://zy:secret@mail.example.cn:x", "a@b.cn", "端口不是数字"),
])  # fmt: skip
def test_what_is_wrong_is_said_without_the_password(
    url: str, sender: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGYIN_EMAIL_URL", url)
    monkeypatch.setenv("ZHENGYIN_EMAIL_FROM", sender)
    with pytest.raises(environment.Incomplete) as caught:
        environment.read()
    assert words in str(caught.value) and "secret" not in str(caught.value)


def test_the_environment_names_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENGYIN_EMAIL_URL", "smtp://mail.example.cn")
    monkeypatch.setenv("ZHENGYIN_EMAIL_FROM", "zhengyin@example.cn")
    server = environment.read().mail
    assert dataclasses.astuple(server) == (
        "mail.example.cn", 587, "", "", "smtp", "zhengyin@example.cn",
    )  # fmt: skip
