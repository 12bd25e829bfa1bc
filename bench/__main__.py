"""`make bench`: an installation of its own, measured as `make run` would serve it."""

import json
import os
import shutil
import subprocess
import sys
from uuid import UUID

from bench import machine, memory, registers
from bench.goals import table
from zhengyin.cli.installation import Installation, install
from zhengyin.cli.places import CHECKOUT, SERVED_USER, is_root, places
from zhengyin.cli.up import bring_up_to_date, serve

PORT = 8099
WORKERS = 2


def main() -> None:
    """Measure and print; the figures also stand in var/bench.json."""
    shutil.rmtree(places("bench").home, ignore_errors=True)
    here = install("bench")
    assert here.cluster
    server = None
    try:
        bring_up_to_date(here)
        os.environ.update(here.served_environment(ZHENGYIN_POOL="0"))
        committee, lines, year = filled(here.owner_url)
        if is_root():
            subprocess.run(["chown", "-R", SERVED_USER, str(here.where.served)], check=True)
        server = serve(here, PORT, WORKERS)
        figures, papers = acted(here)
        figures |= read(papers, committee, year)
        figures |= {"rss_mb": memory.megabytes(server.pid), "postgres_mb": memory.megabytes(here.cluster.pid)}
        say("核对登记簿")
        figures |= audited()
        say("年终归档")
        figures |= archived(here.owner_url)
        say("导出清单")
        figures |= exported()
        show(machine.described(here.application_url, WORKERS), figures | {"bulk_lines": float(lines)})
    finally:
        if server:
            server.terminate()
            server.wait()
        clean_up(here)


def filled(owner_url: str) -> tuple[UUID, int, int]:
    """Load the demonstration and one committee's 100,000 certificates."""
    import django

    django.setup()
    from bench import bulk
    from zhengyin.cli.load import load
    from zhengyin.cli.packs_folder import LOADED, PACKS
    from zhengyin.registers.queries import now

    say("装载示例")
    load([PACKS / name for name in LOADED], demonstration=True, at=now())
    say("装入十万份证明")
    at = now()
    return *bulk.put_in(owner_url, at), at.year


def acted(here: Installation) -> tuple[dict[str, float], list[str]]:
    """Seal and take certificates over the desks; figures and the addresses of the sealed papers."""
    from bench import jobs, papers, sealing

    say("盖章")
    figures, cases = sealing.measured(PORT)
    say("整件办理")
    figures |= jobs.measured(PORT)
    say(f"用 pdfsig 和登记簿核对了{papers.checked(cases)}份 PDF")
    return figures, sealing.addresses(cases)


def read(papers: list[str], committee: UUID, year: int) -> dict[str, float]:
    """Load the verification page; look through the long register."""
    from bench import desk, verifying

    say("查证页")
    figures = verifying.measured(PORT, papers)
    say("登记簿页面")
    browser = desk.logged_in(registers.CLERK)
    return figures | registers.measured(PORT, browser, registers.addresses(committee, year))


def audited() -> dict[str, float]:
    """Walk every book."""
    from bench import auditing

    return auditing.measured()


def archived(owner_url: str) -> dict[str, float]:
    """Close a year of 10,000 certificates, check its package."""
    from bench import archiving

    return archiving.measured(owner_url)


def exported() -> dict[str, float]:
    """Both counties' lists as folders."""
    from bench import exporting

    return exporting.measured()


def say(what: str) -> None:
    print(f"· {what}", flush=True)


def show(described: dict[str, str], figures: dict[str, float]) -> None:
    """Print machine and figures, and keep them."""
    print(table(described, figures))
    path = CHECKOUT / "var" / "bench.json"
    path.write_text(json.dumps({"machine": described, "figures": figures}, ensure_ascii=False, indent=1))


def clean_up(here: Installation) -> None:
    """Stop the database and take the installation away."""
    assert here.cluster
    here.cluster.stop()
    shutil.rmtree(here.where.home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
