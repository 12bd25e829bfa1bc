"""The sealed paper of the room's own tests, and a stranger's browser."""

from tests.verification.conftest import Paper, paper

__all__ = ["Paper", "paper"]
