"""manifest.json: what the export consists of; by it an earlier export is known again."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ValidationError

from zhengyin.catalogue.dataset import Dataset, digest

MANIFEST: Final = "manifest.json"
MADE_BY: Final = "证印 zhengyin export"


class FileListed(BaseModel):
    """One file; size in bytes."""

    path: str
    size: int
    sha256: str


class Manifest(BaseModel):
    """The whole export: whose, of which day, the digest of its dataset, its files."""

    made_by: str
    schema_version: int
    county_code: str
    county: str
    demonstration: bool
    day: str
    dataset_sha256: str
    files: tuple[FileListed, ...]


def manifest_of(dataset: Dataset, files: Mapping[str, bytes]) -> bytes:
    """Of `files` by their paths, sorted."""
    listed = (
        FileListed(path=path, size=len(data), sha256=hashlib.sha256(data).hexdigest())
        for path, data in sorted(files.items())
    )
    said = Manifest(
        made_by=MADE_BY,
        schema_version=dataset.schema_version,
        county_code=dataset.county.code,
        county=dataset.county.words,
        demonstration=dataset.demonstration,
        day=dataset.day.isoformat(),
        dataset_sha256=digest(dataset),
        files=tuple(listed),
    )
    return f"{json.dumps(said.model_dump(), ensure_ascii=False, indent=1)}\n".encode()


def manifest_in(folder: Path) -> Manifest | None:
    """The one that lies there; None where none does, or one that is not ours."""
    try:
        found = Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError):
        return None
    return found if found.made_by == MADE_BY else None
