"""`zhengyin outbox`: queue what people are to be reminded of, send what is due, sweep what is old.

The start runs it every five minutes; on a county's own servers a timer does.
"""

import argparse
import sys


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `outbox`."""
    parser = sub.add_parser("outbox", help="每五分钟一次：到时候就排好当天的提醒，把等着的短信、邮件发出去")
    parser.add_argument("--early", action="store_true", help="不等工作日早上八点半（只在示例库里，试用时用）")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Put, send, sweep. A message that failed is no failure of the run: the administrator's page tells."""
    import django

    django.setup()
    from zhengyin.outbox import actions as outbox
    from zhengyin.regions.queries import is_demonstration
    from zhengyin.registers.queries import now
    from zhengyin.reminders.actions import put_reminders, sweep_codes

    if args.early and not is_demonstration():
        print("--early 只能在示例库里用", file=sys.stderr)
        return 2
    put, tried = put_reminders(at=now(), early=args.early), send_all()
    outbox.sweep(at=now())
    sweep_codes(at=now())
    if put or tried:
        print(f"排好{put}条提醒，发了{tried}次", flush=True)
    return 0


def send_all() -> int:
    """Send what is due, each in a transaction of its own; a failed one is due later, so this ends."""
    from zhengyin.outbox.actions import send_next
    from zhengyin.people.senders import offered
    from zhengyin.registers.queries import now

    senders, tried = offered(), 0
    while send_next(senders=senders, at=now()):
        tried += 1
    return tried
