"""Who handled a case: whoever accepted, checked or verified it, by the handler's rows of the table."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from zhengyin.certificates.models import Certificate
from zhengyin.certificates.workflow import HANDLING
from zhengyin.people.offices import Office
from zhengyin.registers import queries as registers


def handlers_of(certificate: Certificate) -> frozenset[UUID]:
    """Everybody who did a handler's act in this case, as the journal has it."""
    return frozenset(_acts([certificate.id]).get(certificate.id, ()))


def handlers_before_approval(certificates: Collection[Certificate]) -> Mapping[UUID, frozenset[UUID]]:
    """The same of many approved cases in one query; of a late entry the slip says who it was.

    A mandate may be recorded as late as the collecting: what was approved was not handled by it.
    """
    acts = _acts([one.id for one in certificates])
    return {one.id: frozenset(_until_approved(one, acts.get(one.id, {}))) for one in certificates}


def _until_approved(certificate: Certificate, acts: Mapping[UUID, datetime]) -> Iterable[UUID]:
    assert certificate.approved_at is not None
    yield from (person for person, first in acts.items() if first <= certificate.approved_at)
    if certificate.handled_by_id:
        yield certificate.handled_by_id


def _acts(subjects: Iterable[UUID]) -> Mapping[UUID, Mapping[UUID, datetime]]:
    return registers.first_acts(subjects, HANDLING, Office.HANDLER.value)
