"""Encryption of what may not be read off a disk, and the blind index to find it again.

AES-256-GCM with a fresh 96-bit nonce for each message; the name of the algorithm stands in
front of every ciphertext so that another may follow. `about` binds a ciphertext to its place.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ALGORITHM = b"A256GCM1"


class UnableToDecrypt(Exception):
    """The ciphertext, its place or the key is not the one it was made with."""


@dataclass(frozen=True, slots=True)
class Key:
    """A 32-byte key."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != 32:
            raise ValueError("a key has 32 bytes")

    def encrypt(self, plain: bytes, about: bytes) -> bytes:
        """Return algorithm, nonce and ciphertext of `plain`, bound to `about`."""
        nonce = os.urandom(12)
        return ALGORITHM + nonce + AESGCM(self.secret).encrypt(nonce, plain, about)

    def decrypt(self, sealed: bytes, about: bytes) -> bytes:
        """Return the plain bytes; raise UnableToDecrypt on any difference."""
        if not sealed.startswith(ALGORITHM):
            raise UnableToDecrypt("unknown algorithm")
        nonce, body = sealed[8:20], sealed[20:]
        try:
            return AESGCM(self.secret).decrypt(nonce, body, about)
        except InvalidTag as error:
            raise UnableToDecrypt("wrong key, place or bytes") from error

    def blind_index(self, text: str) -> bytes:
        """Return the 32-byte keyed digest under which `text` can be found without being read."""
        return hmac.digest(self.secret, text.encode(), hashlib.sha256)

    def derive(self, purpose: str) -> "Key":
        """Return the key for one purpose; learning it tells nothing about the others."""
        return Key(hmac.digest(self.secret, b"derive:" + purpose.encode(), hashlib.sha256))
