"""What can be seen on pictures of the stamped paper: red round seals, and the paper's own code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhengyin.documents import files, qr
from zhengyin.documents.codes import token_in, token_index
from zhengyin.documents.stamps import red_rounds_on
from zhengyin.documents.uploads import Checked
from zhengyin.registers.queries import lines_of
from zhengyin.workuse.kinds import CodeSeen, Role
from zhengyin.workuse.models import WorkFile, WorkUse
from zhengyin.workuse.queries.content import PDF, files_of

COUNTED = "work.scanned"


@dataclass(frozen=True, slots=True)
class Seen:
    """Seals on each picture, None of a PDF, in which nothing is counted; and whose code was read."""

    seals: tuple[int | None, ...]
    code: CodeSeen

    @property
    def said(self) -> str:
        """The program's count in words: 3枚, 3枚，PDF没有数."""
        counted = [one for one in self.seals if one is not None]
        pieces = [f"{sum(counted)}枚"] if counted else []
        return "，".join(pieces if len(counted) == len(self.seals) else [*pieces, "PDF没有数"])


def uncounted(work_use: WorkUse) -> list[WorkFile]:
    """Pictures of the stamped paper kept after the last count; none is ever taken away."""
    counted = sum(int(line.columns["pages"]) for line in lines_of(work_use.id) if line.kind == COUNTED)
    return [one for one in files_of(work_use, Role.SCAN) if one.position > counted]


def last_of(scans: Sequence[WorkFile]) -> int:
    """The place of the newest, 0 without any."""
    return max((one.position for one in scans), default=0)


def looked_over(work_use: WorkUse, scans: Sequence[WorkFile]) -> Seen:
    """Look at each picture. Raises files.FileDamaged."""
    pictures = [Checked(files.plain_of(one.file), one.file.content_type) for one in scans]
    said = [words for one in pictures if one.content_type != PDF for words in qr.read(one.data)]
    return Seen(tuple(red_rounds_on(one) for one in pictures), _whose(work_use, said))


def _whose(work_use: WorkUse, said: Iterable[str]) -> CodeSeen:
    """A code that is not an address of ours belongs to whoever drew up the paper, and says nothing here."""
    found = {token_index(token) for token in map(token_in, said) if token}
    own = bytes(work_use.token_index) if work_use.token_index else None
    if own in found:
        return CodeSeen.OWN
    if found:
        return CodeSeen.ANOTHER
    return CodeSeen.UNREAD if own else CodeSeen.NONE
