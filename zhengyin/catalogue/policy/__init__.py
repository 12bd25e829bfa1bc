"""May it be issued? One pure, total function for the public page, the counter and the act.

The steps stand in the order of the procedure; the first that has an answer gives it, the last always has one.
"""

from zhengyin.catalogue.lists import Lists, PackRules
from zhengyin.catalogue.policy.answer import Answer, Ask, AskedOf, Outcome, Path, Way
from zhengyin.catalogue.policy.case import Case
from zhengyin.catalogue.policy.listed import on_positive_list, prohibited
from zhengyin.catalogue.policy.question import Question
from zhengyin.catalogue.policy.unlisted import on_neither_list
from zhengyin.catalogue.policy.who_and_what import (
    other_organization,
    proved_by_document,
    which_item,
    who_asks,
    whose_committee,
)

__all__ = ["Answer", "Ask", "AskedOf", "Outcome", "Path", "Question", "Way", "may_it_be_issued"]

STEPS = (
    who_asks,
    whose_committee,
    which_item,
    proved_by_document,
    prohibited,
    other_organization,
    on_positive_list,
)


def may_it_be_issued(question: Question, lists: Lists, rules: PackRules) -> Answer:
    """Answer with reason, public basis and way on."""
    case = Case(question, lists, rules)
    for step in STEPS:
        answer = step(case)
        if answer is not None:
            return answer
    return on_neither_list(case)
