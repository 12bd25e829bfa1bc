"""What the product is told from outside: one environment, read once, errors in plain words.

The set-up writes these names into a 0600 file of the served process's OS user; a county's
operator gives them by their own means. None of them reaches the owner of the database.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from config.mail import MailServer, mail_server
from zhengyin.shared.secrecy import Key


class Incomplete(Exception):
    """A name is missing from the environment."""


def _needed(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise Incomplete(f"环境变量 {name} 没有设置；请用 make run 启动，或照 docs/operations.md 填写")
    return value


def _mail() -> MailServer:
    try:
        return mail_server(
            os.environ.get("ZHENGYIN_EMAIL_URL", ""), os.environ.get("ZHENGYIN_EMAIL_FROM", "")
        )
    except ValueError as error:
        raise Incomplete(f"发邮件的设置不对：{error}；见 docs/operations.md") from error


@dataclass(frozen=True, slots=True)
class Environment:
    """The environment of one running product."""

    database_url: str
    django_key: str
    data_key: Key
    index_key: Key
    signing_passphrase: bytes
    home: Path
    fonts: Path
    public_url: str
    trusted_proxies: tuple[str, ...]
    pool: bool
    sms_sender: str
    mail: MailServer
    practice: bool
    practice_url: str
    practice_key: str


def read() -> Environment:
    """Read the environment; raise Incomplete naming the first thing that is missing."""
    master = Key(bytes.fromhex(_needed("ZHENGYIN_MASTER_KEY")))
    return Environment(
        database_url=_needed("DATABASE_URL"),
        django_key=_needed("ZHENGYIN_DJANGO_KEY"),
        data_key=master.derive("data"),
        index_key=master.derive("index"),
        signing_passphrase=_needed("ZHENGYIN_SIGNING_PASSPHRASE").encode(),
        home=Path(_needed("ZHENGYIN_SERVED")),
        fonts=Path(_needed("ZHENGYIN_FONTS")),
        public_url=os.environ.get("ZHENGYIN_PUBLIC_URL", "http://127.0.0.1:8000"),
        trusted_proxies=tuple(os.environ.get("TRUSTED_PROXIES", "").split()),
        pool=os.environ.get("ZHENGYIN_POOL", "1") == "1",
        sms_sender=os.environ.get("ZHENGYIN_SMS_SENDER", ""),
        mail=_mail(),
        practice=os.environ.get("ZHENGYIN_PRACTICE", "0") == "1",
        practice_url=os.environ.get("ZHENGYIN_PRACTICE_URL", "").rstrip("/"),
        practice_key=os.environ.get("ZHENGYIN_PRACTICE_KEY", ""),
    )
