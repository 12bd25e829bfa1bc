"""What the figures are to reach, and the table that says whether they do."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure with its bound; `most` or at least."""

    bound: float
    most: bool
    words: str

    def reached(self, figure: float) -> bool:
        return figure <= self.bound if self.most else figure >= self.bound


GOALS: Mapping[str, Goal] = {
    "seal_ms_p50": Goal(38, True, "盖一份章，毫秒，中位数（一个客户端）"),
    "seal_ms_p95": Goal(55, True, "盖一份章，毫秒，95%的不超过"),
    "seal_per_s": Goal(40, False, "四个村同时盖章，每秒几份"),
    "job_per_s": Goal(10, False, "从申请到交付整件办完，每秒几件"),
    "verify_per_s": Goal(600, False, "查证页，每秒几次"),
    "verify_ms_p99": Goal(50, True, "查证页，毫秒，99%的不超过"),
    "register_ms_p95": Goal(100, True, "十万行的登记簿页面，毫秒，95%的不超过"),
    "audit_lines_per_s": Goal(100_000, False, "核对登记簿，每秒几行"),
    "archive_close_s": Goal(60, True, "一年一万行归档、做成归档包，秒"),
    "archive_check_s": Goal(10, True, "核对这个归档包，秒"),
    "export_s": Goal(5, True, "导出两地的清单（网页、数据、表格、更新通知），秒"),
    "rss_mb": Goal(450, True, "服务进程占内存，MB（按比例分摊）"),
}
BESIDE = {
    "reauth_ms_p50": "盖章前验证身份，毫秒，中位数",
    "seal_per_s_one_committee": "四个客户端盖同一个村的章，每秒几份",
    "verify_ms_p50": "查证页，毫秒，中位数",
    "register_ms_p50": "登记簿页面，毫秒，中位数",
    "postgres_mb": "数据库占内存，MB（按比例分摊）",
    "audit_lines": "核对了几行",
    "bulk_lines": "装入了几行",
    "archive_taken_s": "取走这个归档包，秒",
    "archive_mb": "这个归档包有多大，MB",
    "export_files": "导出了几个文件",
    "export_mb": "导出的一共多大，MB",
}


def table(
    described: Mapping[str, str], figures: Mapping[str, float], only: Collection[str] = (*GOALS, *BESIDE)
) -> str:
    """Machine first, then every figure with its goal; what misses is marked. One not taken is an error."""
    lines = [f"{name:<26}{words}" for name, words in described.items()]
    lines.append("")
    for name, goal in ((name, goal) for name, goal in GOALS.items() if name in only):
        bound = f"{'≤' if goal.most else '≥'} {goal.bound:g}"
        mark = "达到" if goal.reached(figures[name]) else "没有达到"
        lines.append(f"{name:<26}{figures[name]:>12.1f}   {bound:<10}{mark}　{goal.words}")
    beside = ((name, words) for name, words in BESIDE.items() if name in only)
    lines += [f"{name:<26}{figures[name]:>12.1f}   {'':<10}{words}" for name, words in beside]
    return "\n".join(lines)
