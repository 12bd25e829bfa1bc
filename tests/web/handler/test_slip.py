"""The code on a 签收单 opens the case to its own handler, and to nobody else."""

from uuid import uuid4

from django.test import Client

from tests.web.desk import Officer
from tests.web.walking import huining
from tests.world import World
from zhengyin.regions.names import organization_id

PINGTOUCHUAN = organization_id("committee:620422115201")


def test_the_slips_code(desks: World) -> None:
    walk = huining(desks).sealed()
    address = f"/S/{walk.row.pk.hex.upper()}"
    clerk, neighbour = walk.handler, Officer(desks, "hn.ptc.clerk", PINGTOUCHUAN)
    assert clerk.client.get(address).status_code == 302
    assert neighbour.client.get(address).status_code == 404
    assert clerk.client.get(f"/S/{uuid4().hex}").status_code == 404
    assert clerk.client.get("/S/nothing").status_code == 404
    assert Client().get(address).headers["Location"].startswith("/account/login/")
