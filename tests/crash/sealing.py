"""Certificates are sealed while everything is killed: a paper is in the register whole, or not at all."""

import json
import subprocess
from collections.abc import Sequence
from random import Random
from uuid import UUID

from zhengyin.cli.installation import Installation
from zhengyin.cli.os_users import run_as
from zhengyin.cli.places import SERVED_USER
from zhengyin.cli.up import command
from zhengyin.registers.audit.report import Wanted
from zhengyin.shared.refusal import Refused

VILLAGES = ("hn.ljw", "hn.ptc")
WAITING = 60  # certificates that wait for their seal, in each village


class Sealing:
    """Sealing approved papers of two villages. Run as tests.crash.sealing:Sealing."""

    def prepare(self, here: Installation) -> None:
        """Load the demonstration as the served process would; `accounts` are those of its cast."""
        done = subprocess.run(  # type: ignore[call-overload]
            command(here, "load", "--demonstration"), env=here.served_environment(), check=True,
            stdout=subprocess.PIPE, **run_as(SERVED_USER),
        )  # fmt: skip
        self.accounts = {row["username"]: row for row in json.loads(done.stdout)}
        self.refill()

    def serve(self, here: Installation) -> "subprocess.Popen[bytes] | None":
        """Nobody asks it here."""
        return None

    def refill(self) -> None:
        """Approve as many as are missing."""
        from tests.certificates import cast
        from tests.certificates.many import approved_many
        from zhengyin.certificates.models import Certificate
        from zhengyin.registers.queries import now

        for village in VILLAGES:
            waiting = Certificate.objects.filter(state="approved", organization=cast.VILLAGES[village])
            if (count := waiting.count()) < WAITING // 2:
                approved_many(village, WAITING - count, now())

    def act(self, random: Random) -> str:
        """Seal any paper that waits; another writer may take it first, or none be left."""
        from tests.certificates import cast
        from zhengyin.certificates import actions
        from zhengyin.certificates.models import Certificate
        from zhengyin.registers.queries import now

        village = random.choice(VILLAGES)
        waiting = Certificate.objects.filter(state="approved", organization=cast.VILLAGES[village])
        case, custodian = (
            waiting.order_by("?").values_list("pk", flat=True)[0],
            cast.officer(cast.keeper(village)),
        )
        grant = actions.grant(certificate_ids=[case], actor=custodian, at=now())
        try:
            receipt = actions.seal(
                certificate_id=case, grant_id=grant.id, copies=1, impressions=1, near_relative=False,
                actor=custodian, at=now(),
            )  # fmt: skip
        except Refused:
            return self.act(random)
        document = Certificate.objects.select_related("document").get(pk=case).document
        assert document is not None
        return json.dumps({"case": str(case), "number": receipt.number, "sha256": document.sha256})

    def faults(self, acknowledged: Sequence[str]) -> list[str]:
        """Every receipt has its certificate, line and bytes; no number stands twice."""
        from zhengyin.certificates.models import Certificate

        sealed = {
            str(row.pk): (row.number, row.document.sha256 if row.document else "")
            for row in Certificate.objects.filter(state="sealed").select_related("document")
        }
        said = [json.loads(text) for text in acknowledged]
        numbers = [number for number, _ in sealed.values()]
        lost = [one for one in said if sealed.get(one["case"]) != (one["number"], one["sha256"])]
        twice = len(numbers) - len(set(numbers))
        return [
            *(f"lost: {one}" for one in lost),
            *([f"numbers twice: {twice}"] if twice else []),
            *(f"no line: {case}" for case in _without_line(sealed)),
        ]

    def wanted(self) -> Wanted:
        """Chains, states against lines, sessions, and every stored file hashed again."""
        from zhengyin.cli.audited import sources

        return sources()


def _without_line(cases: dict[str, tuple[str, str]]) -> set[str]:
    from zhengyin.ledger.models import Entry

    lines = Entry.objects.filter(kind="register.certificate", subject__in=[UUID(case) for case in cases])
    return set(cases) - {str(subject) for subject in lines.values_list("subject", flat=True)}
