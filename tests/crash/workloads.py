"""What the writers do while they are killed. Another workload: the same six methods, named
`module:Class` on the harness's command line (the sealing of certificates, for instance).
"""

import json
import subprocess
from collections.abc import Sequence
from random import Random
from typing import Protocol
from uuid import UUID, uuid4, uuid5

from django.db import connection

from tests.ledger.cast import KINDS, Committee, teach
from zhengyin.cli.installation import Installation
from zhengyin.registers import lines
from zhengyin.registers.audit.report import Wanted


class Workload(Protocol):
    """One act after the other, each acknowledged by one line of text once it is committed."""

    def prepare(self, here: Installation) -> None:
        """Fill the migrated database, once, in the harness."""

    def serve(self, here: Installation) -> "subprocess.Popen[bytes] | None":
        """Start the served product in a process group of its own, where the writers ask it."""

    def refill(self) -> None:
        """Before each cycle, in the harness: let there be something left to do."""

    def act(self, random: Random) -> str:
        """Do one act and return its acknowledgement; anything raised by the database is no act."""

    def faults(self, acknowledged: Sequence[str]) -> list[str]:
        """What is missing or twice of all that was acknowledged, and what else is wrong."""

    def wanted(self) -> Wanted:
        """What the audit shall look at beside the chains."""


class Lines:
    """Approvals, seals and notes of three committees, in two books each."""

    owners = tuple(uuid5(UUID(int=0), f"crash {number}") for number in range(3))

    def __init__(self) -> None:
        lines.declare(KINDS)

    def prepare(self, here: Installation) -> None:
        teach(here.owner_url)

    def serve(self, here: Installation) -> None:
        return None

    def refill(self) -> None:
        return None

    def act(self, random: Random) -> str:
        committee, subject = Committee(random.choice(self.owners)), uuid4()
        if random.random() < 0.3:
            line = committee.note(subject=subject)
        else:
            committee.approve(subject)
            line = committee.seal(subject)
        said = {"owner": committee.owner, "book": line.book, "no": line.no, "hash": line.hash, "of": subject}
        return json.dumps(said, default=str)

    def faults(self, acknowledged: Sequence[str]) -> list[str]:
        said = [json.loads(text) for text in acknowledged]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT owner::text, name, no, hash, subject::text FROM ledger_entry"
                " JOIN ledger_book ON id = book_id WHERE kind IN ('test.noted', 'test.sealed')"
            )
            there = cursor.fetchall()
        found = set(there)
        lost = [
            one for one in said if tuple(one[k] for k in ("owner", "book", "no", "hash", "of")) not in found
        ]
        subjects = [row[4] for row in there]
        twice = len(subjects) - len(set(subjects))
        return [*(f"lost: {one}" for one in lost), *([f"twice: {twice}"] if twice else [])]

    def wanted(self) -> Wanted:
        return Wanted(personal=True)
