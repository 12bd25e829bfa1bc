"""`zhengyin up`: from nothing to the product in the foreground; Ctrl-C stops all it started."""

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg

from zhengyin.cli import practice
from zhengyin.cli.installation import Installation, install
from zhengyin.cli.os_users import run_as, write_secret
from zhengyin.cli.places import CHECKOUT, SERVED_USER, is_root

HOUR, OFTEN = 3600, 300  # seconds
ACCOUNTS = "demo-accounts.json"


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `up`."""
    parser = sub.add_parser("up", help="启动：建库、装载、服务，留在前台")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--demonstration", action="store_true", help="建成示例库（建库时定下，以后不能改）")
    parser.add_argument("--practice", action="store_true", help="旁边再开一个练习用的（端口加1，库是另外的）")
    parser.add_argument("--workers", type=int, default=2)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Install, migrate, load, serve until interrupted."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have started us deaf to it
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # ends through the same finally
    began = time.monotonic()
    print("· 启动数据库", flush=True)
    here = install()
    server: subprocess.Popen[bytes] | None = None
    aside: subprocess.Popen[bytes] | None = None
    try:
        bring_up_to_date(here)
        accounts = load(here, args.demonstration)
        take_stock(here)
        if args.practice:
            here, beside = practice.both(here, args.port)
            bring_up_to_date(beside)
            practice.load(beside)
            take_stock(beside)
            aside = serve(beside, args.port + 1, 1)
        server = serve(here, args.port, args.workers)
        greet(accounts, args.port, time.monotonic() - began, practice=args.practice)
        print(
            f"数据在 {here.where.home}；要从头再来，停下以后删掉这个文件夹。按 Ctrl-C 全部停下。", flush=True
        )
        return watch(here, server, args.port)
    except KeyboardInterrupt:
        return 0
    finally:
        end(aside)
        stop(here, server)


def bring_up_to_date(here: Installation) -> None:
    """Migrate as the owner; without the owner's address the structure must be there already."""
    if not here.owner_url:
        print("· DATABASE_OWNER_URL 没有给出：不更新表结构", flush=True)
        return
    print("· 更新表结构", flush=True)
    subprocess.run(
        [str(here.program.python), "-m", "zhengyin.cli", "db", "migrate"],
        env=here.owner_environment(), cwd="/", check=True,
    )  # fmt: skip


def load(here: Installation, demonstration: bool) -> list[dict[str, str]]:
    """Load packs and, in demonstration, the cast; return the demonstration's accounts."""
    print("· 装载本地规则（会宁县、鄂尔多斯市）", flush=True)
    done = subprocess.run(
        command(here, "load", *(["--demonstration"] if demonstration else [])), env=here.served_environment(),
        check=True, stdout=subprocess.PIPE, **run_as(SERVED_USER),
    )  # type: ignore[call-overload]  # fmt: skip
    accounts = remembered(here.where.home / ACCOUNTS, json.loads(done.stdout))
    if accounts:
        write_secret(CHECKOUT / "var" / ACCOUNTS, in_words(accounts))
    return accounts


def remembered(path: Path, fresh: list[dict[str, str]]) -> list[dict[str, str]]:
    """The accounts of `path` with the fresh ones among them: a later pack brings only its own.

    The file lies beside the database, which a new checkout at the same place finds again.
    """
    known: list[dict[str, str]] = json.loads(path.read_text()) if path.exists() else []
    accounts = list({account["username"]: account for account in [*known, *fresh]}.values())
    if fresh:
        write_secret(path, in_words(accounts))
    return accounts


def in_words(accounts: list[dict[str, str]]) -> str:
    """The accounts as their file holds them."""
    return json.dumps(accounts, ensure_ascii=False, indent=1)


def take_stock(here: Installation) -> None:
    """Tell the planner what was loaded: without it a first search may join thousands of rows blindly."""
    if here.owner_url:
        with psycopg.connect(here.owner_url, autocommit=True) as owner:
            owner.execute("ANALYZE")


def command(here: Installation, *words: str) -> Sequence[str]:
    """Return the command line of the program as the served process runs it."""
    return [str(here.program.python), "-m", "zhengyin.cli", *words]


def serve(here: Installation, port: int, workers: int) -> "subprocess.Popen[bytes]":
    """Start the served processes as their OS user."""
    if not is_root():
        print("· 注意：不是以 root 启动，服务进程与数据库所有者没有分成两个系统用户", flush=True)
    words = ("-m", "config.served", "--port", str(port), "--workers", str(workers))
    server: subprocess.Popen[bytes] = subprocess.Popen(  # type: ignore[call-overload]
        [str(here.program.python), *words], env=environment(here, port), start_new_session=True,
        **run_as(SERVED_USER),
    )  # fmt: skip
    wait_for(port, server)
    return server


def environment(here: Installation, port: int) -> dict[str, str]:
    """What the served process is told, and whatever else speaks of its address."""
    return {
        "ZHENGYIN_PUBLIC_URL": os.environ.get("ZHENGYIN_PUBLIC_URL", f"http://127.0.0.1:{port}"),
        "TRUSTED_PROXIES": os.environ.get("TRUSTED_PROXIES", ""),
        **here.served_environment(),
    }


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    """Return when the first page answers; raise when the server gave up."""
    import httpx

    for _ in range(300):
        if server.poll() is not None:
            raise SystemExit(f"服务没有启动起来；端口 {port} 可能被占用（用 PORT=8001 make run 换一个）")
        try:
            httpx.get(f"http://127.0.0.1:{port}/", timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("服务30秒内没有应答")


def greet(accounts: list[dict[str, str]], port: int, seconds: float, *, practice: bool) -> None:
    """Print the address and, in demonstration, who can log in."""
    print(f"\n证印已启动（{seconds:.1f} 秒）：http://127.0.0.1:{port}\n")
    if practice:
        print("练习的也启动了：登录以后，点工作台页面最下面的“练习”进去。\n")
    if accounts:
        print("示例账户（第二步用动态码；密钥在 var/demo-accounts.json）：")
        for account in accounts:
            print(f"  {account['username']:<20}{account['password']:<16}{account['title']}")
    print()


def watch(here: Installation, server: "subprocess.Popen[bytes]", port: int) -> int:
    """Every hour a checkpoint and a sweep, every five minutes the outbox; return when the server ends."""
    turn = 0
    while True:
        if turn % (HOUR // OFTEN) == 0 and not run_once(here, port, "hourly"):
            print("· 注意：每小时一次的签名存证和清理没有做完，原因见上；一小时后再做。", flush=True)
        if not run_once(here, port, "outbox"):
            print("· 注意：发提醒没有做完，原因见上；五分钟后再做。", flush=True)
        turn += 1
        try:
            return server.wait(timeout=OFTEN)
        except subprocess.TimeoutExpired:
            continue


def run_once(here: Installation, port: int, word: str) -> bool:
    """Run one command as the served process's OS user; False when it failed."""
    done = subprocess.run(  # type: ignore[call-overload]
        command(here, word), env=environment(here, port), check=False, **run_as(SERVED_USER)
    )
    return bool(done.returncode == 0)


def stop(here: Installation, server: "subprocess.Popen[bytes] | None") -> None:
    """Stop the server and the database, in this order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end(server)
    if here.cluster:
        here.cluster.stop()
    print("已全部停下。", flush=True)


def end(server: "subprocess.Popen[bytes] | None") -> None:
    """Stop a served process, at last by force."""
    if server and server.poll() is None:
        server.terminate()
        try:
            server.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
