"""办事指南宣传单: one item's guide and sample, from the dataset and nothing else (H4.3a, O2.2b)."""

from collections.abc import Iterable

from zhengyin.catalogue.dataset import Dataset, EntryTold
from zhengyin.documents.paper.leaflet import LeafletPaper
from zhengyin.documents.paper.parts import Issuer, Mark
from zhengyin.shared.days import in_words


def leaflet(
    dataset: Dataset, code: str, issuer: Issuer, telephones: Iterable[tuple[str, str]], address: str
) -> LeafletPaper | None:
    """The leaflet of one item; None where there is none or its guide is not filled yet."""
    entry = next((one for one in dataset.entries if one.code == code), None)
    if entry is None or entry.guide is None or entry.guide.pending or entry.form is None:
        return None
    return LeafletPaper(
        issuer=issuer,
        name=entry.name,
        glance=tuple((one.title, "".join(one.texts)) for one in entry.guide.glance),
        parts=tuple((one.title, one.texts) for one in entry.guide.headings),
        not_written=entry.guide.not_written,
        sample_title=entry.form.title,
        sample=entry.form.sample,
        telephones=tuple(telephones),
        address=address,
        standing=_standing(dataset, entry),
        mark=Mark.DEMONSTRATION if dataset.demonstration else Mark.NONE,
    )


def _standing(dataset: Dataset, entry: EntryTold) -> str:
    return f"{entry.list.words}。{in_words(dataset.day)}打印，过后变了的以扫码看到的为准"
