"""May this be recorded of the materials? No picture is compulsory; too many are nobody's evidence."""

from collections.abc import Iterator

from zhengyin.certificates.facts.applying import MaterialsFacts
from zhengyin.shared.refusal import Refusal

MOST_PICTURES = 30  # of one case


def refusals_of_an_attachment(*, there: bool) -> Iterator[Refusal]:
    """Yield that somebody took it away meanwhile."""
    if not there:
        yield Refusal("attachment_gone")


def refusals_to_record_materials(facts: MaterialsFacts) -> Iterator[Refusal]:
    """Yield what is wrong with what was ticked and photographed."""
    if not facts.given:
        yield Refusal("material_not_given")
    if facts.pictures > MOST_PICTURES:
        yield Refusal("pictures_too_many", str(MOST_PICTURES))
    if facts.not_asked_for:
        yield Refusal("material_not_asked_for", facts.not_asked_for)
    for problem in facts.problems:
        yield Refusal("field_wrong", problem)
