"""上一件: who demanded, the tie and the purpose of the last application taken in this session, in one tap.

Kept in the session of the person at the desk, so 换人 and the end of the log-in end it. Of another
person's data nothing is kept: a unit or purpose in which a typed name or number stands is left out.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from zhengyin.catalogue.kinds import Tie
from zhengyin.web.handler.application import ApplicationForm
from zhengyin.web.handler.asking import Asked
from zhengyin.web.request import Request

KEPT, TAKEN = "last_application", "last"  # in the session; in the address
SHORTEST = 5  # of a unit's name: below it, it may as well be a person's
NUMBER = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Last:
    """What is offered."""

    words: str
    href: str


def keep(request: Request, organization_id: UUID, asked: Asked, form: ApplicationForm) -> None:
    """Remember the application just taken."""
    typed = [str(value) for name, value in form.cleaned_data.items() if name != "purpose"]
    purpose, unit = form.cleaned_data["purpose"], asked.unit_name
    request.session[KEPT] = {
        "at": str(organization_id),
        "by": str(request.actor.person_id),
        "unit": asked.unit,
        "unit_name": unit if len(unit) >= SHORTEST and impersonal(unit, typed) else "",
        "ties": [tie for tie in asked.ties if tie in tuple(Tie)],
        "purpose": purpose if impersonal(purpose, typed) else "",
    }


def impersonal(words: str, typed: Iterable[str]) -> bool:
    """No name and no number of the case before stands in it."""
    return not NUMBER.search(words) and not any(len(one) > 1 and one in words for one in typed)


def offered(request: Request, organization_id: UUID, asked: Asked, new: str) -> Last | None:
    """The offer, while nobody said yet who demands it."""
    kept = _kept(request, organization_id)
    if not kept or not kept["unit_name"] or not asked.chosen or asked.unit:
        return None
    who = [(name, str(kept[name])) for name in ("unit", "unit_name")]
    ties = [("tie", tie) for tie in kept["ties"]]
    said = [("item", asked.item), ("for", asked.asked_for), *who, *ties, (TAKEN, "1")]
    words = "，".join((kept["unit_name"], *(Tie(tie).words for tie in kept["ties"])))
    return Last(words, f"{new}?{urlencode([part for part in said if part[1]])}")


def purpose_of(request: Request, organization_id: UUID, said: Mapping[str, str]) -> str:
    """The purpose to begin with, where the offer was taken."""
    kept = _kept(request, organization_id) if said.get(TAKEN) == "1" else None
    return str(kept["purpose"]) if kept else ""


def _kept(request: Request, organization_id: UUID) -> dict[str, Any] | None:
    kept = request.session.get(KEPT)
    mine = (str(organization_id), str(request.actor.person_id))
    return kept if kept and (kept["at"], kept["by"]) == mine else None
