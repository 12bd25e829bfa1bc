"""Whoever logs in lands on a page that says what can be done; nobody on an empty one, nobody on a 404."""

import pytest
from bs4 import BeautifulSoup

from tests.web.desk import LIJIAWAN, Officer
from tests.world import World, loaded

EVERYBODY = [account["username"] for account in loaded()[1]]


@pytest.mark.parametrize("username", EVERYBODY)
def test_everybody_lands_on_a_page_of_work(desks: World, username: str) -> None:
    client = Officer(desks, username, LIJIAWAN).client
    answer = client.get("/desk")
    pages = [answer["Location"]] if answer.status_code == 302 else links(answer.content)
    assert pages
    for page in pages:
        found = client.get(page)
        assert found.status_code == 200, page
        seen = BeautifulSoup(found.content, "lxml")
        assert seen.h1 is not None
        assert seen.main is not None and len(seen.main.get_text(strip=True)) > 20
        assert seen.select(".head .tabs a[aria-current]"), f"{page}: no tab is the current one"
        for tab in seen.select(".head .tabs a"):
            assert client.get(str(tab["href"])).status_code == 200, tab["href"]


def links(content: bytes) -> list[str]:
    return [str(link["href"]) for link in BeautifulSoup(content, "lxml").select(".places a")]
