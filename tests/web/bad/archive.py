"""Forms of the year's end."""

from tests.archive import cast
from tests.web.bad.lines import Case, at
from tests.web.bad.sweep import Sent
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import PINGTOUCHUAN
from tests.world import World
from zhengyin.web.archive import forms


def counting(world: World) -> Sent:
    who = Officer(world, cast.CUSTODIAN, LIJIAWAN)
    return at(who, "archive-count", cast.last(), fonds="会宁L057", category="WS", box="1")


def giving_back(world: World) -> Sent:
    cast.prepared()
    who = Officer(world, cast.SUPERVISOR, LIJIAWAN)
    return at(who, "archive-return", cast.last(), reason="第5号的份数要再看")


def receiving(world: World) -> Sent:
    cast.brought_to("year_packed")
    who = Officer(world, cast.TOWNSHIP, PINGTOUCHUAN)
    return at(who, "township-archive-receive", LIJIAWAN, cast.last(), number="平收〔2026〕3号", checked="on")


CASES = [
    Case((forms.CountForm,), counting, world="last_year"),
    Case((forms.ReturnForm,), giving_back, world="last_year"),
    Case((forms.ReceiveForm,), receiving, world="last_year"),
]
