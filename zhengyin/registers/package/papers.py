"""The papers of a package: those the lines name are there, and our own bear their signature. Pure."""

import zipfile
from collections.abc import Iterator

from zhengyin.documents.checking import check
from zhengyin.registers.package import reading, shape
from zhengyin.registers.package.books import Named
from zhengyin.registers.package.shape import Manifest, PackedDocument

SAMPLE = 100  # signatures that are checked unless all are asked for: every file's digest is checked anyway
END = b"-----END CERTIFICATE-----"


def undigested(manifest: Manifest, named: Named) -> Iterator[str]:
    """Documents that their line does not name, or whose file is another."""
    digests = {one.path: one.sha256 for one in manifest.files}
    titles = {one.name: one.title for one in manifest.books}
    for one in manifest.documents:
        where = f"《{titles.get(one.book, one.book)}》第{one.no}号"
        if one.digest not in named.get((one.book, one.no), set()):
            yield f"{where}没有写这份文件：{one.path or one.digest[:12]}"
        elif one.path and digests.get(one.path) != one.digest:
            yield f"{where}写的不是这份文件：{one.path}"
    told = {(one.book, one.no, one.digest) for one in manifest.documents}
    for (book, no), found in named.items():
        if book not in shape.WITHOUT_PAPERS:
            for digest in sorted(found):
                if (book, no, digest) not in told:
                    yield f"《{titles[book]}》第{no}号写的文件，清单里没有"


def said(manifest: Manifest) -> str:
    """How many papers there are, and how many of them are not in the package."""
    gone = sum(not one.path for one in manifest.documents)
    told = f"，其中{gone}份归档时已经不在，只有校验值" if gone else ""
    return f"登记簿写到的文件{len(manifest.documents)}份对得上{told}"


def chosen(manifest: Manifest, every: bool) -> tuple[bool, tuple[PackedDocument, ...]]:
    """The signed papers to look at, each file once, evenly over all; whether they are a sample."""
    papers = tuple({one.path: one for one in manifest.documents if one.signed and one.path}.values())
    if every or len(papers) <= SAMPLE:
        return False, papers
    return True, tuple(papers[at * len(papers) // SAMPLE] for at in range(SAMPLE))


def unsigned(package: zipfile.ZipFile, papers: tuple[PackedDocument, ...]) -> Iterator[str]:
    """Papers whose signature does not hang on a county's root, or no longer fits."""
    names = set(package.namelist())
    there = shape.ROOTS in names
    roots = certificates_in(reading.whole(package, shape.ROOTS, reading.MOST_SMALL)) if there else []
    for one in papers:
        if one.path not in names:
            continue
        if not check(reading.whole(package, one.path, reading.MOST_PAPER), roots).ok:
            yield f"签名不对，或者不是县级校验根证书管的：{one.path}"


def certificates_in(pem: bytes) -> list[bytes]:
    """Each certificate of a PEM file by itself."""
    return [part + END + b"\n" for part in pem.split(END)[:-1]]
