"""May it be asked, answered, may somebody be named as contact? Pure."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal

OF_A_PERSON: Final = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?!\d)")
OFFICE_LINE: Final = re.compile(r"0[0-9]{2,3}-[0-9]{7,8}")


def refusals_to_ask(words: str, *, listed: bool) -> Iterator[Refusal]:
    """Yield that nobody knows about what, or that it names somebody: all committees read it (H4.2c)."""
    if not listed:
        yield Refusal("enquiry_item_unknown")
    if not words.strip():
        yield Refusal("enquiry_words_missing", clause="H4.2c")
    if OF_A_PERSON.search(words):
        yield Refusal("enquiry_names_somebody")


def refusals_to_answer(
    words: str, answered_by: str, answered_on: date, asked_on: date, today: date
) -> Iterator[Refusal]:
    """Yield what an answer does not say."""
    if not words.strip():
        yield Refusal("enquiry_answer_missing", clause="H4.2c")
    if not answered_by.strip():
        yield Refusal("enquiry_answerer_missing")
    if OF_A_PERSON.search(words):
        yield Refusal("enquiry_names_somebody")
    if not asked_on <= answered_on <= today:
        yield Refusal("enquiry_answer_day_wrong", in_words(asked_on))


def refusals_to_set_contact(
    department: str, telephone: str, *, listed: bool, leads: bool = True
) -> Iterator[Refusal]:
    """Yield that it is no department's office line: a mobile number is a person's (H4.2c)."""
    if not leads:
        yield Refusal("wrong_office", "set_contact")
    if not listed:
        yield Refusal("enquiry_item_unknown")
    if not department.strip():
        yield Refusal("contact_department_missing", clause="H4.2c")
    if not OFFICE_LINE.fullmatch(telephone.strip()):
        yield Refusal("contact_telephone_is_no_office_line", clause="H4.2c")
