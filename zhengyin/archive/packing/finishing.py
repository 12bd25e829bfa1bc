"""The last files of a package: papers named by lines, keys, lists, and the manifest over all of it."""

import csv
import io
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.archive.models import PackagePart, YearEnd
from zhengyin.archive.packing import filing
from zhengyin.archive.packing.explanation import EXPLANATION
from zhengyin.archive.packing.plan import PDF, PLAIN, TABLE, Made
from zhengyin.archive.queries.carried import Carried
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.documents.paper.archive import ArchivePaper
from zhengyin.documents.typesetting import typeset
from zhengyin.registers.closing import YearBook, checkpoint_lines, public_key, year_books
from zhengyin.registers.package import shape, writing
from zhengyin.registers.package.papers import SAMPLE
from zhengyin.registers.package.shape import LINE_FIELDS as FIELDS
from zhengyin.registers.package.shape import Manifest, PackedBook, PackedDocument, PackedFile
from zhengyin.seals.queries.signing import certificates_of, roots_of
from zhengyin.shared.cells import plain

SIGNED_PURPOSE = "certificate"  # our own papers, and our record of a brought form


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as it goes into the package: the line that names it first, and its file."""

    book: YearBook
    no: int
    digest: str
    file: StoredFile | None


def last_files(year_end: YearEnd, open_cases: tuple[Carried, ...], at: datetime) -> tuple[Made, ...]:
    """Everything that is made in one go when the parts are there; `open_cases` as they stand that day."""
    how, books = filing.filed(year_end), year_books(year_end.organization_id, year_end.year)
    parts = tuple(year_end.parts.order_by("path"))
    documents = kept_documents(year_end, books)
    rows = filing.contents(how, parts, sum(one.file is not None for one in documents))
    missing = sum(one.file is None for one in documents)
    said = (
        f"登记簿{len(books)}册{sum(book.lines for book in books)}行，写到的电子文件{len(documents)}份"
        + (f"，其中{missing}份没有收进来（已按规定销毁，或者原来只登记了校验值）。" if missing else "。"),
    )
    return (
        Made(shape.EXPLANATION, "说明", explanation(year_end, how), "text/plain"),
        _printed("目录/归档文件目录.pdf", "归档文件目录", filing.catalogue(how, rows), at),
        Made("目录/归档文件目录.csv", "归档文件目录，表格", catalogue_table(rows), TABLE),
        _printed(
            "目录/备考表.pdf",
            "备考表",
            filing.notes(how, year_end, said=said, open_cases=len(open_cases)),
            at,
        ),
        Made("目录/结转未办结.csv", "结转的未办结事项", carried_table(open_cases), TABLE),
        Made(shape.CHECKPOINTS, "签名的校验点", checkpoints_text(books), PLAIN),
        Made(shape.KEY, "校验点公钥", public_key(), "application/x-pem-file"),
        Made(shape.ROOTS, "县级校验根证书", roots_of(year_end.county_code), "application/x-pem-file"),
        Made(
            shape.COMMITTEE,
            "本村（社区）校验证书",
            certificates_of(year_end.organization_id),
            "application/x-pem-file",
        ),
    )


def manifest_of(
    year_end: YearEnd, *, parts: tuple[PackagePart, ...], sums: PackedFile, open_cases: int, at: datetime
) -> Manifest:
    """The list over every file; `sums` is the one list that cannot name itself."""
    how, books = filing.filed(year_end), year_books(year_end.organization_id, year_end.year)
    documents = kept_documents(year_end, books)
    assert year_end.closed_at is not None
    return Manifest(
        format=shape.FORMAT,
        owner=str(year_end.organization_id),
        committee=how.card.issuer_full,
        county_code=year_end.county_code,
        year=year_end.year,
        closed_at=year_end.closed_at.isoformat(),
        packed_at=at.isoformat(),
        retention=how.retention,
        archive_number=how.archive_number,
        open_cases=open_cases,
        books=tuple(_book(book, parts, place) for place, book in enumerate(books, start=1)),
        documents=tuple(_document(one) for one in documents),
        files=(*files_of(parts, documents), sums),
    )


def files_of(parts: tuple[PackagePart, ...], documents: tuple[Kept, ...]) -> tuple[PackedFile, ...]:
    """Parts and documents as the list names them, each file once."""
    made = [PackedFile(one.path, one.file.size, one.file.sha256, one.what) for one in parts]
    papers = {
        path_of(one): PackedFile(
            path_of(one), one.file.size, one.digest, f"{one.book.title}第{one.no}号的文件"
        )
        for one in documents
        if one.file
    }
    return (*made, *papers.values())


def kept_documents(year_end: YearEnd, books: tuple[YearBook, ...]) -> tuple[Kept, ...]:
    """What the lines name by digest, with the file where it is still kept; the journal's are not packed."""
    wanted = [
        (book, one.no, one.digest)
        for book in books
        if book.name not in shape.WITHOUT_PAPERS
        for one in writing.named_documents(book)
    ]
    digests = {digest for _, _, digest in wanted}
    rows = StoredFile.objects.filter(owner=year_end.organization_id, sha256__in=digests).order_by(
        "created_at"
    )
    files = {row.sha256: row for row in rows}
    first: dict[str, tuple[YearBook, int]] = {}
    for book, no, digest in wanted:
        first.setdefault(digest, (book, no))
    return tuple(Kept(book, no, digest, files.get(digest)) for book, no, digest in wanted)


def path_of(one: Kept) -> str:
    """文件/…: named by the digest, so that lines that share a file share its path."""
    ending = mimetypes.guess_extension(one.file.content_type) if one.file else ""
    return f"文件/{one.digest}{ending or ''}"


def explanation(year_end: YearEnd, how: filing.Filed) -> bytes:
    """说明.txt, with the line ends that every Windows shows."""
    text = EXPLANATION.format(
        committee=how.card.issuer_full, year=year_end.year, sample=SAMPLE, fields=len(FIELDS),
        names="、".join(FIELDS), retention=how.retention, archive_number=how.archive_number,
    )  # fmt: skip
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def catalogue_table(rows: tuple[tuple[str, ...], ...]) -> bytes:
    return _table([title for title, _ in filing.COLUMNS], rows)


def carried_table(cases: tuple[Carried, ...]) -> bytes:
    """Open cases by what they are and where they stand; no name of anybody."""
    return _table(["编号", "事项", "开始日期", "办到哪里"], [one.cells for one in cases])


def checkpoints_text(books: tuple[YearBook, ...]) -> bytes:
    """The signed lines that name the last line of every book, each once, as they stand in the public file."""
    lines = dict.fromkeys(checkpoint_lines(books).values())
    return b"".join(line + b"\n" for line in lines)


def _table(titles: list[str], rows: "list[tuple[str, ...]] | tuple[tuple[str, ...], ...]") -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([titles, *([plain(cell) for cell in row] for row in rows)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _printed(path: str, what: str, paper: ArchivePaper, at: datetime) -> Made:
    printed = typeset(paper, at)
    return Made(path, what, printed.pdf, PDF, printed.pages)


def _book(book: YearBook, parts: tuple[PackagePart, ...], place: int) -> PackedBook:
    """The parts of a book are found by their path; their order is that of the numbers."""

    def under(folder: str) -> Iterator[str]:
        stem = f"{folder}/{place:02}{book.title}"
        found = [one for one in parts if one.path.startswith(stem) and one.path.endswith(".jsonl")]
        yield from (one.path for one in sorted(found, key=lambda one: (len(one.path), one.path)))

    return PackedBook(
        id=str(book.book), name=book.name, title=book.title, first_no=book.first_no, last_no=book.last_no,
        last_hash=book.last_hash, data=tuple(under("数据")), personal=tuple(under("个人信息")),
        erased=writing.erased(book),
    )  # fmt: skip


def _document(one: Kept) -> PackedDocument:
    signed = one.file is not None and one.file.purpose == SIGNED_PURPOSE
    return PackedDocument(one.digest, path_of(one) if one.file else "", one.book.name, one.no, signed)


def file_of(owner: UUID, digest: str) -> StoredFile:
    """The stored file with these bytes; raises StoredFile.DoesNotExist."""
    row = files.with_digest(owner, digest)
    if row is None:
        raise StoredFile.DoesNotExist(digest)
    return row
