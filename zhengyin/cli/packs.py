"""`zhengyin packs check`: everything wrong with the packs, by file and line. Needs no database."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from zhengyin.catalogue.bases.packfile import problems_in as problems_in_bases
from zhengyin.catalogue.packfiles import problems_in as problems_in_lists
from zhengyin.cli.packs_folder import PACKS
from zhengyin.regions.packs.check import PackCheck, check_all

# What other rooms keep in a pack, each with its own check.
ROOMS: tuple[PackCheck, ...] = (problems_in_lists, problems_in_bases)


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `packs` with its one act `check`."""
    parser = sub.add_parser("packs", help="检查各地规则文件")
    acts = parser.add_subparsers(dest="act", required=True)
    check = acts.add_parser("check", help="逐个文件检查，指出文件和行号")
    check.add_argument("--root", type=Path, default=PACKS, help="各地规则所在的文件夹")
    check.set_defaults(run=run)


def run(args: argparse.Namespace, extra: Sequence[PackCheck] = ROOMS) -> int:
    """Print every problem and return 1, or say that there is none and return 0."""
    problems = check_all(args.root, extra)
    for problem in problems:
        print(problem)
    if problems:
        print(f"共{len(problems)}处要改")
        return 1
    print("没有发现问题")
    return 0
