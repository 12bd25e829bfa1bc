"""What a seal is to look like, as the township orders it. Pure.

Of diameters only a few texts could be read (reference/seal_use_scope): none of them is a rule of a
place that runs this product, so a diameter is written down, never demanded; unknown is 待核.
"""

from dataclasses import dataclass
from decimal import Decimal

from zhengyin.seals.kinds import SHAPE_LABELS, SealKind, Shape

LEAST_MM, MOST_MM = Decimal(10), Decimal(60)  # 产品默认: outside this a number was mistyped
UNKNOWN = "待核"
SPECIAL = "专用章"
# Seals of other organizations, by what stands in their purpose. They never stand in these books.
OF_OTHERS = ("党", "支部", "总支", "合作社", "监督", "财务", "团委", "共青团", "妇联", "妇女联合会")
KNOWN = (
    "查得到的只有：北京某区的社区居委会章，圆形，直径4.2厘米，中央五角星，刻全称；"
    "乡（镇）人民政府4.2厘米；企业事业单位、社会团体不超过4.5厘米。"
    "村民委员会的直径没有查到原文，待核；本地有规定的按本地的。"
)


@dataclass(frozen=True, slots=True)
class Specification:
    """Shape, star, material and maker; None and an empty text mean that it is not known yet.

    `diameter_mm` is the diameter, of an oval the longer one. What is engraved in a second script is a
    picture (its file is handed in beside this): no font is trusted with it.
    """

    shape: Shape = Shape.ROUND
    diameter_mm: Decimal | None = None
    star: bool = True
    material: str = ""
    engraver: str = ""
    police_number: str = ""  # 公安备案号

    def columns(self) -> dict[str, str]:
        """As it stands in the line."""
        return {
            "shape": SHAPE_LABELS[self.shape],
            "diameter": f"{self.diameter_mm:f}毫米" if self.diameter_mm is not None else UNKNOWN,
            "star": "中央刊五角星" if self.star else "不刊五角星",
            "material": self.material.strip(),
            "engraver": self.engraver.strip(),
            "police_number": self.police_number.strip(),
        }


AS_USUAL = Specification()


def name_of(legal_name: str, kind: SealKind, purpose: str) -> str:
    """What is engraved: the full legal name, on a special seal with its purpose."""
    return legal_name + (purpose.strip() if kind is SealKind.SPECIAL else "")


def belongs_to_others(purpose: str) -> bool:
    """Whether a seal of this purpose is another organization's."""
    return any(word in purpose for word in OF_OTHERS)
