"""What the environment says reaches the connection: nothing of the address is dropped."""

import json
import os
import subprocess
import sys

from zhengyin.cli.places import CHECKOUT
from zhengyin.cli.stand_in import STAND_IN

ASK = "from django.conf import settings; import json; print(json.dumps(settings.DATABASES['default']))"


def database(url: str) -> dict[str, object]:
    environment = {**os.environ, **STAND_IN, "DATABASE_URL": url}
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=CHECKOUT, env=environment, text=True, capture_output=True, check=True
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_a_remote_servers_identity_is_checked_as_the_address_says() -> None:
    wanted = {"sslmode": "verify-full", "sslrootcert": "/etc/ssl/county.pem"}
    found = database("postgresql://u:p@db.example:5433/z?sslmode=verify-full&sslrootcert=/etc/ssl/county.pem")
    assert found["OPTIONS"] == wanted
    assert (found["HOST"], found["PORT"], found["NAME"], found["USER"]) == ("db.example", "5433", "z", "u")


def test_a_plain_address_adds_nothing() -> None:
    assert database("postgresql://u:p@/z?host=/run/x")["OPTIONS"] == {}


def asked(what: str, **more: str) -> object:
    environment = {**os.environ, **STAND_IN, **more}
    words = f"from django.conf import settings; import json; print(json.dumps({what}))"
    done = subprocess.run(
        [sys.executable, "-c", words],
        cwd=CHECKOUT,
        env=environment,
        text=True,
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_the_real_process_runs_nothing_of_practice() -> None:
    real = asked("settings.MIDDLEWARE")
    assert isinstance(real, list) and not [one for one in real if "practice" in one]
    assert asked("settings.PRACTICE") is False


def test_the_practice_process_renames_its_cookies_first_and_stands_at_its_gate_before_the_door() -> None:
    found = asked("settings.MIDDLEWARE", ZHENGYIN_PRACTICE="1")
    assert isinstance(found, list)
    assert found[0] == "zhengyin.web.middleware.practice.Cookies"
    assert found[-2:] == ["zhengyin.web.middleware.practice.Gate", "zhengyin.web.middleware.guard.Guard"]
    assert found[1:-2] + found[-1:] == asked("settings.MIDDLEWARE")


def test_without_the_key_there_is_no_way_to_practice() -> None:
    there = "https://lx.example/"
    assert asked("settings.PRACTICE_URL", ZHENGYIN_PRACTICE_URL=there) == ""
    with_key = asked("settings.PRACTICE_URL", ZHENGYIN_PRACTICE_URL=there, ZHENGYIN_PRACTICE_KEY="k")
    assert with_key == "https://lx.example"
