"""The answer, with its reason, its public basis and the way on. Pure."""

from dataclasses import dataclass

from zhengyin.catalogue.kinds import ClassOfUse, Lock, MatterOf, Said, Worded
from zhengyin.catalogue.lists import Contact


class Outcome(Worded):
    """What comes out of the question."""

    YES_POSITIVE_LIST = "yes_positive_list", "可以开。"
    YES_NAMED_EXCEPTION = "yes_named_exception", "可以开，只限办理公证用。"
    YES_TRUTHFUL_EXCEPTION = "yes_truthful_exception", "特殊情形，可以据实开。"
    YES_DISCRETIONARY = "yes_discretionary", "不在清单里，核实以后可以开。"
    NO_STATUTORY_DOCUMENT = "no_statutory_document", "不用开，您手里的证件就能证明。"
    NO_PROHIBITED = "no_prohibited", "这个证明不用开。"
    NO_NOT_ON_LIST = "no_not_on_list", "这个证明没有依据，不能开。"
    NO_CANNOT_VOUCH = "no_cannot_vouch", "这个证明这里开不了。"
    NO_GUIDE_PENDING = "no_guide_pending", "这一项的办事指南还没有定好，现在不能开。"
    NO_OTHER_ORGANIZATION = "no_other_organization", "这件事不归村（居）委会，要找别的组织。"
    REFER_TO_INVESTIGATION = "refer_to_investigation", "这件事由对方带公函来这里查，不用您开证明。"
    NOT_ISSUER = "not_issuer", "这里不能开，要找另一个村（社区）。"
    ASK_MORE = "ask_more", "还要问几件事。"

    @property
    def is_yes(self) -> bool:
        """A certificate may follow."""
        return str(self).startswith("yes_")

    @property
    def is_no(self) -> bool:
        """Nothing is issued here; every one of these carries a way on."""
        return not self.is_yes and self is not Outcome.ASK_MORE


class Path(Worded):
    """The rule the answer rests on, for the record."""

    NONE = "none", "还没有定"
    STATUTORY_DOCUMENT = "statutory_document", "法定证件能够证明"
    PROHIBITED_LIST = "prohibited_list", "不应出具清单"
    NAMED_EXCEPTION = "named_exception", "不应出具清单载明的例外"
    TRUTHFUL_EXCEPTION = "truthful_exception", "据实出具（特殊情形）"
    POSITIVE_LIST = "positive_list", "可以出具清单"
    PUBLIC_BASIS = "public_basis", "要求出具的单位提供了依据"
    RESIDENTS_NEED = "residents_need", "应村（居）民办事需要，据实出具"
    NEITHER_LIST = "neither_list", "不在清单里"
    OTHER_ORGANIZATION = "other_organization", "别的组织的事"
    INVESTIGATION = "investigation", "协助调查取证"
    NOT_THIS_COMMITTEE = "not_this_committee", "不是本村（社区）的事"


class AskedOf(Worded):
    """Who can answer a question still open."""

    RESIDENT = "resident", "您"
    HANDLER = "handler", "经办人"


@dataclass(frozen=True, slots=True)
class Ask:
    """A condition still to be confirmed. `key` is the field of Question that answers it."""

    key: str
    words: str
    of: AskedOf
    index: int = 0  # which of the named exception's conditions
    decides: bool = False  # a yes may still become a no by what is said to it


@dataclass(frozen=True, slots=True)
class Way:
    """Where to go instead."""

    who: str
    do: str
    where: str = ""
    bring: tuple[str, ...] = ()
    contact: Contact | None = None
    to_confirm: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything the page, the counter and the record need."""

    outcome: Outcome
    path: Path
    reason: str
    basis: tuple[str, ...] = ()
    entry_code: str = ""
    entry_name: str = ""
    guide_code: str = ""  # the entry whose guide and form serve the yes; empty: free words
    list_version: str = ""
    class_of_use: ClassOfUse | None = None
    matter_of: MatterOf = MatterOf.COMMITTEE
    public_interest: Said = Said.NOT_ASKED
    lock: Lock = Lock.NONE
    asks: tuple[Ask, ...] = ()
    ways: tuple[Way, ...] = ()
    complaint: Contact | None = None
    letter_to_unit: bool = False

    @property
    def headline(self) -> str:
        """The answer first; no 可以开 while a question is open that may still turn it into a no."""
        return self.outcome.words if self.settled else "一般可以开，先答下面的问题。"

    @property
    def settled(self) -> bool:
        """False for a yes that an open question may still turn into a no."""
        return not (self.outcome.is_yes and any(ask.decides for ask in self.asks))

    @property
    def soft(self) -> bool:
        """据实出具: a prohibited item let through."""
        return self.outcome is Outcome.YES_TRUTHFUL_EXCEPTION

    @property
    def discretionary(self) -> bool:
        """On neither list."""
        return self.outcome is Outcome.YES_DISCRETIONARY

    @property
    def needs_second_approver(self) -> bool:
        """Both kinds are approved by two and counted apart."""
        return self.soft or self.discretionary
