"""What is typed at the end of a year: shape of input only."""

from django import forms

from zhengyin.archive.policy import LONGEST_PART, LONGEST_REASON, LONGEST_RECEIPT, Filing
from zhengyin.web.deliberation.forms import Named
from zhengyin.web.offices.fields import text_field, words_field

UNKNOWN = "不知道就不填，印出来写“待档案主管部门确认”"


class CountForm(Named):
    """清点: the parts of the archive number, as far as the committee knows them."""

    fonds = text_field("全宗号", LONGEST_PART, required=False, help_text=UNKNOWN)
    category = text_field("类别号", LONGEST_PART, required=False)
    box = text_field("盒号", LONGEST_PART, required=False)

    @classmethod
    def beginning_with(cls, kept: Filing) -> "CountForm":
        """Not sent yet: what the committee wrote the last time stands there already."""
        return cls(initial={"fonds": kept.fonds, "category": kept.category, "box": kept.box})

    @property
    def filing(self) -> Filing:
        """As the act takes it."""
        return Filing(**{key: self.cleaned_data[key] for key in ("fonds", "category", "box")})


class ReturnForm(Named):
    """退回重新清点."""

    reason: forms.CharField = words_field("为什么退回", LONGEST_REASON, help_text="不要写证件号码和电话")


class ReceiveForm(Named):
    """接收，出回执."""

    number = text_field("回执编号", LONGEST_RECEIPT, help_text="例如：平收〔2026〕3号")
    checked = forms.BooleanField(
        label="已经核对过归档包，清单的校验值和上面的一样",
        error_messages={"required": "请先核对归档包，对上了再打钩"},
    )
