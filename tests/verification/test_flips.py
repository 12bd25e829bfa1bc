"""A sealed file with one bit changed, handed in as a stranger would: never 登记在案，现行有效."""

import random

import pytest

from tests.verification.conftest import Paper
from zhengyin.documents.models import StoredFile
from zhengyin.documents.signing import sha256
from zhengyin.registers.queries import now
from zhengyin.seals.queries import roots
from zhengyin.verification import actions
from zhengyin.verification.filecheck import examine
from zhengyin.verification.outcome import Outcome
from zhengyin.verification.queries import By

TIMES = 500


def handed_in(pdf: bytes, address: str) -> Outcome:
    """The way of the page: what examine says the digest is, is looked up."""
    digest = examine(pdf, roots()).sha256
    return actions.look_up(by=By.FILE, key=digest, address=address, at=now()).outcome


def flipped(pdf: bytes, position: int, bit: int) -> bytes:
    return pdf[:position] + bytes([pdf[position] ^ (1 << bit)]) + pdf[position + 1 :]


@pytest.mark.clause("H1a")
def test_five_hundred_random_flips_are_never_in_force(paper: Paper) -> None:
    """Each from another network, so that no limit answers in the check's stead."""
    chance = random.Random(20261121)
    assert handed_in(paper.pdf, "198.51.100.1") is Outcome.IN_FORCE
    for turn in range(TIMES):
        position, bit = chance.randrange(len(paper.pdf)), chance.randrange(8)
        changed = flipped(paper.pdf, position, bit)
        assert handed_in(changed, f"10.{turn // 250}.{turn % 250}.1") is Outcome.NOT_FOUND, (position, bit)


def test_a_flip_at_any_byte_is_a_digest_nobody_registered(paper: Paper) -> None:
    """Every position once, by the digest the page asks with; each its own, none kept."""
    digests = {sha256(flipped(paper.pdf, at, at % 8)) for at in range(len(paper.pdf))}
    assert len(digests) == len(paper.pdf)
    kept = set(StoredFile.objects.values_list("sha256", flat=True))
    assert sha256(paper.pdf) in kept and not digests & kept
