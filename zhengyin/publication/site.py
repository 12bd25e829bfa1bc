"""All files of an export, from one dataset."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from django.template.loader import render_to_string

from zhengyin.catalogue.dataset import Dataset, digest
from zhengyin.publication import pages
from zhengyin.publication.data import as_json
from zhengyin.publication.feed import as_atom
from zhengyin.publication.manifest import MANIFEST, manifest_of
from zhengyin.publication.table import as_csv
from zhengyin.shared.days import in_words

STYLE: Final = Path(__file__).parent / "export.css"
TITLES: Final = {"prohibited.html": "不用开的证明", "issuable.html": "可以开的证明"}
ABOUT: Final = {
    "prohibited.html": "点开每一项，看为什么不用开、去哪里办、带什么。",
    "issuable.html": "点开每一项，看办事指南和式样。不收钱。",
}


def files_of(dataset: Dataset) -> dict[str, bytes]:
    """Every file by its path in the folder, the manifest last."""
    found = {
        "lists.json": as_json(dataset),
        "lists.csv": as_csv(dataset),
        "feed.atom": as_atom(dataset),
        "style.css": STYLE.read_bytes(),
        **dict(_pages(dataset)),
    }
    return found | {MANIFEST: manifest_of(dataset, found)}


def _pages(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    frame, by_code = _frame(dataset), {one.code: one for one in dataset.entries}
    sections = {"prohibited.html": pages.prohibited(dataset), "issuable.html": pages.issuable(dataset)}
    counts = {name: sum(len(one.lines) for one in found) for name, found in sections.items()}
    home = {
        "counts": [(name, TITLES[name], count) for name, count in counts.items()],
        "others": pages.others(dataset),
    }
    yield "index.html", _page("export/index.html", frame, home)
    for name, found in sections.items():
        shown = {"title": TITLES[name], "about": ABOUT[name], "sections": found}
        yield name, _page("export/list.html", frame, shown)
    yield "versions.html", _page("export/versions.html", frame, {"lists": pages.histories(dataset)})
    below = replace(frame, root="../")
    for entry in dataset.entries:
        page = pages.entry_page(entry, by_code)
        yield f"e/{entry.code}.html", _page("export/entry.html", below, {"page": page})


def _frame(dataset: Dataset) -> pages.Frame:
    return pages.Frame(
        county=dataset.county.words,
        day=in_words(dataset.day),
        notice=dataset.notice,
        versions=tuple(one.words for one in dataset.lists),
        digest=digest(dataset),
    )


def _page(template: str, frame: pages.Frame, said: Mapping[str, object]) -> bytes:
    return render_to_string(template, {"frame": frame, **said}).encode()
