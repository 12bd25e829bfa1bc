"""May it be submitted, taken in, refused? Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from zhengyin.admission.facts import Asking, Complete
from zhengyin.admission.form import pieces_of
from zhengyin.admission.kinds import RULES, WITH_AN_ITEM, Kind, Rule
from zhengyin.catalogue.policy.change import Decided
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


def refusals_to_draft(applicant: str, item: str, *, form: bool = True) -> Iterator[Refusal]:
    """Yield that a form names neither who asks nor for what, or that the place has no such `form`."""
    if not form:
        yield Refusal("form_of_another_place", clause="O3.2b")
    if not applicant.strip():
        yield Refusal("applicant_missing")
    if not item.strip():
        yield Refusal("item_name_missing")


def refusals_to_submit(facts: Asking) -> Iterator[Refusal]:
    """Yield what the form does not say yet (H2.2a, H4.2a, O2.1b, O3.2a)."""
    if not facts.liaison.strip() or not facts.telephone.strip():
        yield Refusal("liaison_missing")
    for piece in pieces_of(facts.kind, facts.covers):
        if not piece.optional and not facts.said.get(piece.key, "").strip():
            yield Refusal("piece_missing", piece.label, "H2.2a")
    if facts.kind is Kind.EXIT:
        yield from _refusals_of_an_exit(facts)
    if facts.kind is Kind.ADJUST:
        yield from _refusals_of_an_adjustment(facts)
    if facts.kind in WITH_AN_ITEM:
        if facts.covers is FormCovers.CERTIFICATES:
            yield from refusals_of_the_item(facts.faults)
        else:
            yield from (Refusal("service_unfinished", fault, "O3.2b") for fault in facts.faults)
        if facts.taken:
            yield Refusal("item_already_listed", facts.taken)
    if facts.pending:
        yield Refusal("item_under_way", facts.item_name)
    if facts.on_paper and not facts.scanned:
        yield Refusal("paper_form_not_scanned")
    if facts.received_on is not None and facts.received_on > facts.today:
        yield Refusal("received_in_the_future")


def refusals_of_the_item(faults: Iterable[str]) -> Iterator[Refusal]:
    """Yield what guide and sample lack: nothing is published unfinished (O2.1b, O2.2a)."""
    for fault in faults:
        yield Refusal("item_unfinished", fault, "O2.2a")


def _refusals_of_an_adjustment(facts: Asking) -> Iterator[Refusal]:
    if not facts.standing:
        yield Refusal("item_not_listed_here", facts.item_name, "H2.1a")
    if facts.unchanged:
        yield Refusal("nothing_adjusted", facts.item_name)


def _refusals_of_an_exit(facts: Asking) -> Iterator[Refusal]:
    if not facts.standing:
        yield Refusal("item_not_listed_here", facts.item_name, "H2.1a")
    if facts.stop_on is None:
        yield Refusal("stop_day_missing")
    elif facts.stop_on <= facts.today:
        yield Refusal("stop_day_past")


def refusals_to_accept(facts: Complete) -> Iterator[Refusal]:
    """Yield why it is not taken in: what no rule lets through is refused or returned (H2.2e, O2.1a–c)."""
    if facts.kind is Kind.FILE:
        yield Refusal("filing_is_only_filed")
    if facts.kind not in WITH_AN_ITEM:
        return
    if not facts.bases:
        yield Refusal("proposal_without_basis", clause="O2.1b")
    for hit in facts.prohibited:
        yield Refusal("proposal_prohibited", f"{hit.name}（{hit.code}）", "H2.1a")
    for hit in facts.documents:
        yield Refusal("proposal_has_document", f"{hit.name}（{hit.code}）", "O2.1f")


def refusals_to_file(kind: Kind) -> Iterator[Refusal]:
    """Yield that only a filing is filed: what changes a list goes the whole way."""
    if kind is not Kind.FILE:
        yield Refusal("only_a_filing_is_filed", kind.words)


def refusals_to_refuse(kind: Kind, rule: Rule | None, reason: str) -> Iterator[Refusal]:
    """Yield what the applicant would not be told, or a rule that says nothing of what was asked."""
    if rule is None:
        yield Refusal("refusing_rule_missing")
    elif rule not in RULES[kind]:
        yield Refusal("refusing_rule_does_not_fit", rule.words)
    if not reason.strip():
        yield Refusal("proposal_reason_missing")


def refusals_without_reason(reason: str) -> Iterator[Refusal]:
    """Yield that nobody would know why."""
    if not reason.strip():
        yield Refusal("proposal_reason_missing")


def refusals_to_publish(
    counties: Collection[str], county: str, stops: Mapping[str, str], decided: Decided,
    changed_since: Collection[str] = (),
) -> Iterator[Refusal]:  # fmt: skip
    """Yield that nothing is published, or not when an item was to stop; the lists decide the rest.

    `changed_since` are items of a 调整 that no longer stand as they were asked about: what was agreed on is
    another change.
    """
    for name in changed_since:
        yield Refusal("item_changed_since", name, "H2.1c")
    if not counties:
        yield Refusal("nothing_to_publish")
    elif set(counties) != {county}:
        yield Refusal("of_another_county")
    for name, stop_on in stops.items():
        if stop_on != decided.takes_effect_on.isoformat():
            yield Refusal("stops_another_day", f"“{name}”申请从{in_words(date.fromisoformat(stop_on))}起停止")
