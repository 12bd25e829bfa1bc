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
