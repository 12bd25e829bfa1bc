"""May this be asked for? Everything that is missing or unfinished is named at once. Pure."""

import re
from collections.abc import Iterator

from zhengyin.shared.names import normalise_name
from zhengyin.shared.personal import numbers_in
from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.facts import NO_MAJORS, NOT_MAJOR, AskFacts, PutUp
from zhengyin.workuse.kinds import MOST_COPIES, MOST_FILES, Kind, Whose
from zhengyin.workuse.policy.evidence import refusals_of_the_inquiry
from zhengyin.workuse.policy.introduction import refusals_of_the_letter
from zhengyin.workuse.policy.names import are_names, names_in
from zhengyin.workuse.policy.unfinished import faults_of

# Our own choice (产品默认) from the pack's majors; no law lists the words.
MAJOR_SIGN = re.compile("合同|协议|贷款|担保|抵押|承包|流转|宅基地|征地|征收")
NEVER_LET_THROUGH = frozenset({"page_empty"})  # no reason and no second approver makes blank paper a text


def refusals_to_ask(facts: AskFacts) -> Iterator[Refusal]:
    """Yield why the request is not taken (H3.1a, H3.2.2b, H3.2.4d)."""
    yield from facts.not_issuing
    if not facts.scope:
        yield Refusal("scope_entry_missing", clause="H3.1a")
    elif facts.scope not in facts.scopes:
        yield Refusal("scope_entry_gone", facts.scope, "H3.1a")
    yield from _refusals_of_the_matter(facts)
    if facts.kind is Kind.ORDINARY and facts.for_resident is None:
        yield Refusal("resident_not_answered")
    elif facts.kind is Kind.ORDINARY and facts.for_resident:
        yield Refusal("given_to_a_resident")
    if not 1 <= facts.copies <= MOST_COPIES:
        yield Refusal("work_copies_missing", clause="H3.2.3b")
    yield from _refusals_of_a_major_matter(facts)
    if facts.letter is not None:
        yield from refusals_of_the_letter(facts.letter)
    if facts.inquiry is not None:
        yield from refusals_of_the_inquiry(facts.inquiry, scanned=facts.letter_scanned, today=facts.today)
    if facts.kind is not Kind.INTRODUCTION:
        yield from _refusals_of_the_files(facts)


def unfinished_in(facts: AskFacts) -> tuple[Refusal, ...]:
    """What a second approver lets through by the named reason."""
    return tuple(one for one in faults_of(facts.pages) if one.code not in NEVER_LET_THROUGH)


def _refusals_of_the_matter(facts: AskFacts) -> Iterator[Refusal]:
    if not facts.matter.strip():
        yield Refusal("work_matter_missing", clause="H3.2.3b")
    for found in dict.fromkeys(_persons_told(facts)):
        yield Refusal("work_matter_tells_a_person", found)
    for character in facts.unprintable:
        yield Refusal("work_printing_impossible", character)
    if not are_names(facts.concerned):
        yield Refusal("concerned_by_names_alone", clause="H3.2.4c")
    now = PutUp(facts.matter.strip(), facts.major, facts.digests)
    if facts.put_up is not None and facts.put_up != now:
        yield Refusal("deliberated_matter_stays", facts.put_up.matter, "H3.2.2b")


def _persons_told(facts: AskFacts) -> Iterator[str]:
    """What goes into the books tells no number, nor whom it is for, who is introduced, who inquires."""
    words, names = [facts.matter], [*names_in(facts.concerned)]
    if facts.letter is not None:
        words.append(facts.letter.to)
        names += facts.letter.names
    for one in words:
        yield from numbers_in(one)
    if facts.inquiry is not None:
        words += [facts.inquiry.unit, facts.inquiry.letter_number]  # numbered by whoever wrote it
        names += facts.inquiry.names
    for one in map(normalise_name, words):
        yield from (name for name in names if name and name in one)


def _refusals_of_a_major_matter(facts: AskFacts) -> Iterator[Refusal]:
    """The first question of a major matter is whose it is: another's has another seal.

    What sounds like one is asked about again; whoever answers that it is none is believed and named.
    """
    if not facts.major:
        yield Refusal("major_not_answered", clause="H3.2.2b")
    elif facts.major not in NO_MAJORS and facts.major not in facts.majors:
        yield Refusal("major_gone", facts.major, "H3.2.2b")
    elif facts.major not in NO_MAJORS and facts.whose is None:
        yield Refusal("whose_not_answered", clause="H3.2.2b")
    elif facts.major not in NO_MAJORS and facts.whose is Whose.COLLECTIVE:
        yield Refusal("collective_matter", facts.majors[facts.major])
    elif facts.vote_lost and facts.major in NO_MAJORS:
        yield Refusal("vote_lost_stays_major", clause="H3.2.2b")
    elif facts.major == NOT_MAJOR and (said := MAJOR_SIGN.search(normalise_name(facts.matter))):
        yield Refusal("perhaps_major", said.group(), "H3.2.2b")


def _refusals_of_the_files(facts: AskFacts) -> Iterator[Refusal]:
    if not facts.files:
        yield Refusal("work_file_missing", clause="H3.2.4d")
    if facts.files > MOST_FILES:
        yield Refusal("work_files_too_many", str(MOST_FILES))
    if facts.mixed:
        yield Refusal("work_files_mixed")
    for place in facts.unreadable:
        yield Refusal("work_file_unreadable", place)
    for fault in faults_of(facts.pages):
        if facts.override is None or fault.code in NEVER_LET_THROUGH:
            yield fault
