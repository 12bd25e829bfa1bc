"""May this be sealed, by this person, now? And what comes after. Pure."""

from collections.abc import Iterator

from zhengyin.catalogue.kinds import Lock
from zhengyin.people.policy.deciding import refusals_of_the_person
from zhengyin.seals.policy.stamping import refusals_of_the_grant, refusals_to_stamp
from zhengyin.shared.personal import numbers_in
from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.facts import GrantFacts, SealFacts
from zhengyin.workuse.kinds import ON_A_LETTER, Kind, VoidWhy


def refusals_to_grant(facts: GrantFacts) -> Iterator[Refusal]:
    """Yield why no grant is recorded."""
    if not facts.has_session:
        yield Refusal("session_missing")


def refusals_to_seal(facts: SealFacts) -> Iterator[Refusal]:
    """Yield why the custodian cannot seal (H3.2.2b, H3.2.3a, H3.2.4c, H3.2.4d, O2.3c)."""
    yield from refusals_of_the_person(facts.concerned, facts.deciding)
    yield from refusals_to_stamp(facts.stamping)
    if facts.letter and 1 <= facts.stamping.impressions < ON_A_LETTER * facts.stamping.copies:
        yield Refusal("letter_stamped_twice", f"{ON_A_LETTER * facts.stamping.copies}枚", "H3.2.3b")
    if facts.on_photos and facts.checked is None:
        yield Refusal("photos_not_checked", facts.unread, "H3.2.4d")
    elif facts.on_photos and not facts.checked:
        yield Refusal("paper_has_blanks", clause="H3.2.4d")
    if facts.lock is not Lock.NONE and not facts.deliberated:
        yield Refusal("deliberation_missing", facts.lock.words, "H3.2.2b")
    yield from refusals_of_the_grant(granted=facts.granted, expired=facts.grant_expired)


def refusals_to_print(*, kind: Kind, copies: int, printed: bool) -> Iterator[Refusal]:
    """Yield why a letter is not printed: exactly the approved copies, exactly once."""
    if kind is not Kind.INTRODUCTION:
        yield Refusal("no_introduction")
    elif printed:
        yield Refusal("introduction_printed", f"{copies}份")


def refusals_to_attach_scan(*, pages: int) -> Iterator[Refusal]:
    """Yield that there is nothing to keep."""
    if not pages:
        yield Refusal("stamped_scan_missing")


def refusals_to_count(*, last: int, shown: int, said: int | None) -> Iterator[Refusal]:
    """Yield why no count is written. It need not be the program's, nor the number that was sealed.

    `last` is the place of the newest uncounted picture, 0 without any; `shown` that of the newest the
    custodian saw.
    """
    if not last:
        yield Refusal("nothing_to_count")
    elif last != shown:
        yield Refusal("newer_pictures_not_counted")
    if said is None:
        yield Refusal("seals_not_counted")


def refusals_to_file(place: str, *, letter: bool, printed: bool) -> Iterator[Refusal]:
    """Yield that nobody would find it, or that there is nothing yet to lie there."""
    if letter and not printed:
        yield Refusal("letter_not_printed")
    if not place.strip():
        yield Refusal("filed_where_missing")
    for found in numbers_in(place):
        yield Refusal("work_matter_tells_a_person", found)


def refusals_to_void(
    why: VoidWhy | None, *, back: bool | None, letter: bool = True, filed: bool = False
) -> Iterator[Refusal]:
    """Yield what is not said: why it no longer holds, and where the stamped paper is.

    What is filed lies in the box and stays; of a letter only its stub does.
    """
    if filed and not letter:
        yield Refusal("filed_work_stays")
    if why is None:
        yield Refusal("void_why_missing")
    if back is None:
        yield Refusal("void_paper_missing")
    elif back and why is VoidWhy.LOST:
        yield Refusal("lost_paper_is_not_back")
