"""Whether a village can receive anybody yet: a name, a handler, a seal in use, a telephone."""

from datetime import date

from zhengyin.people import queries as people
from zhengyin.people.offices import Office
from zhengyin.regions.queries import CommitteeCard
from zhengyin.seals import queries as seals


def receives(card: CommitteeCard, day: date) -> bool:
    """What costs no query is looked at first."""
    if not (card.may_issue and card.telephone):
        return False
    if all(one.office is not Office.HANDLER for one in people.officials(card.organization_id, day)):
        return False
    seal = seals.seal_of(card.organization_id, day)
    return seal is not None and seal.in_use
