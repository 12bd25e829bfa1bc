"""The work register narrowed: class, kind, days, words, persons; no name in the address."""

from urllib.parse import urlencode

import pytest

from tests.web.desk import LIJIAWAN, Officer
from tests.workuse import cast
from tests.world import World


@pytest.fixture
def director(desks: World) -> Officer:
    return Officer(desks, "hn.ljw.director", LIJIAWAN)


@pytest.mark.clause("H3.2.3b")
@pytest.mark.parametrize(
    "said, found",
    [
        ({"matter": "花名册"}, 1),
        ({"matter": "防疫"}, 1),
        ({"matter": "没有的"}, 0),
        ({"name": "李秀英"}, 1),
        ({"name": "李秀"}, 0),
        ({"handler": "没有的"}, 0),
        ({"kind": "work_introduction"}, 1),
        ({"kind": "work_evidence"}, 0),
        ({"kind": "work_introduction", "matter": "花名册"}, 0),
        ({"class": "self_government"}, 0),
        ({"until": "2000-01-02"}, 0),
    ],
)
def test_what_is_chosen_is_found(director: Officer, said: dict[str, str], found: int) -> None:
    cast.sealed()
    cast.sealed(cast.introduction())
    sent = director.post("work-register", **said)
    where = sent.headers["Location"]
    assert all(urlencode({"x": value})[2:] not in where for key, value in said.items() if key == "name")
    page = director.client.get(where).content.decode()
    assert f"符合条件的共{found}件" in page
    assert ("没有符合条件的登记" in page) == (found == 0)


def test_what_makes_no_sense_narrows_nothing(director: Officer) -> None:
    cast.sealed()
    assert "符合条件" not in director.get("work-register", query="?class=x&kind=y&from=z").text
