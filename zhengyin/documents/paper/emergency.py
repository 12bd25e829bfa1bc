"""应急用印单: the pad for power cuts, half a sheet each with its stub, filled in by hand."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, code_of, heading, within
from zhengyin.shared.codes import in_fours

WHEN = "停电、断网、机器坏了时用。先签批，后盖章。"
FIELDS = (
    ("日期、时间", "为什么应急"),
    ("申请人", "联系电话"),
    ("证明谁",),
    ("用印内容",),
    ("需要单位", "用途"),
    ("份数", "枚数"),
    ("核实方式",),
    ("签批人签字", "经办人签字"),
    ("盖章人签字", "村民签字"),
)
STUB_FIELDS = ("用印时间", "姓名", "用印内容", "需要单位", "份数、枚数", "签批人", "盖章人", "登记号")
STUB_NOTE = "存根留本子上，每张都要有着落：已补登、作废或未用。"


@dataclass(frozen=True, slots=True)
class EmergencySlip:
    """One slip: its number, what its code holds (printed in capitals), and the code to type."""

    number: str  # 应急0019
    address: str
    check_code: str  # 12 characters, printed in fours

    def as_data(self) -> Data:
        return {
            "number": self.number,
            "qr": code_of(self.address),
            "code": in_fours(self.check_code),
        }


@dataclass(frozen=True, slots=True)
class EmergencyPaper:
    """A printed range, two slips a page."""

    template: ClassVar[str] = "emergency"

    issuer: Issuer
    slips: tuple[EmergencySlip, ...]
    site: str  # where the code is typed
    help: str  # whom to telephone: 平头川镇 0943-0000110
    within: int  # working days until a slip is entered
    mark: Mark

    def __post_init__(self) -> None:
        if not self.slips:
            raise ValueError("a pad without slips")
        within("署名", 60, self.issuer.place, self.issuer.name)
        within("核对网址", 60, self.site)
        within("乡镇电话", 60, self.help)

    def as_data(self) -> Data:
        return {
            **heading("应急用印单", self.issuer, self.mark),
            "number": "",
            "keywords": [],
            "when": WHEN,
            "fields": FIELDS,
            "stub_fields": STUB_FIELDS,
            "stub_note": STUB_NOTE,
            "rule": (
                "签批的人和盖章的人不能是同一人；办自己家的事要回避；空白纸不盖章。"
                f"应急号和方码下面的核对码要抄在盖好的证明上，拿到的人打开 {self.site} 就能查。"
                f"恢复后{self.within}个工作日以内补登，拍下这张单。不会的打 {self.help}。"
            ),
            "slips": [slip.as_data() for slip in self.slips],
        }
