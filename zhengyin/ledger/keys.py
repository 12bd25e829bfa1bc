"""The key that signs checkpoints: Ed25519, encrypted on disk, its public half beside it."""

import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


class UnableToSign(Exception):
    """The key's file is missing although checkpoints were signed before, or is no Ed25519 key."""


def ensure(path: Path, passphrase: bytes, *, first: bool) -> Ed25519PrivateKey:
    """The key; made (0600, public half in `path`.pub) when nothing was ever signed yet."""
    if not path.exists():
        if not first:
            raise UnableToSign(f"校验点密钥 {path} 不见了；请从备份恢复，不要换新的")
        _make(path, passphrase)
    key = serialization.load_pem_private_key(path.read_bytes(), passphrase)
    if not isinstance(key, Ed25519PrivateKey):
        raise UnableToSign(f"{path} 不是 Ed25519 密钥")
    return key


def public(path: Path) -> Ed25519PublicKey:
    """The public key in a PEM file."""
    key = serialization.load_pem_public_key(path.read_bytes())
    if not isinstance(key, Ed25519PublicKey):
        raise UnableToSign(f"{path} 不是 Ed25519 公钥")
    return key


def public_path(path: Path) -> Path:
    """Where the public half of the key in `path` lies."""
    return path.with_name(path.name + ".pub")


def _make(path: Path, passphrase: bytes) -> None:
    key = Ed25519PrivateKey.generate()
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(encoding, form, serialization.BestAvailableEncryption(passphrase))
    shown = key.public_key().public_bytes(encoding, serialization.PublicFormat.SubjectPublicKeyInfo)
    _write(public_path(path), shown, 0o644)
    _write(path, secret, 0o600)


def _write(path: Path, content: bytes, mode: int) -> None:
    """All or nothing: a torn key would make every later checkpoint impossible."""
    draft = path.with_name(path.name + ".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
