"""One walk through the acts of a village's life: every one of them happens, the chief refusals too."""

from typing import Any

from tests.certificates.life_base import CLERK, CUSTODIAN, DEPUTY, DIRECTOR, KEEPER, SUPERVISOR, TOWNSHIP
from zhengyin.seals.policy.whereabouts import Where

Step = tuple[str, dict[str, Any]]


def brought(of_work: bool, approver: str = DIRECTOR) -> tuple[Step, ...]:
    return ("bring", {"of_work": of_work, "who": CLERK}), ("approve", {"which": 0, "who": approver})


def seal(where: Where | None = None, who: str = KEEPER, which: int = 0) -> Step:
    return "seal", {"which": which, "who": who, "where": where}


OUT: tuple[Step, ...] = (
    ("ask_out", {"who": CLERK, "hours": 30}),
    ("approve_out", {"who": DIRECTOR}),
    ("leave", {"who": KEEPER}),
)
HANDED_OVER: tuple[Step, ...] = (("open_handover", {"who": DIRECTOR, "days": 0}),)
LATE = {"who": KEEPER, "sealer": KEEPER, "hours": 0, "which": 0}

WALK: tuple[Step, ...] = (
    # A certificate and a paper of work wait for the seal.
    # Out: at the office nothing is sealed, outside what is at hand; back: the other way round.
    *OUT,
    seal(Where.OFFICE),
    seal(), seal(),
    *brought(True),
    ("bring_back", {"who": DIRECTOR, "minutes": 10}),
    seal(Where.OUT),
    seal(),
    *brought(False), seal(),
    # Approved, taken back, approved again.
    *brought(False), ("take_back", {"which": 0, "who": DIRECTOR}), ("approve", {"which": 0, "who": DIRECTOR}),
    # Lost and found; in dispute and restored.
    *brought(True),
    ("print_pad", {"who": KEEPER}),
    ("lose", {"who": KEEPER, "hours": 0}),
    ("enter_late", {**LATE, "approver": DIRECTOR}),
    seal(which=1),
    ("restore", {"who": TOWNSHIP}),
    ("stop", {"who": TOWNSHIP}),
    ("restore", {"who": TOWNSHIP}),
    ("enter_late", {**LATE, "approver": DIRECTOR}),
    ("enter_late", {**LATE, "approver": CUSTODIAN}),
    # The clerk takes over; the old custodian has the director's office lent, approves, and takes back
    # the seal: what he approved he does not seal.
    *HANDED_OVER,
    ("complete_handover", {"who": DIRECTOR, "heir": CLERK}),
    ("lend", {"who": DIRECTOR, "to": CUSTODIAN, "days": 7}),
    ("bring", {"of_work": False, "who": CLERK}),
    ("bring", {"of_work": False, "who": CLERK}),
    ("approve", {"which": 0, "who": CUSTODIAN}),
    ("end_loan", {"who": DIRECTOR}),
    ("wait", {"hours": 72}),
    *HANDED_OVER,
    ("complete_handover", {"who": DIRECTOR, "heir": CUSTODIAN}),
    seal(which=2),
    seal(), seal(),
    # The old year is closed: nobody writes in it any more.
    ("straggle", {"of_work": True}),
    ("close_year", {"prepares": KEEPER, "signs": SUPERVISOR, "closes": DIRECTOR}),
    ("straggle", {"of_work": False}),
    # Another seal, and somebody who keeps it while its custodian is ill.
    ("order", {"who": TOWNSHIP}), ("renew", {}), ("renew", {}),
    ("entrust", {"who": DIRECTOR, "heir": CUSTODIAN}),
    ("act_for", {"who": DIRECTOR, "heir": CLERK, "days": 5}),
    *brought(False, DEPUTY), ("approve", {"which": 0, "who": DIRECTOR}),
    seal(),
)  # fmt: skip
