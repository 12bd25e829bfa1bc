"""`make mutate`."""

import argparse
import math
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import django

from tests import harness
from tests.mutation import changed
from tests.mutation.mutant import KINDS, Mutant
from tests.mutation.running import Batch, UnableToTry, results

NEVER = {"journeys", "crash", "mutation"}  # a browser, a power cut, and this
KIND_LABELS = {"rule": "规则", "row": "流程行", "guard": "数据库约束"}
LARGEST = 60  # mutants a batch, so that both cores end at about the same time


def main(words: Sequence[str] | None = None) -> int:
    """Try every mutant asked for; 1 if one survives, or if there is none save among changes."""
    parser = argparse.ArgumentParser(prog="make mutate")
    parser.add_argument("--rooms", nargs="*", default=[], help="只试这些模块")
    parser.add_argument("--kinds", nargs="*", default=KINDS, choices=KINDS)
    parser.add_argument("--only", nargs="*", default=[], help="只试名字里有这些字的")
    parser.add_argument("--changed", action="store_true", help="只试改过的文件")
    parser.add_argument("--most", type=int, default=0, help="最多试几处，均匀地挑；不写就全试")
    parser.add_argument("--minutes", type=float, default=math.inf, help="到时候为止，没有试到的不试")
    parser.add_argument("--package", type=Path, default=harness.CHECKOUT / "zhengyin")
    parser.add_argument("--tests", type=Path, default=harness.CHECKOUT / "tests")
    args = parser.parse_args(words)
    sys.path.insert(0, str(args.package.parent))
    harness.template()
    django.setup()
    from tests.mutation import finding

    rooms = args.rooms or finding.rooms_of(args.package)
    mutants = [
        mutant
        for mutant in finding.mutants(args.package, rooms, args.kinds)
        if not args.only or any(word in mutant.name for word in args.only)
    ]
    if args.changed:
        touched = changed.files()
        mutants = [mutant for mutant in mutants if mutant.file in touched]
        if not mutants:
            print("改过的文件里没有这一类规则")
            return 0
    if not mutants:
        print("没有找到可以去掉的规则；这不对", file=sys.stderr)
        return 1
    if 0 < args.most < len(mutants):
        print(f"一共{len(mutants)}处，均匀地挑{args.most}处来试", flush=True)
        mutants = spread(mutants, args.most)
    return judge(mutants, args.package, args.tests, args.minutes)


def spread(mutants: Sequence[Mutant], most: int) -> list[Mutant]:
    """So many of them, from the first to the last at even steps: every room has its share."""
    return [mutants[index * len(mutants) // most] for index in range(most)]


def judge(mutants: Sequence[Mutant], package: Path, tests: Path, minutes: float = math.inf) -> int:
    """First by the tests of each room, then by everything that could name a survivor."""
    began = time.monotonic()
    try:
        found = missed_by(mutants, list(near(mutants, tests)), package, began + minutes * 60)
        tried = [mutant for mutant in mutants if mutant.name in found]
        left = [mutant for mutant in tried if not found[mutant.name]]
        if len(tried) < len(mutants):
            print(f"· {minutes:g} 分钟到了，还有 {len(mutants) - len(tried)} 处没有试", flush=True)
        if left:
            print(f"· {len(left)} 处本模块的测试没有发现，再用别的模块里提到它的测试试", flush=True)
            found = missed_by(left, list(far(left, tests)), package)
            left = [mutant for mutant in left if not found.get(mutant.name)]
    except UnableToTry as problem:
        print(f"没有试成：{problem}", file=sys.stderr)
        return 1
    for mutant in left:
        print(f"✗ 没有测试发现：{mutant.name}")
    kinds = Counter(mutant.kind for mutant in tried)
    counted = "，".join(f"{KIND_LABELS[kind]} {kinds[kind]}" for kind in KINDS if kinds[kind])
    took = (time.monotonic() - began) / 60
    print(f"去掉 {len(tried)} 处（{counted}）：{len(tried) - len(left)} 处有测试变红", end="，")
    print(f"{len(left)} 处没有；用时 {took:.1f} 分钟")
    return 1 if left else 0


def is_room(path: Path) -> bool:
    return path.is_dir() and path.name not in NEVER and any(path.rglob("test_*.py"))


def near(mutants: Sequence[Mutant], tests: Path) -> Iterator[Batch]:
    """The mutants of each room with the room's own tests, the largest batches first."""
    rooms = Counter(mutant.room for mutant in mutants)
    everybodys = [str(path) for path in tests.glob("architecture/test_constraints.py")]
    for room, count in rooms.most_common():
        names = [mutant.name for mutant in mutants if mutant.room == room]
        folder = tests / room if is_room(tests / room) else tests
        step = -(-count // -(-count // LARGEST))
        for start in range(0, count, step):
            yield Batch(tuple(names[start : start + step]), (str(folder), *everybodys))


def far(mutants: Sequence[Mutant], tests: Path) -> Iterator[Batch]:
    """The same with the tests of every other room, of which those that name the mutant are run."""
    for room in dict.fromkeys(mutant.room for mutant in mutants):
        others = tuple(str(path) for path in sorted(tests.iterdir()) if is_room(path) and path.name != room)
        if others:
            yield Batch(tuple(mutant.name for mutant in mutants if mutant.room == room), others)


def missed_by(
    mutants: Sequence[Mutant], batches: Sequence[Batch], package: Path, until: float = math.inf
) -> dict[str, str]:
    """The test that misses each one that was tried; empty for a survivor. Printed as it comes."""
    found: dict[str, str] = {}
    for count, result in enumerate(results(batches, package, until), 1):
        found[result.name] = result.by
        if not result.by:
            print(f"  ? {result.name}", flush=True)
        if count % 25 == 0 or count == len(mutants):
            print(f"  {count}/{len(mutants)}", flush=True)
    return found


if __name__ == "__main__":
    try:
        status = main()
    finally:
        if harness.STARTED_HERE:
            harness.CLUSTER.stop()
    sys.exit(status)
