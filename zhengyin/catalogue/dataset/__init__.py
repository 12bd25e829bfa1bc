"""What is published: a county's lists on a day as one dataset, the same for every channel. Pure.

Its digest is the SHA-256 of its canonical text: keys sorted, no spaces, UTF-8 (RFC 8785; there are no
fractions in it). Whoever holds the dataset can compute it again.
"""

import hashlib
import json

from zhengyin.catalogue.dataset.building import NOTICE, Facts, dataset_of
from zhengyin.catalogue.dataset.shapes import Dataset, EntryTold, Telephone, VersionTold, WayTold

__all__ = [
    "NOTICE", "Dataset", "EntryTold", "Facts", "Telephone", "VersionTold", "WayTold", "canonical",
    "dataset_of", "digest",
]  # fmt: skip


def canonical(dataset: Dataset) -> bytes:
    """The text that is hashed."""
    said = dataset.model_dump(mode="json")
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(dataset: Dataset) -> str:
    """SHA-256 of the canonical text, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(dataset)).hexdigest()
