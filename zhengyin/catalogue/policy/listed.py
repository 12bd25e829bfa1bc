"""Steps 4 and 5: what the lists say."""

from zhengyin.catalogue.entries import Entry, NamedException
from zhengyin.catalogue.kinds import ClassOfUse, EntryKind, Ground, ProhibitedMode, Said, Side
from zhengyin.catalogue.policy import asks
from zhengyin.catalogue.policy.answer import Answer, Ask, Outcome, Path
from zhengyin.catalogue.policy.case import TRUTHFUL, Case, citations, citations_of_a_no


def prohibited(case: Case) -> Answer | None:
    """The named exception first, then what the pack does with the rest."""
    item = _prohibited_item(case)
    if item is None:
        return None
    if item.exception:
        answer = _named_exception(case, item, item.exception)
        if answer is not None:
            return answer
    if case.rules.prohibited is ProhibitedMode.STOP:
        return _not_issued(case, item, ())
    return _truthful_exception(case, item)


def _prohibited_item(case: Case) -> Entry | None:
    """The item itself, or the one whose exception or matter the chosen entry is."""
    entry = case.entry
    if entry is None or entry.kind is EntryKind.PROHIBITED:
        return entry
    for code in (entry.exception_of, *entry.overlaps):
        listed = case.lists.listed.get(code)
        if listed and listed.entry.kind is EntryKind.PROHIBITED:
            return listed.entry
    return None


def _named_exception(case: Case, item: Entry, exception: NamedException) -> Answer | None:
    conditions = asks.conditions_of(exception, case.question.exception_conditions)
    met = asks.verdict(conditions)
    if met is Said.YES:
        return _by_exception(case, exception)
    if met is None:
        return case.ask(Path.NAMED_EXCEPTION, asks.still_open(conditions))
    if met is Said.NOT_ASKED and not _ground_was_said(case):
        return _not_issued(case, item, asks.still_open(conditions))
    return None


def _by_exception(case: Case, exception: NamedException) -> Answer:
    listed = case.lists.listed.get(exception.entry)
    if listed is None or listed.entry.unfilled:
        return _guide_pending(case, listed.entry if listed else None)
    if unfit := _not_for_this_case(case, listed.entry):
        return unfit
    reason = f"符合“{exception.name}”的全部条件，核实以后据实出具，只给公证机构用。"
    return case.yes(
        Outcome.YES_NAMED_EXCEPTION, Path.NAMED_EXCEPTION, reason, basis=citations((exception.basis,)),
        guide=listed.entry, class_of_use=listed.entry.class_of_use, open_asks=_to_confirm(case, listed.entry),
    )  # fmt: skip


def _truthful_exception(case: Case, item: Entry) -> Answer:
    """会宁: policy gap or a private party's express demand, and own duty, and verifiable. All of it."""
    conditions = truthful_conditions(case, item)
    met = asks.verdict(conditions)
    if met is None:
        return case.ask(Path.TRUTHFUL_EXCEPTION, asks.still_open(conditions))
    if met is not Said.YES:
        return _not_issued(case, item, asks.still_open(conditions) if met is Said.NOT_ASKED else ())
    ground = case.question.ground.words
    reason = f"按清单本来不用开；因为{ground}，又属于职责范围、能够核实，据实出具，要两个人签批，单独统计。"
    return case.yes(
        Outcome.YES_TRUTHFUL_EXCEPTION, Path.TRUTHFUL_EXCEPTION, reason,
        basis=case.principle(TRUTHFUL), class_of_use=ClassOfUse.RESIDENTS_NEED,
    )  # fmt: skip


def truthful_conditions(case: Case, item: Entry) -> tuple[tuple[Ask, Said], ...]:
    """Each condition beside what was said; a public body's demand is no private party's."""
    question = case.question
    rest = (
        (asks.OWN_DUTY, _narrower(item.own_duty, question.own_duty)),
        (asks.VERIFIABLE, question.verifiable),
    )
    if question.ground is Ground.NOT_SAID:
        return ((asks.GROUND, Said.NOT_ASKED), *rest)
    reason = (asks.GROUND_REASON, Said.YES if question.ground_reason.strip() else Said.NOT_ASKED)
    if question.ground is Ground.POLICY_GAP:
        return ((asks.GROUND, Said.YES), reason, *rest)
    if question.ground is Ground.NONE or case.side is Side.PUBLIC:
        return ((asks.GROUND, Said.NO), *rest)
    who = (asks.WHO_DEMANDS, Said.YES if case.side is Side.PRIVATE else Said.NOT_ASKED)
    return (who, (asks.GROUND, Said.YES), reason, (asks.DEMAND_PROVED, question.demand_proved), *rest)


def on_positive_list(case: Case) -> Answer | None:
    """By its guide; not before the guide is filled, and not for other units than it names."""
    entry = case.entry
    if entry is None or entry.kind is not EntryKind.ISSUABLE:
        return None
    if entry.unfilled:
        return _guide_pending(case, entry)
    if unfit := _not_for_this_case(case, entry):
        return unfit
    return case.yes(
        Outcome.YES_POSITIVE_LIST, Path.POSITIVE_LIST, _how_long(entry), basis=citations(entry.bases),
        guide=entry, class_of_use=entry.class_of_use, open_asks=_to_confirm(case, entry),
    )  # fmt: skip


def _not_for_this_case(case: Case, entry: Entry) -> Answer | None:
    """The entry wants another tie, or serves other units than the one that asks."""
    question = case.question
    if question.ties_asked and entry.ties and not question.ties & set(entry.ties):
        wanted = "、".join(tie.words for tie in entry.ties)
        return case.no(
            Outcome.NOT_ISSUER,
            Path.NOT_THIS_COMMITTEE,
            f"开这个证明要{wanted}。",
            basis=citations_of_a_no(entry.bases),
        )
    if entry.demanded_by and question.unit_class and question.unit_class not in entry.demanded_by:
        if case.to_investigate:
            return case.refer()
        reason = f"“{entry.name}”只给办事指南写明的单位用：{entry.guide.demanded_by if entry.guide else ''}"
        return case.no(
            Outcome.NO_NOT_ON_LIST, Path.POSITIVE_LIST, reason, basis=citations_of_a_no(entry.bases)
        )
    return None


def _to_confirm(case: Case, entry: Entry) -> tuple[Ask, ...]:
    question = case.question
    wanted = (
        (asks.TIES, not question.ties_asked),
        (asks.WHO_DEMANDS, bool(entry.demanded_by) and not question.unit_class),
        (asks.DOCUMENT, bool(entry.replaced_by) and question.document_proves is Said.NOT_ASKED),
    )
    return tuple(ask for ask, is_open in wanted if is_open)


def _not_issued(case: Case, item: Entry, open_asks: tuple[Ask, ...]) -> Answer:
    reason = f"“{item.name}”在国家《不应由基层群众性自治组织出具证明事项清单》里，不用开。"
    return case.no(
        Outcome.NO_PROHIBITED, Path.PROHIBITED_LIST, reason, basis=citations(item.bases), open_asks=open_asks
    )


def _guide_pending(case: Case, entry: Entry | None) -> Answer:
    missing = "、".join(entry.unfilled) if entry else "这一项"
    reason = f"办事指南还缺“{missing}”，主管部门补齐并公布以后才能开。"
    return case.no(
        Outcome.NO_GUIDE_PENDING, Path.POSITIVE_LIST, reason,
        basis=citations_of_a_no(entry.bases if entry else ()),
    )  # fmt: skip


def _how_long(entry: Entry) -> str:
    if not entry.working_days:
        return "带齐材料，当场办结，不收钱。"
    return f"要核实，{entry.working_days}个工作日办好，不收钱。"


def _ground_was_said(case: Case) -> bool:
    return case.question.ground is not Ground.NOT_SAID


def _narrower(listed: Said, said: Said) -> Said:
    """The list's NO stands, whatever is said."""
    return Said.NO if listed is Said.NO else said
