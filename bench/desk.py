"""Officers' browsers over a real connection: cookies of a log-in behind both steps, forms posted."""

from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode
from uuid import UUID

CSRF = "benchbenchbenchbenchbenchbench32"  # cookie and field alike: what a browser sends back
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Browser:
    """One log-in; plain data, so that a client process can have it."""

    username: str
    session: UUID
    cookies: str

    def post(self, connection: HTTPConnection, path: str, said: dict[str, object]) -> str:
        """Send a form and return where it leads; any other answer ends the measurement."""
        body = urlencode({"csrfmiddlewaretoken": CSRF, **said}, doseq=True)
        connection.request("POST", path, body, FORM | {"Cookie": self.cookies})
        answer = connection.getresponse()
        told = answer.read()
        if answer.status != 302:
            raise SystemExit(f"{path} answered {answer.status}: {told[:4000].decode(errors='replace')}")
        return answer.headers["Location"]

    def get(self, connection: HTTPConnection, path: str) -> str:
        """Look at a page and return it; anything but 200 ends the measurement."""
        connection.request("GET", path, headers={"Cookie": self.cookies})
        answer = connection.getresponse()
        told = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
        return told.decode()


def logged_in(username: str) -> Browser:
    """Open a session as the log-in does after its second step."""
    from django.core.signing import TimestampSigner
    from django.test import Client

    from zhengyin.people import actions as people
    from zhengyin.people.models import Account
    from zhengyin.people.policy.factors import Factor
    from zhengyin.registers.queries import now
    from zhengyin.web.account import idle
    from zhengyin.web.account.entering import BACKEND
    from zhengyin.web.actors import SESSION

    account = Account.objects.get(username=username)
    opened = people.open_session(
        account=account, factor=Factor.APP, device=None, address_prefix="127.0.0.0", at=now()
    )
    client = Client()
    client.force_login(account, backend=BACKEND)
    session = client.session
    session[SESSION] = str(opened.id)
    session.save()
    seen = TimestampSigner(salt="zhengyin.seen").sign(str(opened.id))
    words = {"sessionid": client.cookies["sessionid"].value, idle.COOKIE: seen, "csrftoken": CSRF}
    return Browser(username, opened.id, "; ".join(f"{name}={value}" for name, value in words.items()))
