"""What was asked for that stands on no list (群众需求): by matter, with counts, and of nobody."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from zhengyin.shared.personal import numbers_in
from zhengyin.supervision.queries.figures import Became, Scope, became

MOST = 100  # matters told; the rest is counted together
HIDDEN = "写法里带号码的，不列出来"
OTHERS = "其他的"


@dataclass(frozen=True, slots=True)
class Demand:
    """One matter: how often it was asked for at a counter or online, and how often the lists said no."""

    matter: str
    asked: int
    refused: int


def unlisted(scope: Scope) -> tuple[Demand, ...]:
    """Everything recorded that hit no entry, the most asked first; one statement (H2.1c)."""
    rows = scope.cases.filter(entry_code="").annotate(became=became())
    asked, refused = Counter[str](), Counter[str]()
    told = rows.values_list("title", "became").order_by("title").annotate(cases=Count("pk"))
    for title, what, cases in told:
        matter = HIDDEN if numbers_in(title) else title
        asked[matter] += cases
        refused[matter] += cases if what in (Became.TOLD, Became.REFUSED) else 0
    most = [one for one, _ in asked.most_common(MOST)]
    found = [Demand(one, asked[one], refused[one]) for one in most]
    if rest := asked.keys() - set(most):
        found.append(Demand(OTHERS, sum(asked[one] for one in rest), sum(refused[one] for one in rest)))
    return tuple(found)
