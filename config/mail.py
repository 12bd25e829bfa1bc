"""The mail server, from one address: smtps://user:password@host:465."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

PORTS = {"smtps": 465, "smtp": 587, "smtp+plain": 25}  # TLS from the start, STARTTLS, none


@dataclass(frozen=True, slots=True)
class MailServer:
    """`host` is empty where no server is set up."""

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)
    scheme: str = ""
    sender: str = ""


def mail_server(url: str, sender: str) -> MailServer:
    """Read the two settings; ValueError says in Chinese what is wrong, without the password."""
    if not url:
        return MailServer()
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError("ZHENGYIN_EMAIL_URL 要写成 smtps://用户名:密码@主机:465")
    if "@" not in sender:
        raise ValueError("ZHENGYIN_EMAIL_FROM 要写发件的邮箱地址")
    try:
        port = parts.port or PORTS[parts.scheme]
    except ValueError as error:
        raise ValueError("ZHENGYIN_EMAIL_URL 的端口不是数字") from error
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, port, user, password, parts.scheme, sender)
