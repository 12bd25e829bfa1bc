"""The item of a proposal in rows, the same on the desk's page, the page of a link and on paper."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from zhengyin.admission.form import pieces_of
from zhengyin.admission.kinds import Kind, What
from zhengyin.admission.models import Proposal
from zhengyin.admission.queries.facts import changed_in
from zhengyin.admission.sample import text_of
from zhengyin.catalogue.kinds import Tie
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.shared.days import in_words

Rows = tuple[tuple[str, str], ...]


def item_rows(row: Proposal, at: datetime) -> Rows:
    """What would stand on the list; of an exit, the day it stops; of a 调整, what changes alone."""
    stop = (("从哪天起停止", in_words(row.stop_on)),) if row.stop_on else ()
    if row.kind == Kind.ADJUST:
        return tuple((one.part, f"原来：{one.before}\n改为：{one.after}") for one in changed_in(row, at))
    if row.kind != Kind.ADMIT:
        return stop
    entry = row.entry
    if row.covers == FormCovers.SERVICES:
        what = What(entry["what"]).words if entry.get("what") else ""
        return ("哪一种", what), ("依据", bases_in(entry))
    guide, sample = entry.get("guide") or {}, entry.get("form")
    return (
        ("设定依据", bases_in(entry)),
        ("什么人可以开", "、".join(Tie(one).words for one in entry.get("ties", ()))),
        ("办理条件", guide.get("conditions", "")), ("申请材料", "、".join(guide.get("materials", ()))),
        ("办理流程", guide.get("procedure", "")), ("办理时限", guide.get("time_limit", "")),
        ("样表", text_of(sample) if sample else ""), *stop,
    )  # fmt: skip


def bases_in(content: Mapping[str, Any]) -> str:
    """The documents it rests on, in one line."""
    found = (f"《{one['document']}》{one['number']} {one['article']}" for one in content.get("bases", ()))
    return "；".join(one.strip() for one in found)


def words_of(row: Proposal) -> str:
    """准入, and of what where it is no certificate."""
    kind = Kind(row.kind).words
    return f"{kind}（社区公共服务）" if row.covers == FormCovers.SERVICES else kind


def said_rows(row: Proposal) -> Rows:
    """What the other questions of the form were answered."""
    return tuple(
        (piece.label, row.said.get(piece.key, ""))
        for piece in pieces_of(Kind(row.kind), FormCovers(row.covers))
    )
