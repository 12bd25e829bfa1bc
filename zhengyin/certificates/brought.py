"""来表盖章: the other side's own form instead of our paper. What the committee vouches for on it. Pure.

The form of the item serves here too: of its sentences those are kept that stand on the brought form,
with the fields they need. Each is verified by itself, as on our own paper; nothing else is vouched for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from zhengyin.catalogue.entries import FIELD_KEY, Fact, FieldKind, Form, FormField
from zhengyin.catalogue.kinds import Method
from zhengyin.certificates.persons import KEY as SEVERAL

BROUGHT = "来表盖章："  # how the register names it; no item of a list begins like this
LONGEST_TITLE = 50
LONGEST_NOTE = 200
MOST_PAGES = 6
LEAST_INK = 25  # ten-thousandths of a page: less is a blank sheet, or a blank one with a signature
NOTE = "village_note"
PERSONS = ("subject_name", "subject_identity")  # who is certified, whether or not a sentence says it


@dataclass(frozen=True, slots=True)
class Brought:
    """The form's title as printed on it, which of the item's facts stand on it, free words of the village."""

    title: str
    facts: frozenset[str]
    note: str = ""

    def tidied(self) -> "Brought":
        """Without spaces that nobody meant."""
        return replace(self, title=" ".join(self.title.split()), note=" ".join(self.note.split()))


def title_of(brought: Brought) -> str:
    """What registers, lists and strangers call it."""
    return BROUGHT + brought.title


def form_title_in(title: str) -> str:
    """The brought form's own title, from what the register says; empty for a paper of our own."""
    return title.removeprefix(BROUGHT) if title.startswith(BROUGHT) else ""


def facts_on(form: Form, brought: Brought) -> list[Fact]:
    """The item's facts that stand on the brought form."""
    return [fact for fact in form.facts if fact.key in brought.facts]


def form_of(form: Form, brought: Brought) -> Form:
    """The item's form cut down to what stands on the brought one; with no fact chosen all are kept."""
    facts = facts_on(form, brought) or list(form.facts)
    fields = list(form.fields)
    if brought.note:
        facts.append(_note_fact())
        fields.append(FormField(key=NOTE, label="另外说明", kind=FieldKind.TEXT, max_length=LONGEST_NOTE))
    said = {key for fact in facts for key in fact.field_keys}
    needed = said | set(FIELD_KEY.findall(form.closing)) | set(PERSONS)
    kept = [
        field.model_copy(update={"printed": field.key in said}) for field in fields if field.key in needed
    ]
    return Form(title=title_of(brought), fields=tuple(kept), facts=tuple(facts), closing=form.closing)


def values_of(values: Mapping[str, str], brought: Brought) -> dict[str, str]:
    """What was typed, the note with it."""
    return {**values, NOTE: brought.note} if brought.note else dict(values)


def brought_in(title: str, form: Form, values: Mapping[str, str]) -> Brought:
    """The brought form back again from what a case keeps: its title, the form cut down to it, the values."""
    facts = frozenset(fact.key for fact in form.facts) - {NOTE, SEVERAL}
    return Brought(title, facts, values.get(NOTE, ""))


def _note_fact() -> Fact:
    return Fact(key=NOTE, label="另外说明", sentence=f"{{{NOTE}}}", methods=tuple(Method))
