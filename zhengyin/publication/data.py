"""lists.json: the dataset with its digest."""

import json
from typing import Final

from zhengyin.catalogue.dataset import Dataset, digest

ABOUT: Final = "sha256：dataset 按 RFC 8785（键名排序、不留空格、UTF-8）写成一行以后的 SHA-256"


def as_json(dataset: Dataset) -> bytes:
    """`{"sha256", "about", "dataset"}`, indented for whoever opens it; the same dataset, the same bytes."""
    said = {"sha256": digest(dataset), "about": ABOUT, "dataset": dataset.model_dump(mode="json")}
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()
