"""What a 告知单 says: the answer first, then why, then where to go instead. Pure."""

import json
from dataclasses import asdict, dataclass
from itertools import pairwise

from zhengyin.catalogue.policy import Outcome
from zhengyin.certificates.kinds import Ground

Steps = tuple[tuple[str, str], ...]
WHERE = "去哪里"  # every way begins with it
THIS_WAY, NOT_NOW = "告知单：这样办就行", "告知单：这次不能开"
TITLES = {
    Ground.RULE: THIS_WAY, Ground.ELSEWHERE: THIS_WAY, Ground.NO_GUIDE: NOT_NOW,
    Ground.NOT_TRUE: NOT_NOW, Ground.CANNOT_CHECK: NOT_NOW, Ground.INCOMPLETE: NOT_NOW,
}  # fmt: skip
# What each answer of the lists says as a ground; an investigating body's letter is no demand to refuse.
GROUND_OF = {
    Outcome.NO_STATUTORY_DOCUMENT: Ground.RULE, Outcome.NO_PROHIBITED: Ground.RULE,
    Outcome.NO_NOT_ON_LIST: Ground.RULE, Outcome.NO_CANNOT_VOUCH: Ground.CANNOT_CHECK,
    Outcome.NO_GUIDE_PENDING: Ground.NO_GUIDE, Outcome.NO_OTHER_ORGANIZATION: Ground.ELSEWHERE,
    Outcome.NOT_ISSUER: Ground.ELSEWHERE,
}  # fmt: skip
BY_THE_LISTS = frozenset({Ground.RULE, Ground.ELSEWHERE, Ground.NO_GUIDE})  # only where the lists say it


@dataclass(frozen=True, slots=True)
class RefusalGiven:
    """A refusal as typed: the ground, the reason in a few words, and the way on."""

    ground: str
    why: str
    where: str
    bring: str = ""
    telephone: str = ""

    @property
    def steps(self) -> Steps:
        """去哪里, 带什么, 打电话: what was said of them."""
        said = ((WHERE, self.where), ("带什么", self.bring), ("打电话", self.telephone))
        return tuple((name, words) for name, words in said if words)


@dataclass(frozen=True, slots=True)
class Told:
    """The words of one 告知单, kept as they were told."""

    to: str
    answer: str
    why: str
    basis: str
    steps: Steps
    stuck: str
    handler: str
    title: str = THIS_WAY

    @property
    def ways(self) -> tuple[Steps, ...]:
        """去哪里, 带什么, 打电话 of each way: the handler's first, then those the lists know besides."""
        begins = [place for place, (name, _) in enumerate(self.steps) if name == WHERE]
        return tuple(self.steps[a:b] for a, b in pairwise((*begins, len(self.steps))))

    def as_json(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @staticmethod
    def read(kept: str) -> "Told":
        """As it was kept."""
        raw = json.loads(kept)
        return Told(**{**raw, "steps": tuple((name, words) for name, words in raw["steps"])})
