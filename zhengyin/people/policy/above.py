"""Who stands above the owner of a log-in: above every post of the person, not just one. Pure.

Whoever resets or opens a log-in could for a moment act as its owner, in every office the owner
holds. So one post below the actor is not enough.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import ADMINISTRATORS, Nature, Office
from zhengyin.people.policy.appoint import office_of
from zhengyin.people.policy.terms import Term
from zhengyin.people.who_appoints import Appointer, Row, Seat, row_for

_TOWNSHIP = Appointer(frozenset({Office.TOWNSHIP}), Seat.TOWNSHIP)
_COUNTY = Appointer(frozenset({Office.COUNTY_LEAD}), Seat.COUNTY)
_ADMINISTRATION = Appointer(ADMINISTRATORS, Seat.ADMINISTRATION)

# How high a post stands, by where its appointing people sit; an administrator's is the highest.
_VILLAGE, _BELOW_COUNTY, _COUNTY_LEVEL = 0, 1, 2
_LEVELS = {Seat.SAME: _VILLAGE, Seat.TOWNSHIP: _VILLAGE, Seat.COUNTY: _BELOW_COUNTY}


@dataclass(frozen=True, slots=True)
class Post:
    """One office the owner holds, with where the people above it sit."""

    term: Term
    seats: Mapping[Seat, frozenset[UUID]]


@dataclass(frozen=True, slots=True)
class OwnerFacts:
    """The owner of a log-in and the offices held that day.

    `actor_blocked`: the log-in of the person who acts was itself reset a moment ago;
    `has_account`: the owner has an account that is open.
    """

    person_id: UUID
    posts: tuple[Post, ...]
    actor_blocked: bool = False
    has_account: bool = False


def office_above(facts: OwnerFacts, actor: Actor) -> Office | None:
    """The office by which `actor` stands above every post of the owner; None with one post outside.

    Who appoints stands above a post, and the township above its villages. Where the owner also
    holds a higher post, or posts under several townships, the county (for a county's own
    officers the administrators) stands above the lower ones too, so that somebody always does.
    """
    level = _level(facts)
    found = [_above(post, actor, level) for post in sorted(facts.posts, key=_height, reverse=True)]
    return found[0] if found and None not in found else None


def confirming_office(facts: OwnerFacts, actor: Actor) -> Office | None:
    """The office by which `actor` confirms a reset: the township's, or above where there is none."""
    if _level(facts) > _VILLAGE:
        return office_above(facts, actor)
    found = {office_of(_TOWNSHIP, post.seats, actor) for post in facts.posts}
    return Office.TOWNSHIP if found == {Office.TOWNSHIP} else None


def _above(post: Post, actor: Actor, level: int) -> Office | None:
    row, height = _row(post), _height(post)
    appointers = [row.by] if row else []
    if height == _VILLAGE:
        appointers.append(_TOWNSHIP)
    if height < level and level >= _BELOW_COUNTY:
        appointers.append(_COUNTY)
    if height < level and level >= _COUNTY_LEVEL:
        appointers.append(_ADMINISTRATION)
    offices = (office_of(one, post.seats, actor) for one in appointers)
    return next((office for office in offices if office is not None), None)


def _level(facts: OwnerFacts) -> int:
    highest = max((_height(post) for post in facts.posts), default=_VILLAGE)
    townships = {post.seats.get(Seat.TOWNSHIP) for post in facts.posts}
    return max(highest, _BELOW_COUNTY) if len(townships) > 1 else highest


def _height(post: Post) -> int:
    if post.term.office in ADMINISTRATORS:
        return _COUNTY_LEVEL
    row = _row(post)
    return _LEVELS.get(row.by.seat, _COUNTY_LEVEL) if row else _VILLAGE


def _row(post: Post) -> Row | None:
    term = post.term
    return row_for(term.office, term.nature) or row_for(term.office, Nature.APPOINTED)
