"""`zhengyin docs`: write the parts of docs/ that the code itself decides, so that they cannot drift."""

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from zhengyin.cli.places import CHECKOUT
from zhengyin.cli.words import own_words

DOCS = CHECKOUT / "docs"
NO_OFFICE = {"link": "持一次性链接的单位"}  # who acts without holding an office here
SHOWN = CHECKOUT / "var" / "clauses.json"  # written by a whole run of the tests: {clause: [passed tests]}


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `docs`."""
    sub.add_parser("docs", help="重写 docs/ 里由程序决定的部分").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write what changed and name it."""
    for name, text in generated().items():
        path = DOCS / name
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
            print(f"已更新 docs/{name}")
    return 0


def generated() -> dict[str, str]:
    """The generated files; clauses.md only where a whole run of the tests has left its record."""
    files = {"glossary.md": glossary(), "workflows.md": workflows()}
    if SHOWN.exists():
        files["clauses.md"] = clauses(json.loads(SHOWN.read_text()))
    return files


def clauses(shown: dict[str, list[str]]) -> str:
    """Every duty of the two documents with the passed tests that show it; without one it stands open."""
    known: dict[str, list[dict[str, Any]]] = yaml.safe_load((DOCS / "clauses.yaml").read_text())
    parts = [
        "# 两份文件的要求，逐条对照",
        "",
        "由 `make test` 生成：只有通过的测试才算数，“未完成”表示还没有测试证明。",
        "两份文件都不作为现行依据引用。",
    ]
    for place, title in (("huining", "会宁县通知"), ("ordos", "鄂尔多斯市征求意见稿")):
        rows = known[place]
        done = sum(row["id"] in shown for row in rows)
        parts += [
            "",
            f"## {title}（{done}／{len(rows)}）",
            "",
            "| 编号 | 位置 | 要求 | 测试 |",
            "|---|---|---|---|",
        ]
        parts += [f"| {r['id']} | {r['at']} | {r['duty']} | {proof(shown.get(r['id'], []))} |" for r in rows]
    return "\n".join(parts) + "\n"


def proof(tests: Iterable[str]) -> str:
    """The tests of one duty, each named once without its parameters."""
    names = sorted({test.split("[")[0] for test in tests})
    return "<br>".join(f"`{name}`" for name in names) or "未完成"


def glossary() -> str:
    """The field's words, then what the product's own codes are called."""
    terms = yaml.safe_load((DOCS / "glossary.yaml").read_text())["terms"]
    parts = [
        "# 词汇",
        "",
        "代码用英文，界面用中文；一个法定用语只对应一个英文词。由 `zhengyin docs` 生成。",
        "",
    ]
    parts += ["## 行业用语", "", "| 中文 | 英文 | 英文的来历 |", "|---|---|---|"]
    parts += [f"| {term['zh']} | {term['en']} | {term['source']} |" for term in terms]
    for title, codes in (("状态、动作、名称", False), ("不能办的原因", True)):
        parts += ["", f"## {title}", "", "| 代码 | 界面上的话 |", "|---|---|"]
        parts += [f"| `{code}` | {words} |" for code, words in labelled(codes)]
    return "\n".join(parts) + "\n"


def labelled(refusals: bool) -> Iterator[tuple[str, str]]:
    """Codes of the rooms with their words: whole sentences are reasons, the others are labels."""
    found = own_words()
    yield from ((c, w) for c, w in sorted(found.items()) if w.endswith(("。", "{about}")) is refusals)


def workflows() -> str:
    """Every workflow as a table and a diagram."""
    from zhengyin.cli.workflows import TABLES

    parts = ["# 流程", "", "由 `zhengyin docs` 从各流程表生成。"]
    for title, workflow, words in TABLES:
        parts += ["", f"## {title}", "", *table_of(workflow, words), "", *diagram_of(workflow, words)]
    return "\n".join(parts) + "\n"


def table_of(workflow: Any, words: dict[str, str]) -> Iterator[str]:
    """One row a step: from, act, to, by whom, which line."""
    from zhengyin.people.offices import LABELS, Office

    yield from ("| 从 | 动作 | 到 | 谁 | 流水 |", "|---|---|---|---|---|")
    for step in workflow.steps:
        who = "、".join(NO_OFFICE.get(office) or LABELS[Office(office)] for office in step.by)
        before = words[step.before] if step.before else "–"
        yield f"| {before} | {words[step.act]} | {words[step.after]} | {who} | `{step.line}` |"


def diagram_of(workflow: Any, words: dict[str, str]) -> Iterator[str]:
    """The same steps, drawn."""
    yield from ("```mermaid", "stateDiagram-v2")
    for step in workflow.steps:
        before = words[step.before] if step.before else "[*]"
        yield f"    {before} --> {words[step.after]}: {words[step.act]}"
    yield "```"
