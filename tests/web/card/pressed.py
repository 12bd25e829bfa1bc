"""Every word that can be pressed on the pages the cards name, gathered by walking over them."""

from collections import defaultdict
from uuid import uuid4

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import HUINING, PINGTOUCHUAN, officer, village
from tests.web.township.test_acts import named
from tests.web.walking import ITEM, QUESTION, Walk, huining
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.people.models import Account
from zhengyin.regions.names import OrganizationKind, key_of, organization_id

CODE = "620422115203"
PRESSED = "button, a, summary, h2, label, legend"


class Seen:
    """What was seen on which page, by the name of its address."""

    def __init__(self) -> None:
        self.words: dict[str, set[str]] = defaultdict(set)

    def look(self, name: str, page: BeautifulSoup) -> None:
        for shortcut in page.select("kbd"):
            shortcut.decompose()
        self.words[name] |= {" ".join(one.get_text().split()) for one in page.select(PRESSED)}

    def at(self, who: Officer, name: str, *parts: object, query: str = "") -> None:
        self.look(name, who.get(name, *parts, query=query))

    def offers(self, name: str, word: str) -> bool:
        return any(one.startswith(word) for one in self.words[name])


def everything(world: World) -> Seen:
    """One certificate from the question to its delivery, and the offices around it."""
    seen, walk = Seen(), huining(world)
    doors(seen)
    half_in(seen, world)
    counter(seen, walk)
    case(seen, walk)
    around(seen, world, walk)
    return seen


def doors(seen: Seen) -> None:
    for name, address in {
        "home": "/", "account-login": reverse("account-login"), "village": f"/c/{CODE}",
    }.items():  # fmt: skip
        seen.look(name, BeautifulSoup(Client().get(address).content, "lxml"))
    for asked in ("item=PROH-01", f"item={ITEM}&tie=registered"):
        answer = Client().get(f"/c/{CODE}/answer?{asked}")
        seen.look("village-answer", BeautifulSoup(answer.content, "lxml"))


def half_in(seen: Seen, world: World) -> None:
    """The second page of the log-in."""
    known, client = world.account("hn.ljw.clerk"), Client()
    client.post(reverse("account-login"), {"username": known["username"], "password": known["password"]})
    seen.look("account-code", BeautifulSoup(client.get(reverse("account-code")).content, "lxml"))


def counter(seen: Seen, walk: Walk) -> None:
    seen.at(walk.handler, "handler-todo")
    seen.at(walk.handler, "handler-new")
    said = "&".join(f"{name}={value}" for name, value in QUESTION.items())
    seen.at(walk.handler, "handler-new", query=f"?{said}")
    seen.at(walk.handler, "handler-new", query="?item=PROH-10&unit=government&unit_name=某局&tie=resident")


def case(seen: Seen, walk: Walk) -> None:
    def look() -> None:
        seen.at(walk.handler, "handler-case", walk.case)

    walk.apply()
    look()
    walk.accept()
    look()
    walk.start().check()
    look()
    walk.verify()
    seen.at(walk.director, "director-list")
    seen.at(walk.director, "director-case", walk.case)
    second(seen, Walk(walk.world, walk.at, walk.prefix, uuid4()))
    walk.approve()
    seen.at(walk.director, "director-case", walk.case)
    seen.at(walk.custodian, "custodian-list")
    seen.at(walk.custodian, "custodian-seal", walk.case)
    grant = walk.grant()
    seen.at(walk.custodian, "custodian-confirm", walk.case, grant, query="?impressions=2&kin=no")
    walk.custodian.post("custodian-do-seal", walk.case, grant, impressions="2", kin="no")
    seen.at(walk.custodian, "custodian-receipt", walk.case)
    look()


def second(seen: Seen, walk: Walk) -> None:
    """One that needs a second approver. Left at 待复签, so that two papers wait for a seal elsewhere."""
    walk.verified()
    Certificate.objects.filter(pk=walk.case).update(needs_second=True)
    walk.approve()
    who = Officer(walk.world, "hn.ljw.deputy", walk.at)
    seen.at(who, "director-list")
    seen.at(who, "director-case", walk.case)
    other = Walk(walk.world, walk.at, walk.prefix, uuid4()).approved()
    assert other.row.state == "approved"


def around(seen: Seen, world: World, walk: Walk) -> None:
    seen.at(walk.director, "director-people")
    seen.at(walk.director, "committee-register")
    seen.at(walk.director, "supervision-months")
    seen.at(walk.custodian, "committee-seal")
    who, row = officer(world), village()
    seen.at(who, "township-home")
    seen.at(who, "township-committee", row.pk)
    named(who)
    seen.at(who, "township-committee", row.pk)
    who.post("township-order-seal", row.pk)
    seen.at(who, "township-committee", row.pk)
    Account.objects.filter(username__in=["hn.ljw.director", "hn.pt.officer2"]).update(is_active=False)
    seen.at(who, "township-committee", LIJIAWAN)
    lead = Officer(world, "hn.lead", HUINING)
    for name, parts in {"county-home": (), "oversight-figures": (), "offices-page": (PINGTOUCHUAN,)}.items():
        seen.at(lead, name, *parts)
    audit = organization_id(key_of(OrganizationKind.AUDIT, "620422000000"))
    seen.at(Officer(world, "hn.auditor", audit), "auditor-letters")
