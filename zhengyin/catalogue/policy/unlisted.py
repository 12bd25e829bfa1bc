"""Step 6: on neither list. A public body brings its basis; for a private party the pack decides."""

from typing import Final

from zhengyin.catalogue.kinds import ClassOfUse, PrivateDemand, Said, Side
from zhengyin.catalogue.policy import asks
from zhengyin.catalogue.policy.answer import Answer, Ask, Outcome, Path
from zhengyin.catalogue.policy.case import NO_BASIS, TRUTHFUL, Case

NOT_LISTED_BASIS_GIVEN: Final = (
    "不在可以开具的清单里。对方说有依据的，请对方把文件名和第几条写在纸上，交给村（社区）或者主管部门看。"
)
OUTSIDE: Final = "这件事不归村（居）委会管，这里不了解情况，不能证明。"
UNVERIFIABLE: Final = "这件事没有办法核实，核实不了的不能证明。"


def on_neither_list(case: Case) -> Answer:
    """Always an answer."""
    if case.side is Side.PUBLIC:
        return _public_body(case)
    if case.rules.private_demand is PrivateDemand.NO:
        given = case.question.basis_given is Said.YES
        reason = NOT_LISTED_BASIS_GIVEN if given else "不在可以开具的清单里，也没有法律法规依据。"
        return _no(case, reason, (asks.BASIS,) if _unsaid(case) else ())
    if _unsaid(case):
        return case.ask(Path.NEITHER_LIST, (asks.WHO_DEMANDS,))
    return _private_party(case)


def _public_body(case: Case) -> Answer:
    """O2.1c: the one who demands brings the basis; without it, no, and a letter to him."""
    if case.question.basis_given is Said.YES and not case.question.basis_words.strip():
        return case.ask(Path.PUBLIC_BASIS, (asks.BASIS_WORDS,))
    if case.question.basis_given is not Said.YES:
        if case.to_investigate:
            return case.refer()
        unasked = case.question.basis_given is not Said.NO
        reason = "要证明的单位没有给出依据，也没有经过准入审核，不能开；可以给对方发函说明。"
        return _no(case, reason, (asks.BASIS,) if unasked else (), letter=True)
    basis = case.question.basis_words.strip()
    reason = f"要证明的单位给出了依据（{basis}），核实以后可以开，要两个人签批，单独统计。"
    return _if_known(case, Path.PUBLIC_BASIS, reason, ClassOfUse.ADMINISTRATION, (basis,))


def _private_party(case: Case) -> Answer:
    reason = "不在清单里，但属于职责范围、能够核实，据实出具，要两个人签批，单独统计。"
    return _if_known(case, Path.RESIDENTS_NEED, reason, ClassOfUse.RESIDENTS_NEED, case.principle(TRUTHFUL))


def _if_known(case: Case, path: Path, reason: str, use: ClassOfUse, basis: tuple[str, ...]) -> Answer:
    """Own duty and verifiable, both; what cannot be checked is not issued."""
    never = case.entry is not None and case.entry.own_duty is Said.NO
    conditions = (
        (asks.OWN_DUTY, case.question.own_duty),
        (asks.VERIFIABLE, case.question.verifiable),
    )
    met = asks.verdict(conditions)
    if never:
        return _no(case, OUTSIDE, ())
    if met is Said.NO:
        reason = OUTSIDE if case.question.own_duty is Said.NO else UNVERIFIABLE
        return case.no(Outcome.NO_CANNOT_VOUCH, Path.NEITHER_LIST, reason, basis=case.principle(TRUTHFUL))
    if met is not Said.YES:
        return case.ask(path, asks.still_open(conditions))
    return case.yes(Outcome.YES_DISCRETIONARY, path, reason, basis=basis, class_of_use=use)


def _no(case: Case, reason: str, open_asks: tuple[Ask, ...], *, letter: bool = False) -> Answer:
    return case.no(
        Outcome.NO_NOT_ON_LIST, Path.NEITHER_LIST, reason,
        basis=case.principle(NO_BASIS), open_asks=open_asks, letter=letter,
    )  # fmt: skip


def _unsaid(case: Case) -> bool:
    return case.side is Side.NOT_SAID
