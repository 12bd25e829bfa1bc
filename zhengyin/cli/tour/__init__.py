"""`zhengyin tour`: walk through the product as residents and officers do, by its pages only.

It imports nothing of the product and knows no address but the start page's and the officers'
desk, so what it shows, a person can do. What it needs is loaded when it runs.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengyin.cli.tour.record import Record
    from zhengyin.cli.tour.route import Where

VAR = Path(__file__).resolve().parents[3] / "var"


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `tour`."""
    parser = sub.add_parser("tour", help="像村民和工作人员那样，从提问走到查验，两个地方都走一遍")
    parser.add_argument("--url", default="http://127.0.0.1:8000", metavar="地址", help="服务的地址")
    parser.add_argument(
        "--accounts", type=Path, default=VAR / "demo-accounts.json", metavar="文件", help="示例账户"
    )
    parser.add_argument("--out", type=Path, default=VAR / "tour", metavar="文件夹", help="证明存在哪里")
    parser.add_argument("--json", action="store_true", help="结果印成一个JSON对象，进度印到标准错误")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Walk both places at the same time, for most is waiting for codes; 0 when all went well."""
    from zhengyin.cli.tour.cast import accounts_in
    from zhengyin.cli.tour.record import Record
    from zhengyin.cli.tour.route import Where

    try:
        accounts = accounts_in(args.accounts)
    except (OSError, ValueError, KeyError) as wrong:
        print(
            f"读不到示例账户 {args.accounts}：先 make run，或者用 --accounts 指出（{wrong}）", file=sys.stderr
        )
        return 2
    stream = sys.stderr if args.json else sys.stdout
    record = Record(lambda words: print(words, file=stream, flush=True))
    began = time.time()
    walk(Where(args.url, accounts, args.out, began), record)
    tell(record, time.time() - began, args.json)
    return 0 if record.ok else 1


def walk(where: "Where", record: "Record") -> None:
    """Each place in two threads: its papers, and beside them the life of a seal in a community."""
    from concurrent.futures import ThreadPoolExecutor

    from zhengyin.cli.tour.cast import COMMUNITIES, PLACES
    from zhengyin.cli.tour.life import Life
    from zhengyin.cli.tour.route import Route

    routes = [Route(place, where, record) for place in PLACES]
    lives = [Life(place, where, record) for place in COMMUNITIES]
    with ThreadPoolExecutor(len(routes) + len(lives)) as pool:
        walking = [pool.submit(life.walk) for life in lives]
        for route, papers in zip(routes, pool.map(Route.walk, routes), strict=True):
            record.keep(route.place.pack, papers)
        for one in walking:
            one.result()


def tell(record: "Record", seconds: float, as_json: bool) -> None:
    """The result: one object, or what a person wants to know."""
    if as_json:
        print(json.dumps(record.as_json, ensure_ascii=False, indent=1))
        return
    for pack, ended in record.packs.items():
        print(f"{pack}：{ended['number']}，{ended['verification']}，{ended['pdf']}")
    print(f"{'全部走通' if record.ok else '没有走通'}，{len(record.steps)}步，{seconds:.0f}秒")
