"""One question beside the lists and rules it is judged by; how a yes, a no and a question back are made."""

from collections.abc import Sequence
from dataclasses import dataclass

from zhengyin.catalogue.entries import Basis, Entry, RouteStep
from zhengyin.catalogue.kinds import ClassOfUse, Lock, MatterOf, Said, Side, Standing
from zhengyin.catalogue.lists import Lists, PackRules
from zhengyin.catalogue.policy import asks
from zhengyin.catalogue.policy.answer import Answer, Ask, Outcome, Path, Way
from zhengyin.catalogue.policy.question import Question

NO_BASIS = "GEN-01"
DOCUMENT_PROVES = "GEN-02"
TRUTHFUL = "GEN-03"
ELSE = asks.ALWAYS[Outcome.NO_NOT_ON_LIST]


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a step may look at."""

    question: Question
    lists: Lists
    rules: PackRules

    @property
    def entry(self) -> Entry | None:
        """The confirmed item; nothing when it stands on no list in force."""
        listed = self.lists.listed.get(self.question.entry_code)
        return listed.entry if listed else None

    @property
    def name(self) -> str:
        """What to call the thing in a sentence."""
        return self.entry.name if self.entry else self.question.asked_for

    @property
    def side(self) -> Side:
        """An investigating body without its letter is a public body like any other."""
        side = self.rules.side(self.question.unit_class)
        return Side.PUBLIC if side is Side.INVESTIGATING else side

    def yes(
        self, outcome: Outcome, path: Path, reason: str, *, basis: Sequence[str] = (),
        guide: Entry | None = None, class_of_use: ClassOfUse | None = None, open_asks: Sequence[Ask] = (),
    ) -> Answer:  # fmt: skip
        """A yes, after the last two questions: whose matter is it, and is public interest touched?"""
        if self.question.matter_of is not MatterOf.COMMITTEE:
            return self.belongs_to(self.question.matter_of)
        if self.question.ties_asked and not self.question.ties:
            return self.no(Outcome.NOT_ISSUER, Path.NOT_THIS_COMMITTEE, asks.NO_TIE)
        interest = self._public_interest()
        pending = (*open_asks, *((asks.PUBLIC_INTEREST,) if interest is Said.NOT_ASKED else ()))
        return Answer(
            outcome=outcome, path=path, reason=reason, basis=tuple(basis), asks=pending,
            entry_code=self.question.entry_code, entry_name=self.name, guide_code=guide.code if guide else "",
            list_version=self.lists.version, class_of_use=class_of_use, public_interest=interest,
            lock=self.rules.lock if interest is Said.YES else Lock.NONE,
        )  # fmt: skip

    def no(
        self, outcome: Outcome, path: Path, reason: str, *, basis: Sequence[str] = (),
        open_asks: Sequence[Ask] = (), letter: bool = False, matter_of: MatterOf = MatterOf.COMMITTEE,
    ) -> Answer:  # fmt: skip
        """A no: rule, way on, telephone, where to complain. Never a bare one (H3.1d)."""
        return Answer(
            outcome=outcome, path=path, reason=reason, basis=tuple(basis), asks=tuple(open_asks),
            entry_code=self.question.entry_code, entry_name=self.name, list_version=self.lists.version,
            matter_of=matter_of, ways=self.ways(outcome), complaint=self.rules.complaint,
            letter_to_unit=letter,
        )  # fmt: skip

    def ask(self, path: Path, open_asks: Sequence[Ask]) -> Answer:
        """Not decided; the ways on stand beside the questions all the same."""
        return self.no(Outcome.ASK_MORE, path, asks.reason_to_ask(open_asks), open_asks=open_asks)

    @property
    def to_investigate(self) -> bool:
        """An investigating body of which nobody has said yet whether it wrote."""
        investigating = self.rules.side(self.question.unit_class) is Side.INVESTIGATING
        return investigating and self.question.letter is Said.NOT_ASKED

    def refer(self) -> Answer:
        """The body itself comes with its letter, the resident need not."""
        return self.no(Outcome.REFER_TO_INVESTIGATION, Path.INVESTIGATION, asks.INVESTIGATION)

    def belongs_to(self, matter_of: MatterOf) -> Answer:
        """Another organization's matter, with whose seal."""
        whose = matter_of.words
        reason = f"这是{whose}的事，由{whose}出具、盖{whose}的章，不能盖村（居）委会的章。"
        return self.no(Outcome.NO_OTHER_ORGANIZATION, Path.OTHER_ORGANIZATION, reason, matter_of=matter_of)

    def principle(self, code: str) -> tuple[str, ...]:
        """A general rule of the lists' documents, as a citation."""
        return citations(self.lists.principle(code))

    def ways(self, outcome: Outcome) -> tuple[Way, ...]:
        """The local ways first, then the entry's own, else the one that is always there."""
        if outcome in (Outcome.NO_OTHER_ORGANIZATION, Outcome.NOT_ISSUER, Outcome.REFER_TO_INVESTIGATION):
            return (Way("村（社区）", asks.ALWAYS[outcome], contact=self.rules.committee),)
        entry = self.entry
        local = self.lists.local_ways(entry.code) if entry else ()
        steps = [step for way in local for step in way.routes] + list(entry.routes if entry else ())
        return tuple(self._way(step) for step in steps) or (
            Way(self.rules.complaint.name, asks.ALWAYS.get(outcome, ELSE), contact=self.rules.complaint),
        )

    def _way(self, step: RouteStep) -> Way:
        contact = self.rules.offices.get(step.office)
        return Way(step.who, step.do, step.where, step.bring, contact, step.to_confirm)

    def _public_interest(self) -> Said:
        listed = self.entry.public_interest if self.entry else Said.NOT_ASKED
        if Said.YES in (listed, self.question.public_interest):
            return Said.YES
        return listed if listed is not Said.NOT_ASKED else self.question.public_interest


def citations_of_a_no(bases: Sequence[Basis]) -> tuple[str, ...]:
    """What a refusal may cite: never a demonstration's, for it is another place's list."""
    return citations([basis for basis in bases if basis.standing is not Standing.DEMONSTRATION])


def citations(bases: Sequence[Basis]) -> tuple[str, ...]:
    """What may be cited: a draft never stands as a basis."""
    return tuple(basis.words for basis in bases if basis.standing is not Standing.DRAFT)
