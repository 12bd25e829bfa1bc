"""May a draft be kept, have enclosures, be sent? Pure."""

from collections import Counter
from collections.abc import Collection, Iterator

from zhengyin.consultation import clauses, deadline
from zhengyin.consultation.facts import Drafted, Sending
from zhengyin.shared.refusal import Refusal

MOST_ENCLOSURES, MOST_UNITS = 10, 100


def refusals_to_draft(facts: Drafted) -> Iterator[Refusal]:
    """Yield what a draft cannot do without (O0a)."""
    if not facts.title.strip():
        yield Refusal("consultation_title_missing")
    if not facts.contact.strip() or not facts.telephone.strip():
        yield Refusal("consultation_contact_missing")
    if not facts.clauses:
        yield Refusal("draft_text_missing")
    if len(facts.clauses) > clauses.MOST:
        yield Refusal("too_many_clauses", f"{len(facts.clauses)}条")
    for name in clauses.too_long(facts.clauses):
        yield Refusal("clause_too_long", name)


def refusals_to_enclose(title: str, scanned: bool, there: Collection[str]) -> Iterator[Refusal]:
    """Yield why a file cannot be added."""
    if not title.strip() or not scanned:
        yield Refusal("enclosure_missing")
    if title.strip() in there:
        yield Refusal("enclosure_named_twice", title.strip())
    if len(there) >= MOST_ENCLOSURES:
        yield Refusal("too_many_enclosures")


def refusals_to_send(facts: Sending) -> Iterator[Refusal]:
    """Yield that nobody is asked, somebody twice, or that there is no time to answer (O0a)."""
    if deadline.over_at(facts.due_on, facts.due_time) <= facts.at:
        yield Refusal("answer_time_past", deadline.in_words(facts.due_on, facts.due_time))
    if not facts.names:
        yield Refusal("nobody_asked", clause="O0a")
    if len(facts.names) > MOST_UNITS:
        yield Refusal("too_many_units", f"{len(facts.names)}个")
    for name, times in Counter(facts.names).items():
        if times > 1:
            yield Refusal("unit_asked_twice", name)


def refusals_to_cancel(reason: str) -> Iterator[Refusal]:
    """Yield that whoever was asked would not be told why."""
    if not reason.strip():
        yield Refusal("cancelling_reason_missing")
