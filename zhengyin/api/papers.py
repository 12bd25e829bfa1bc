"""What is asked and answered about a paper. Names come masked from the register."""

from datetime import date
from typing import Annotated

from ninja import Field, Schema
from pydantic import AfterValidator, model_validator

from zhengyin.api.shapes import Asked
from zhengyin.api.standing import Coded, Told
from zhengyin.shared.codes import as_typed

CODE_LETTERS = 12


def of_twelve(code: str) -> str:
    """A 核对码 as it is printed, in fours or not."""
    if (count := len(as_typed(code))) != CODE_LETTERS:
        raise ValueError(f"核对码要{CODE_LETTERS}个字，填了{count}个")
    return code


class Comparison(Asked):
    """What stands on the paper in hand; compared and forgotten."""

    name: str = Field(min_length=1, max_length=30, description="纸上的姓名")
    last_four: str = Field("", max_length=8, description="身份证号码最后4位；纸上没有号码的不填")


class Paper(Asked):
    """Which paper: the QR code's token, or number and 核对码."""

    token: str | None = Field(None, min_length=1, max_length=64, description="二维码网址最后一段")
    number: str | None = Field(None, min_length=1, max_length=80, description="纸上的编号")
    check_code: Annotated[str, AfterValidator(of_twelve)] | None = Field(
        None, max_length=40, description="纸上的核对码，12个字"
    )
    compare: Comparison | None = Field(None, description="要核对姓名的，填这里")

    @model_validator(mode="after")
    def one_way(self) -> "Paper":
        """Either, whole."""
        typed = bool(self.number), bool(self.check_code)
        if typed[0] != typed[1] or bool(self.token) == typed[1]:
            raise ValueError("token 填一个，或者 number 和 check_code 一起填")
        return self


class PaperFound(Schema):
    """What to compare with the paper in hand, in the order it stands there."""

    number: str
    title: str
    names: list[str] = Field(description="被证明的人，姓名只露一部分")
    demanding_unit: str
    purpose: str
    issuer: str
    sealed_on: date
    valid_until: date | None
    copies: int
    document_sha256: str = Field(description="盖章时存下的 PDF 的 SHA-256")


class Checked(Told):
    """Does it stand in the register, and does it say what it says?"""

    outcome: Coded
    paper: PaperFound | None
    comparison: Coded | None = Field(description="没有要求核对姓名的为空")
