"""Passwords by Argon2id, at most two at once in a process.

One check costs memory; a burst of log-ins must not take the memory of those who work.
19 MiB and two passes are the floor OWASP names; Django's default takes 100 MiB.
"""

from threading import BoundedSemaphore

from django.contrib.auth.hashers import Argon2PasswordHasher

_AT_ONCE = BoundedSemaphore(2)


class Argon2(Argon2PasswordHasher):
    """Django's hasher with bounded memory and a bounded number of checks at once."""

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        """Hash a password when a place is free."""
        with _AT_ONCE:
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        """Compare a password when a place is free."""
        with _AT_ONCE:
            return super().verify(password, encoded)
