"""Collect what the pages use of the npm packages into zhengyin/web/static/vendor/.

Run after `npm ci`. The folder is not in git: the lock file says which bytes it must hold.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "zhengyin" / "web" / "static" / "vendor"
WANTED = {
    "bootstrap/dist/css/bootstrap.min.css": "bootstrap.min.css",
    "bootstrap/LICENSE": "bootstrap.LICENSE",
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE",
}
SOURCE_MAP = b"sourceMappingURL="  # names a file we do not ship; browsers and manifests trip over it


def without_source_map(content: bytes) -> bytes:
    """Drop the last comment line that points at a source map."""
    lines = content.rstrip().splitlines(keepends=True)
    if lines and SOURCE_MAP in lines[-1]:
        lines.pop()
    return b"".join(lines)


def collect() -> list[str]:
    """Copy every wanted file; return those that are missing."""
    missing = [source for source in WANTED if not (MODULES / source).is_file()]
    if missing:
        return missing
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for source, target in WANTED.items():
        (VENDOR / target).write_bytes(without_source_map((MODULES / source).read_bytes()))
    return []


if __name__ == "__main__":
    if absent := collect():
        sys.exit(f"missing in node_modules: {', '.join(absent)}\nrun `npm ci` first")
