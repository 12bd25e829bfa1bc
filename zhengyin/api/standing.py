"""What stands in every answer: whether this is a demonstration, and what went wrong where something did."""

from typing import Final

from ninja import Field, Schema

from zhengyin.regions.queries import is_demonstration

DEMONSTRATION: Final = "示例：演示数据，人物、印章、证明都是编的，不能当真。"


def notice() -> str:
    """The words for every answer of a demonstration."""
    return DEMONSTRATION if is_demonstration() else ""


class Coded(Schema):
    """A stable code with its Chinese words."""

    code: str
    words: str


class Told(Schema):
    """Every answer. Both are asked of the database itself, so that no answer can forget them."""

    demonstration: bool = Field(default_factory=is_demonstration, description="这是示例库：都是编的")
    notice: str = Field(default_factory=notice, description="示例库里写明“示例”，正式库里为空")


class Failure(Told):
    """Why there is no answer."""

    code: str = Field(description="不变的代码")
    message: str = Field(description="中文说明，可以直接给人看")
    fields: list[Coded] = Field(description="哪一项填得不对：code 是项名，words 是怎么改")
