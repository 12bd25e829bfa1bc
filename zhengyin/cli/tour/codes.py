"""The six digits of a phone's authenticator (RFC 6238), each used once."""

import base64
import hmac
import struct
import time

STEP = 30  # seconds a code stands
DIGITS = 6
LATE = 25  # seconds into a step after which one waits for the next: the page must still be sent


def code_at(secret: str, step: int) -> str:
    """The code of one step, HMAC-SHA-1 as every authenticator computes it."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), "sha1").digest()
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"


class Authenticator:
    """One person's phone. A code is taken once, so every asking waits for a step nobody used.

    The step in which the tour began counts as used: an earlier tour, or a person trying the
    log-in by hand, may have typed its code already.
    """

    def __init__(self, secret: str, began: float) -> None:
        self.secret = secret
        self.last = int(began) // STEP

    def wait(self) -> None:
        """Return when a code stands that nobody used, with time left to type it."""
        while int(time.time()) // STEP <= self.last or time.time() % STEP > LATE:
            time.sleep(0.2)

    def next_code(self) -> str:
        """Wait where needed; return the code that stands."""
        self.wait()
        self.last = int(time.time()) // STEP
        return code_at(self.secret, self.last)
