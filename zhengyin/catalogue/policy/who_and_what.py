"""Steps 0 to 3: who asks, which committee, which item, does a document prove it; and whose matter it is."""

from zhengyin.catalogue.kinds import EntryKind, MatterOf, Said, Side
from zhengyin.catalogue.policy import asks
from zhengyin.catalogue.policy.answer import Answer, Outcome, Path
from zhengyin.catalogue.policy.case import DOCUMENT_PROVES, Case, citations


def who_asks(case: Case) -> Answer | None:
    """Courts, procuratorates, police and discipline bodies with a letter: a work use, not a certificate."""
    side = case.rules.side(case.question.unit_class)
    if side is not Side.INVESTIGATING or case.question.letter is not Said.YES:
        return None
    reason = "司法、监察机关持公函了解情况，属于协助调查取证，由村（社区）按工作用印办理，不用您来开证明。"
    return case.no(Outcome.REFER_TO_INVESTIGATION, Path.INVESTIGATION, reason)


def whose_committee(case: Case) -> Answer | None:
    """A 虚拟社区 is in the division tables only; it has no committee and no seal."""
    if case.lists.issuer:
        return None
    reason = "这里只是统计上的区划，没有村（居）民委员会，不能出具证明。"
    return case.no(Outcome.NOT_ISSUER, Path.NOT_THIS_COMMITTEE, reason)


def which_item(case: Case) -> Answer | None:
    """A person confirms the item; a code that is not in force today is not an item."""
    question = case.question
    named = case.entry is not None or (not question.entry_code and question.asked_for.strip())
    if question.confirmed and named:
        return None
    return case.ask(Path.NONE, (asks.WHICH_ITEM,))


def proved_by_document(case: Case) -> Answer | None:
    """O2.1f: what a statutory document proves is not certified again, and the answer names it."""
    entry = case.entry
    if entry is None or entry.kind in (EntryKind.PROHIBITED, EntryKind.PRINCIPLE):
        return None
    if entry.kind is EntryKind.STATUTORY_DOCUMENT:
        documents, bases = entry.name, citations(entry.bases)
    elif entry.replaced_by and case.question.document_proves is Said.YES:
        documents, bases = "、".join(entry.replaced_by), ()
    else:
        return None
    reason = f"{documents}就能证明，给对方看原件就行，不再重复证明。"
    basis = tuple(dict.fromkeys((*bases, *case.principle(DOCUMENT_PROVES))))
    return case.no(Outcome.NO_STATUTORY_DOCUMENT, Path.STATUTORY_DOCUMENT, reason, basis=basis)


def other_organization(case: Case) -> Answer | None:
    """An entry of the party organization's or the collective's: say whose, with which seal."""
    entry = case.entry
    if entry is None or entry.matter_of is MatterOf.COMMITTEE:
        return None
    return case.belongs_to(entry.matter_of)
