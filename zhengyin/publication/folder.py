"""Into a folder: written beside, then renamed, so that nobody ever sees half an export."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from zhengyin.catalogue.dataset import Dataset
from zhengyin.publication.manifest import MANIFEST, Manifest, manifest_in
from zhengyin.publication.policy import FolderFacts, Kept, refusals_to_write
from zhengyin.publication.site import files_of
from zhengyin.shared.refusal import refuse_if


def export(dataset: Dataset, to: Path) -> Mapping[str, bytes]:
    """Write the dataset's files to the folder `to`, replacing an earlier export; return them by path.

    Refused: the codes of policy.refusals_to_write, with nothing written.
    """
    place = to.resolve()  # behind a link its target is replaced, never the link
    own = Kept(dataset.county.code, dataset.county.words, dataset.demonstration)
    refuse_if(refusals_to_write(facts_of(place), own))
    files = files_of(dataset)
    fresh = Path(tempfile.mkdtemp(prefix=f".{place.name}.", suffix=".new", dir=place.parent))
    try:
        for path, data in files.items():
            _write(fresh / path, data)
        fresh.chmod(0o755)
        _put_in_place(fresh, place)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return files


def facts_of(place: Path) -> FolderFacts:
    """What lies where it would be written."""
    manifest = manifest_in(place)
    return FolderFacts(
        path=str(place),
        above=str(place.parent),
        above_exists=place.parent.is_dir(),
        is_file=place.exists() and not place.is_dir(),
        is_empty=not place.exists() or (place.is_dir() and not any(place.iterdir())),
        kept=_kept(place, manifest) if manifest else None,
    )


def _kept(place: Path, manifest: Manifest) -> Kept:
    """Whose export it is, and the first file that is none of it."""
    listed = {MANIFEST, *(one.path for one in manifest.files)}
    there = (one for one in sorted(place.rglob("*")) if one.is_symlink() or not one.is_dir())
    more = next((str(one) for one in there if one.relative_to(place).as_posix() not in listed), "")
    return Kept(manifest.county_code, manifest.county, manifest.demonstration, more)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.parent.chmod(0o755)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o644)


def _put_in_place(fresh: Path, place: Path) -> None:
    """Rename; an earlier export steps aside for the moment and comes back when the second rename fails."""
    if not place.exists():
        fresh.rename(place)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{place.name}.", suffix=".old", dir=place.parent)) / "export"
    place.rename(aside)
    try:
        fresh.rename(place)
    except BaseException:
        aside.rename(place)
        raise
    finally:
        shutil.rmtree(aside.parent, ignore_errors=True)
