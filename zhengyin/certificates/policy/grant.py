"""May this person prove now who they are, for these papers?"""

from collections.abc import Iterator

from zhengyin.certificates.facts.sealing import GrantFacts
from zhengyin.shared.refusal import Refusal


def refusals_to_grant(facts: GrantFacts) -> Iterator[Refusal]:
    """Yield why no grant is recorded: it is for exactly these papers, each ready for its custodian's seal."""
    if not facts.all_found:
        yield Refusal("paper_not_found")
    if not facts.has_session:
        yield Refusal("session_missing")
    for paper in facts.papers:
        if not paper.keeps_the_seal:
            yield Refusal("wrong_office", "grant")
        if not paper.ready:
            yield Refusal("wrong_state", paper.state)
