"""The only code that changes this room's table. Looks leave no line: they are nobody's act."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from zhengyin.certificates.queries import verifying
from zhengyin.shared.names import normalise_name
from zhengyin.shared.refusal import refuse_if
from zhengyin.verification import queries
from zhengyin.verification.counter import COUNTER
from zhengyin.verification.limits import DIFFERENCES, QUESTIONS, Kind, Limit
from zhengyin.verification.models import Seen
from zhengyin.verification.queries import By, Verified, prefix_index


def look_up(*, by: By, key: str, address: str, at: datetime) -> Verified:
    """Answer a stranger and count the look, later and elsewhere. Refused: too_many_…"""
    prefix = prefix_index(address)
    found = queries.verified(by, key, prefix=prefix, at=at)
    known = found.known
    kind = Kind.HIT if known else Kind.MISS
    COUNTER.count(Seen(kind=kind, prefix=prefix, certificate=known, seen_at=at))
    return found


def count_question(*, address: str, at: datetime) -> None:
    """Count a program's question, later and elsewhere. Refused: too_many_questions."""
    prefix = prefix_index(address)
    refuse_if(queries.refusals_over(QUESTIONS, at, prefix=prefix))
    COUNTER.count(Seen(kind=Kind.ASKED, prefix=prefix, seen_at=at))


@transaction.atomic
def compare(*, certificate_id: UUID, name: str, last_four: str, address: str, at: datetime) -> bool:
    """Say whether name and last four digits are those of somebody certified; what was typed is not kept.

    Counted at once and one at a time a paper, so that nobody gains tries by hurrying.
    Refused: too_many_differences.
    """
    one_at_a_time(certificate_id.hex)
    refuse_if(queries.refusals_over(DIFFERENCES, at, certificate=certificate_id))
    tail = "".join(last_four.split())
    same = verifying.says_so(certificate_id, normalise_name(name), tail)
    if not same:
        Seen.objects.create(
            kind=Kind.DIFFERED, prefix=prefix_index(address), certificate=certificate_id, seen_at=at
        )
    return same


@transaction.atomic
def take_turn(*, limit: Limit, address: str, at: datetime) -> None:
    """Count one of a kind that is limited by prefix. Refused with the limit's code when there were enough."""
    prefix = prefix_index(address)
    one_at_a_time(limit.kind + prefix.hex())
    refuse_if(queries.refusals_over(limit, at, prefix=prefix))
    Seen.objects.create(kind=limit.kind, prefix=prefix, seen_at=at)


def one_at_a_time(what: str) -> None:
    """Hold others who do the same back until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [what])
