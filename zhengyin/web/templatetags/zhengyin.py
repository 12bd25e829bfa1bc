"""Shapes, states, fields and days for the templates. Load with {% load zhengyin %}."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

from zhengyin.registers.lines import BOOKS
from zhengyin.shared.days import SHANGHAI, in_words
from zhengyin.shared.refusal import Refusal
from zhengyin.web import search, words

register = template.Library()
COLOURED = {
    "ok": "is-ok",
    "care": "is-care",
    "void": "is-void",
    "way": "is-way",
    "half": "is-way",
    "wait": "is-wait",
}
CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@register.filter
def found_by(text: str) -> str:
    """Words as `find` carries them in an address: ?find={{ name|found_by }}"""
    return search.found_by({"q": text})


@register.inclusion_tag("parts/state.html")
def state(shape: str, word: str) -> dict[str, str]:
    """A status: word, shape and colour. {% state "ok" "可以开" %}"""
    return {"shape": shape, "word": word, "colour": COLOURED.get(shape, "")}


@register.inclusion_tag("parts/shape.html")
def shape(name: str, colour: str = "") -> dict[str, str]:
    """A shape beside its word; hidden from screen readers."""
    return {"name": name, "colour": colour}


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, width: str = "", large: str = "") -> dict[str, Any]:
    """Label, help, the error at the field and the kept value. {% field form.name "w-name" %}"""
    widget = bound.field.widget
    if isinstance(widget, CHOICES):
        widget.attrs["class"] = "form-check-input"  # this form's own copy of the widget
    return {
        "field": bound,
        "many": isinstance(widget, CHOICES),
        "tick": isinstance(widget, forms.CheckboxInput),
        "hidden": bound.is_hidden,
        "again": "、".join(_sent_with(bound)),
        "control": "" if isinstance(widget, CHOICES) else _control(bound, width, large),
    }


def _sent_with(bound: BoundField) -> list[str]:
    """The names of the files that came with a form that is shown again: no browser fills them in."""
    files = bound.form.files
    if not isinstance(bound.field, forms.FileField) or not files or bound.errors:
        return []
    return [str(one.name) for one in files.getlist(bound.html_name)]


def _control(bound: BoundField, width: str, large: str) -> SafeString:
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        kind = "form-check-input"
    elif isinstance(widget, forms.Select):
        kind = "form-select"
    else:
        kind = "form-control"
    if large and not isinstance(widget, forms.CheckboxInput):
        kind += f" {kind}-lg"
    classes = [kind, width, str(widget.attrs.get("class", "")), "is-invalid" if bound.errors else ""]
    attrs: dict[str, Any] = {"class": " ".join(one for one in classes if one)}
    described = [
        f"{bound.auto_id}-help" if bound.help_text else "",
        f"{bound.auto_id}-wrong" if bound.errors else "",
        f"{bound.auto_id}-again" if _sent_with(bound) else "",
    ]
    if any(described):
        attrs["aria-describedby"] = " ".join(one for one in described if one)
    return bound.as_widget(attrs=attrs)


@register.inclusion_tag("parts/wrong.html")
def wrong(form: forms.BaseForm) -> dict[str, Any]:
    """The summary of what to mend, each linked to its field; takes the focus. Empty when all is well."""
    named = [(name, found) for name, found in form.errors.items() if name in form.fields]
    faults = [(_first(form[name]), message) for name, found in named for message in found]
    general = form.non_field_errors()
    return {"general": general, "faults": faults, "count": len(faults) + len(general)}


@register.inclusion_tag("parts/wrong.html")
def wrong_of_each(papers: Any, *others: forms.BaseForm) -> dict[str, Any]:
    """The same of several papers in one summary, each line with whose it is. papers: with who and form."""
    parts = [(f"{who_of(paper)}：", wrong(paper.form)) for paper in papers] + [
        ("", wrong(one)) for one in others
    ]
    faults = [(target, who + words) for who, part in parts for target, words in part["faults"]]
    general = [who + words for who, part in parts for words in part["general"]]
    return {"general": general, "faults": faults, "count": len(faults) + len(general)}


def who_of(paper: Any) -> str:
    """Whose paper it is: of one decided on, or of a row of those to be sealed."""
    return str(paper.who if hasattr(paper, "who") else paper.row.who)


def _first(bound: BoundField) -> str:
    """The id the link goes to: of a group of choices the first."""
    return f"{bound.auto_id}_0" if isinstance(bound.field.widget, CHOICES) else bound.auto_id


@register.filter
def day(value: date | datetime) -> str:
    """2026年11月21日, in China's time."""
    if isinstance(value, datetime):
        value = value.astimezone(SHANGHAI).date()
    return in_words(value)


@register.filter
def day_before(value: date) -> date:
    """The last day of a period that is kept with the first day after it."""
    return value - timedelta(days=1)


@register.filter
def moment(value: datetime) -> str:
    """2026年11月21日 15:04, in China's time."""
    local = value.astimezone(SHANGHAI)
    return f"{in_words(local.date())} {local:%H:%M}"


@register.filter
def clock(value: datetime) -> str:
    """11月21日 15:04: for timelines within the year."""
    local = value.astimezone(SHANGHAI)
    return f"{local.month}月{local.day}日 {local:%H:%M}"


@register.filter
def word(code: str) -> str:
    """The Chinese label of a state, act or office."""
    return words.word(code)


@register.filter
def spoilt(code: str) -> str:
    """Why an emergency slip is void."""
    return words.word(f"spoilt.{code}")


@register.filter
def reason(refusal: Refusal) -> str:
    """The sentence for one refusal."""
    return words.sentence(refusal)


@register.filter
def book(name: str) -> str:
    """The title of a book of registers."""
    return BOOKS[name]
