"""The forms of a work plan: shape of input only."""

from collections.abc import Mapping
from typing import Any

from django import forms

from zhengyin.cleanup.kinds import Milestone
from zhengyin.web.cleanup.forms import Choices, unit_field
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import day_field, text_field, words_field


class PlanForm(PlainForm):
    """制定工作方案."""

    title = text_field("方案的名称", 60, help_text="比如：改进和规范出具证明工作三年方案")
    number = text_field("文号（没有的不填）", 60, required=False)
    begins_on = day_field("从哪天起")


class TaskForm(PlainForm):
    """分解任务."""

    what = words_field("任务", 200)
    owner_name = text_field("单位名称（上面选了的不填）", 60, required=False)
    due_on = day_field("完成期限")
    milestone = forms.ChoiceField(
        label="属于哪一步", required=False,
        choices=[("", "别的"), *((one.value, one.words) for one in Milestone)],
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, units: Choices) -> None:
        super().__init__(data, auto_id="task-%s")
        self.fields["owner"] = unit_field("责任单位", units)


class ProgressForm(PlainForm):
    """How far a task is; with a day it is done, several stand on one page."""

    note = words_field("进展（取消的写原因）", 300, required=False)
    done_on = day_field("哪天完成的（没有完成的不填）", required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, about: object) -> None:
        super().__init__(data, auto_id=f"progress-{about}-%s")
