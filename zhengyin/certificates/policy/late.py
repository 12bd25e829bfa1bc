"""补登: what makes an entry untrue is refused; what was done against the rules is entered and marked.

The rules are those of approving and sealing, looked at as of the moment the paper was stamped.
"""

from collections.abc import Iterator

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.slips import LateFacts, RecordFacts, Signer
from zhengyin.people.offices import Office
from zhengyin.people.policy.deciding import Concerned
from zhengyin.shared.days import SHANGHAI, in_words
from zhengyin.shared.refusal import Refusal


def refusals_to_record_late(facts: RecordFacts) -> Iterator[Refusal]:
    """Yield why nothing is entered."""
    if facts.happened_at > facts.now:
        yield Refusal("late_in_future")
    issued = facts.issued_at.replace(second=0, microsecond=0)  # people know the minute
    if facts.happened_at < issued:
        local = issued.astimezone(SHANGHAI)
        yield Refusal("late_before_pad", f"{in_words(local.date())} {local:%H:%M}")
    if facts.strangers:
        yield Refusal("late_stranger")
    if not facts.near_answered:
        yield Refusal("late_kin_unsaid")
    if facts.impressions < 1:
        yield Refusal("impressions_missing")
    if not facts.has_photo:
        yield Refusal("late_without_photo", clause="H3.2.2a")
    for label in facts.holes:
        yield Refusal("field_missing", label, "H3.2.4d")
    yield from facts.wrong
    yield from _refusals_of_the_recorder(facts)


def _refusals_of_the_recorder(facts: RecordFacts) -> Iterator[Refusal]:
    if facts.blocked_after_reset:
        yield Refusal("blocked_after_reset")
    if not facts.granted:
        yield Refusal("grant_missing")
    elif facts.grant_expired:
        yield Refusal("grant_expired")


def failed_checks(facts: LateFacts) -> Iterator[Refusal]:
    """Yield everything for which the entry is marked 待整改 (H3.2.2a, H3.2.4c, O2.3a)."""
    for words in facts.committee:
        yield Refusal("late_committee", words)
    yield from _of_the_item(facts)
    for signer in _each_once(facts):
        yield from _of_the_signer(facts.concerned, signer)
    yield from _of_the_approval(facts)
    yield from _of_the_seal(facts)


def _of_the_item(facts: LateFacts) -> Iterator[Refusal]:
    answer = facts.answer
    if not answer.outcome.is_yes:
        yield Refusal("late_may_not_be_issued", answer.reason, "H2.1a")
    else:
        for ask in answer.asks:
            yield Refusal("late_question_open", ask.words, "O2.1d")
    if facts.tie_missing:
        yield Refusal("late_tie_missing", facts.tie_missing)
    for label in facts.unverified:
        yield Refusal("late_unverified", label, "O2.2d")
    if answer.lock is not Lock.NONE:
        yield Refusal("late_not_deliberated", answer.lock.words, "H3.2.2b")


def _each_once(facts: LateFacts) -> list[Signer]:
    signers = [one for one in (facts.approver, facts.second, facts.sealer) if one is not None]
    return list({one.person_id: one for one in signers}.values())


def _of_the_signer(concerned: Concerned, signer: Signer) -> Iterator[Refusal]:
    if signer.identity in concerned.identities or signer.name in concerned.names_without_number:
        yield Refusal("late_own_case", signer.name)
    if signer.near_relative:
        yield Refusal("late_near_relative", signer.name)


def _of_the_approval(facts: LateFacts) -> Iterator[Refusal]:
    approver, second = facts.approver, facts.second
    if approver is None:
        yield Refusal("late_unapproved", clause="H3.2.2a")
    elif Office.DIRECTOR not in approver.offices:
        yield Refusal("late_no_approver", approver.name, "H3.2.2a")
    if _handler_approved(facts):
        yield Refusal("late_handler_approved")
    if second is not None and Office.SECOND_APPROVER not in second.offices:
        yield Refusal("late_no_second", second.name, "H3.1c")
    if second and approver and second.person_id == approver.person_id:
        yield Refusal("late_two_must_be_two", clause="H3.1c")
    if second is None and facts.answer.needs_second_approver:
        yield Refusal("late_second_missing", clause="H3.1c")


def _handler_approved(facts: LateFacts) -> bool:
    """As approver only where the pack does not allow it, as second approver always."""
    approver, second = facts.approver, facts.second
    as_approver = approver is not None and facts.handler == approver.person_id
    as_second = second is not None and facts.handler == second.person_id
    return as_second or (as_approver and not facts.may_approve_own_handling)


def _of_the_seal(facts: LateFacts) -> Iterator[Refusal]:
    sealer = facts.sealer
    if any(one and one.person_id == sealer.person_id for one in (facts.approver, facts.second)):
        yield Refusal("late_approver_sealed", clause="H3.2.4c")
    if not facts.seal_name:
        yield Refusal("late_no_seal")
        return
    if facts.seal_lost:
        yield Refusal("late_seal_lost", facts.seal_name)
    if facts.seal_still:
        yield Refusal("late_seal_still", facts.seal_still)
    if facts.carrier is not None and facts.carrier != sealer.person_id:
        yield Refusal("late_seal_was_away", sealer.name, "H3.2.4b")
    if facts.keeper != sealer.person_id:
        yield Refusal("late_not_keeper", sealer.name, "H3.2.3a")
    elif facts.handover_over:
        yield Refusal("late_handover_over", sealer.name, "H3.2.4e")
