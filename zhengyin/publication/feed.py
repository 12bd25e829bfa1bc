"""feed.atom: one entry a version of a list, for whoever wants to hear of changes (RFC 4287)."""

import re
import uuid
from datetime import datetime
from typing import Any, Final

from lxml import etree

from zhengyin.catalogue.dataset import Dataset, VersionTold
from zhengyin.publication.phrases import decided, standing_of, what_it_did
from zhengyin.shared.days import UTC, start_of

ATOM: Final = "http://www.w3.org/2005/Atom"
SPACE: Final = uuid.UUID("6f6c6973-7473-5a59-8000-7a79696e0002")
LINKS: Final = (
    ("self", "application/atom+xml", "feed.atom"),
    ("related", "application/json", "lists.json"),
    ("related", "text/csv", "lists.csv"),
)
UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML may hold them


def as_atom(dataset: Dataset) -> bytes:
    """Ids never change: of a feed by its county, of an entry by list and number. Links lead beside it."""
    feed: Any = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "zh-CN")
    county = dataset.county
    latest = max((one.recorded_at for one in dataset.versions), default=start_of(dataset.day))
    _put(feed, "id", uuid.uuid5(SPACE, county.code).urn)
    _put(feed, "title", f"{'【示例】' if dataset.demonstration else ''}{county.words}证明清单的更新")
    if dataset.notice:
        _put(feed, "subtitle", dataset.notice)
    _put(feed, "updated", _moment(latest))
    _put(_put(feed, "author"), "name", county.words)
    for rel, kind, href in LINKS:
        _put(feed, "link").attrib.update({"rel": rel, "type": kind, "href": href})
    for one in sorted(dataset.versions, key=lambda one: (one.recorded_at, one.takes_effect_on), reverse=True):
        _entry(_put(feed, "entry"), one, demonstration=dataset.demonstration)
    found: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return found


def _entry(entry: Any, one: VersionTold, *, demonstration: bool) -> None:
    _put(entry, "id", one.id.urn)
    _put(entry, "title", f"{'【示例】' if demonstration else ''}{one.title}第{one.no}版")
    _put(entry, "updated", _moment(one.recorded_at))
    if one.decision or one.issued_by:
        _put(_put(entry, "author"), "name", one.decision.issued_by if one.decision else one.issued_by)
    _put(entry, "category").attrib.update({"term": one.level.code, "label": one.level.words})
    _put(entry, "content", f"{what_it_did(one)}{standing_of(one)}{decided(one)}").set("type", "text")


def _put(above: Any, name: str, text: str = "") -> Any:
    made = etree.SubElement(above, f"{{{ATOM}}}{name}")
    made.text = UNPRINTABLE.sub("", text) or None
    return made


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
