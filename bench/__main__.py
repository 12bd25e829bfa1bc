"""`make bench`: an installation of its own, measured as `make run` would serve it."""

import json
import os
import shutil
import subprocess
import sys

from bench import machine, registers
from zhengyin.cli.installation import Installation, install
from zhengyin.cli.places import CHECKOUT, SERVED_USER, is_root, places
from zhengyin.cli.up import bring_up_to_date, serve

PORT = 8099
GOALS = {
    "seal_ms_p50": "≤ 38",
    "seal_ms_p95": "≤ 55",
    "verify_per_s": "≥ 600",
    "audit_lines_per_s": "≥ 100000",
    "register_ms_p95": "≤ 100",
}


def main() -> None:
    """Measure and print; the figures also stand in var/bench.json."""
    shutil.rmtree(places("bench").home, ignore_errors=True)
    here = install("bench")
    assert here.cluster
    server = None
    try:
        bring_up_to_date(here)
        os.environ.update(here.served_environment(ZHENGYIN_POOL="0"))
        figures, papers = in_process()
        print("· 十万行的登记簿", flush=True)
        cookies, pages = registers.prepared(here.owner_url)
        if is_root():
            subprocess.run(["chown", "-R", SERVED_USER, str(here.where.served)], check=True)
        server = serve(here, PORT, workers=2)
        figures |= verified(papers)
        print("· 登记簿页面", flush=True)
        figures |= registers.measured(PORT, cookies, pages)
        show(machine.described(here.application_url), figures)
    finally:
        if server:
            server.terminate()
            server.wait()
        clean_up(here)


def in_process() -> tuple[dict[str, float], list[str]]:
    """Load the demonstration, seal, audit; return figures and the addresses of the sealed papers."""
    import django

    django.setup()
    from bench import auditing, sealing
    from zhengyin.cli.load import load
    from zhengyin.cli.packs_folder import LOADED, PACKS
    from zhengyin.registers.queries import now

    print("· 装载示例", flush=True)
    load([PACKS / name for name in LOADED], demonstration=True, at=now())
    print("· 盖章", flush=True)
    figures, cases = sealing.measured()
    papers = sealing.addresses(cases)
    print("· 核对登记簿", flush=True)
    return figures | auditing.measured(), papers


def verified(papers: list[str]) -> dict[str, float]:
    """Load the verification page."""
    from bench import verifying

    print("· 查证页", flush=True)
    return verifying.measured(PORT, papers)


def show(described: dict[str, str], figures: dict[str, float]) -> None:
    """Print machine and figures, and keep them."""
    for name, words in described.items():
        print(f"{name:<22}{words}")
    for name, figure in figures.items():
        print(f"{name:<22}{figure:>12.1f}   {GOALS.get(name, '')}")
    path = CHECKOUT / "var" / "bench.json"
    path.write_text(json.dumps({"machine": described, "figures": figures}, ensure_ascii=False, indent=1))


def clean_up(here: Installation) -> None:
    """Stop the database and take the installation away."""
    assert here.cluster
    here.cluster.stop()
    shutil.rmtree(here.where.home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
