"""What a handler asks for: one content, so many copies; a letter of introduction; help with an inquiry."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from zhengyin.documents.uploads import Checked
from zhengyin.workuse.kinds import Kind, Override, Whose
from zhengyin.workuse.policy.evidence import Inquiry
from zhengyin.workuse.policy.introduction import Letter


@dataclass(frozen=True, slots=True)
class WorkAsked:
    """One request as typed. `major` empty: not answered; one of NO_MAJORS: none. None: not answered."""

    kind: Kind
    scope: str
    matter: str
    copies: int
    for_resident: bool | None = False
    major: str = "none"
    whose: Whose | None = None
    concerned: str = ""
    files: Sequence[Checked] = ()
    override: Override | None = None
    letter: Letter | None = None
    inquiry: Inquiry | None = None
    letter_scans: Sequence[Checked] = field(default=())
