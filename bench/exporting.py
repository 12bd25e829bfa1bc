"""How long the export of both demonstration counties takes; alone: `.venv/bin/python -m bench.exporting`."""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

COUNTIES = ("620422000000", "150623000000")
ROUNDS = 5  # the slowest counts: the first also reads templates and opens the connection


def measured() -> dict[str, float]:
    """Seconds of the slowest round of both, from the question to the renamed folders; files and megabytes."""
    from zhengyin.catalogue.published import published
    from zhengyin.publication.folder import export
    from zhengyin.registers.queries import now
    from zhengyin.shared.days import day_of

    day, times, written = day_of(now()), [], dict[str, bytes]()
    home = Path(tempfile.mkdtemp())
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for county in COUNTIES:
            files = export(published(county, day), home / county)
            written |= {f"{county}/{path}": data for path, data in files.items()}
        times.append(time.perf_counter() - began)
    shutil.rmtree(home)
    return {
        "export_s": max(times),
        "export_files": float(len(written)),
        "export_mb": sum(map(len, written.values())) / 1e6,
    }


def main() -> None:
    """On an installation of its own, taken away again; printed with the machine."""
    from bench import machine
    from bench.goals import table
    from zhengyin.cli.installation import install
    from zhengyin.cli.places import places
    from zhengyin.cli.up import bring_up_to_date

    shutil.rmtree(places("bench-export").home, ignore_errors=True)
    here = install("bench-export")
    assert here.cluster
    try:
        bring_up_to_date(here)
        os.environ.update(here.served_environment(ZHENGYIN_POOL="0"))
        import django

        django.setup()
        from zhengyin.cli.load import load
        from zhengyin.cli.packs_folder import LOADED, PACKS
        from zhengyin.registers.queries import now

        load([PACKS / name for name in LOADED], demonstration=True, at=now())
        figures = measured()
        print(table(machine.described(here.application_url, 0), figures, only=figures))
    finally:
        here.cluster.stop()
        shutil.rmtree(here.where.home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
