"""会议记录: to be taken down by hand at the meeting, or printed with what was entered; signed by hand."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, heading, within

SIGNERS = ("主持人", "记录人", "监督委员会")


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """An empty word prints as a line to write on. It stands in no book: its vote's line does."""

    template: ClassVar[str] = "minutes"

    issuer: Issuer
    kind: str  # 村民代表会议
    matter: str
    rows: tuple[tuple[str, str], ...]  # 时间, 地点, 主持人 …
    counts: tuple[tuple[str, str], ...]  # 应到, 实到, 同意, 反对, 弃权
    conclusion: str
    basis: tuple[str, ...]
    mark: Mark
    signers: tuple[str, ...] = SIGNERS
    attending: int = 24  # places to sign for who was there

    def __post_init__(self) -> None:
        within("会议名称", 40, self.kind)
        within("议题", 200, self.matter)
        within("会议的时间、地点", 120, *(words for _, words in self.rows))
        within("结论", 200, self.conclusion)
        within("依据", 300, *self.basis)

    def as_data(self) -> Data:
        return {
            **heading("会议记录", self.issuer, self.mark),
            "number": "",
            "previous_check": "",
            "keywords": [],
            "footing": f"{self.issuer.full}　{self.kind}　原件归档",
            "kind": self.kind,
            "matter": self.matter,
            "rows": self.rows,
            "counts": self.counts,
            "conclusion": self.conclusion,
            "basis": self.basis,
            "signers": self.signers,
            "attending": self.attending,
        }
