"""A question and its answer: shape of input only."""

from django import forms

from zhengyin.web.forms import PlainForm

LINES = {"rows": 3, "autocomplete": "off"}


class QuestionForm(PlainForm):
    """What is to be mended."""

    question = forms.CharField(
        label="要补正什么", max_length=300, widget=forms.Textarea(attrs=LINES),
        help_text="写清楚缺什么、哪里不对",
    )  # fmt: skip


class AnswerForm(PlainForm):
    """How it was mended."""

    answer = forms.CharField(
        label="怎样补正的", max_length=300, widget=forms.Textarea(attrs=LINES),
        help_text="台账里的一行不能改：写清楚补交了什么，或者另外登记了什么",
    )  # fmt: skip
