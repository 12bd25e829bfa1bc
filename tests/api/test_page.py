"""The page for people says all the document does, without a script or anybody else's server."""

import json
import re

from django.test import Client

from tests.world import World
from zhengyin.api.document import document

QUERIES = {"OnDay", "WhichItems", "Demand"}  # stand beside their addresses, field by field


def test_the_document_is_served(desks: World) -> None:
    answer = Client().get("/api/v1/openapi.json")
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert json.loads(answer.content) == document()
    assert document()["openapi"].startswith("3.")


def test_the_page_names_every_address_field_and_shape(desks: World) -> None:
    said = Client().get("/api/v1/").content.decode()
    for path, methods in document()["paths"].items():
        assert path in said
        for one in methods.values():
            assert one["summary"] in said and one["operationId"]
            assert all(f"<code>{asked['name']}</code>" in said for asked in one.get("parameters", ()))
    for name, shape in document()["components"]["schemas"].items():
        if "properties" in shape and name not in QUERIES:
            assert f'id="{name}"' in said
    links = re.findall(r'href="#(\w+)"', said)
    assert all(f'id="{link}"' in said for link in links)


def test_nothing_on_the_page_comes_from_elsewhere(desks: World) -> None:
    said = Client().get("/api/v1/").content.decode()
    assert "<script" not in said and " style=" not in said
    assert not re.search(r"(src|href)=[\"'](https?:)?//", said)
    assert "示例" in said


def test_looking_is_all_there_is(desks: World) -> None:
    assert Client().post("/api/v1/").status_code == 405
    assert Client().head("/api/v1/openapi.json").status_code == 200
