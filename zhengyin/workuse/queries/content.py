"""The content of a request: its files, its digest, and the pages as the rules see them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from zhengyin.documents import files, sheet
from zhengyin.documents.pdfpages import PdfUnreadable, pages_seen
from zhengyin.documents.uploads import Checked
from zhengyin.workuse.asked import WorkAsked
from zhengyin.workuse.kinds import Role
from zhengyin.workuse.models import WorkFile, WorkUse
from zhengyin.workuse.policy.unfinished import Page, doubts_of
from zhengyin.workuse.secrets import opened_personal

PDF = "application/pdf"
SHOWN = (Role.CONTENT, Role.LETTER)  # what lies before whoever approves


@dataclass(frozen=True, slots=True)
class Looked:
    """What was handed in, looked at once. `counts` are the pages of each file.

    `doubts` names what no program could judge, a photograph or a scan or an empty cell: of these the
    custodian is asked.
    """

    pages: tuple[Page, ...]
    counts: tuple[int, ...]
    unreadable: tuple[str, ...]
    doubts: tuple[str, ...]
    mixed: bool


def looked_at(given: Sequence[Checked]) -> Looked:
    """Read every page: text and ink of a PDF, ink alone of a photograph."""
    pages: list[Page] = []
    counts: list[int] = []
    unreadable: list[str] = []
    for place, one in enumerate(given, 1):
        try:
            found = _pages_of(one, place, several=len(given) > 1)
        except PdfUnreadable:
            unreadable.append(f"第{place}个文件")
            found = ()
        pages += found
        counts.append(max(len(found), 1))
    kinds = {one.content_type == PDF for one in given}
    return Looked(
        tuple(pages), tuple(counts), tuple(unreadable), tuple(doubts_of(pages)), mixed=len(kinds) > 1
    )


def _pages_of(one: Checked, place: int, *, several: bool) -> tuple[Page, ...]:
    if one.content_type != PDF:
        return (Page(f"第{place}张照片", "", sheet.as_taken(one).ink, readable=False),)
    which = f"第{place}个文件" if several else ""
    return tuple(
        Page(f"{which}第{page.number}页", page.text, page.ink, pictured=page.pictured, ruled=page.ruled)
        for page in pages_seen(one.data)
    )


def files_of(work_use: WorkUse, *roles: Role) -> list[WorkFile]:
    """The files that count now, the content's first."""
    rows = work_use.files.filter(removed_at=None, role__in=[role.value for role in roles or Role])
    return sorted(
        rows.select_related("file"), key=lambda one: (list(Role).index(Role(one.role)), one.position)
    )


def with_kept(work_use: WorkUse, asked: WorkAsked) -> WorkAsked:
    """What is handed in anew: for each role of files of which none was given, those kept stand again."""
    return replace(
        asked,
        files=asked.files or _kept(work_use, Role.CONTENT),
        letter_scans=asked.letter_scans or _kept(work_use, Role.LETTER),
    )


def _kept(work_use: WorkUse, role: Role) -> tuple[Checked, ...]:
    """A file damaged on the disk is not handed in again: the request then says that it is missing."""
    try:
        return tuple(
            Checked(files.plain_of(one.file), one.file.content_type) for one in files_of(work_use, role)
        )
    except files.FileDamaged:
        return ()


def digest_of(work_use: WorkUse) -> str:
    """Of everything that is approved, by the stored files' registered digests."""
    return _digest(work_use, (one.file.sha256 for one in files_of(work_use, *SHOWN)))


def digest_now(work_use: WorkUse) -> str:
    """The same from the files' bytes as they lie on the disk now; empty where one is damaged."""
    try:
        read = [files.digest_of(files.plain_of(one.file)) for one in files_of(work_use, *SHOWN)]
    except files.FileDamaged:
        return ""
    return _digest(work_use, read)


def _digest(work_use: WorkUse, digests: Iterable[str]) -> str:
    said = {
        "kind": work_use.kind, "scope": work_use.scope_code, "matter": work_use.matter,
        "copies": work_use.copies, "major": work_use.major_code, "whose": work_use.whose,
        "lock": work_use.lock, "override": work_use.override, "inquirer": work_use.inquirer,
        "details": work_use.details,
        "personal": opened_personal(work_use.id, work_use.personal_encrypted), "files": list(digests),
    }  # fmt: skip
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"{work_use.salt}\n{canonical}".encode()).hexdigest()
