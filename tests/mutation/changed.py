"""Which files a commit touches: against its parent, or against what was published before it."""

import subprocess

from tests.harness import CHECKOUT


def files() -> set[str]:
    """Every changed file, uncommitted ones included; all of them where there is nothing to compare with."""
    base = _before()
    told = _git("diff", "--name-only", base) if base else _git("ls-files")
    return {*told.splitlines(), *_git("ls-files", "--others", "--exclude-standard").splitlines()}


def _before() -> str:
    """The published commit this one grew from, else the parent, else nothing."""
    head = _git("rev-parse", "HEAD").strip()
    for base in (_git("merge-base", "HEAD", "origin/main").strip(), _git("rev-parse", "HEAD^").strip()):
        if base and base != head:
            return base
    return ""


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""
