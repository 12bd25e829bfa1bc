"""What several papers decided together show: their words beforehand, how it went afterwards."""

from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict

from zhengyin.catalogue.kinds import Method
from zhengyin.certificates.content import Text
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.approve import refusals_to_approve
from zhengyin.certificates.queries.facts import facts_to_be_approved
from zhengyin.certificates.queries.wording import masked_text, shown_digest
from zhengyin.certificates.queries.worklists import visible_to, who_are, work_rows
from zhengyin.certificates.workflow import State
from zhengyin.shared.days import day_of
from zhengyin.web.desks.ticked import ticked
from zhengyin.web.director.forms import PaperKinForm
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

MOST = 10  # papers read in one go


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: whose, its words as they will print, how they were verified, the question."""

    id: UUID
    who: str
    text: Text
    purpose: str
    methods: str
    seen: str  # the digest of this text
    form: PaperKinForm


@dataclass(frozen=True, slots=True)
class Asked:
    """The papers ticked; `most`: so many are read in one go, and there are more. 0: all of them fit."""

    papers: tuple[Paper, ...]
    most: int = 0

    @property
    def limit(self) -> str:
        """一次最多10件; empty where all of them fit."""
        return f"一次最多{self.most}件" if self.most else ""


@dataclass(frozen=True, slots=True)
class Decided:
    """One paper afterwards; without reasons it is approved."""

    id: UUID
    words: str
    copies: int
    reasons: tuple[str, ...]


def chosen_papers(request: Request, organization_id: UUID, said: QueryDict) -> Asked:
    """The simple papers named by `paper` that still wait here, in the order of the list."""
    waiting = visible_to(request.actor).filter(organization_id=organization_id, state=State.VERIFIED)
    found = list(
        waiting.filter(pk__in=ticked(said)).order_by("applied_at", "id").values_list("id", flat=True)
    )
    simple = [row for row in work_rows(found, request.at) if row.simple]
    shown = [row.id for row in simple[:MOST]]
    whole = Certificate.objects.prefetch_related("checks").in_bulk(shown)
    answers = said if request.method == "POST" else None
    day = day_of(request.at)
    papers = tuple(
        Paper(
            id=row.id,
            who=row.who,
            text=masked_text(whole[row.id], day),
            purpose=whole[row.id].purpose,
            methods="、".join(
                dict.fromkeys(Method(check.method).words for check in whole[row.id].checks.all())
            ),
            seen=(seen := shown_digest(whole[row.id], day)),
            form=PaperKinForm(answers, prefix=row.id.hex, text_digest=seen),
        )
        for row in simple[:MOST]
    )
    return Asked(papers, most=MOST if len(simple) > MOST else 0)


def how_it_went(request: Request, organization_id: UUID, said: QueryDict) -> tuple[Decided, ...]:
    """Each paper of the address as it stands; only what still waits is judged again."""
    seen = visible_to(request.actor).filter(organization_id=organization_id, pk__in=ticked(said)[:MOST])
    rows = list(seen.order_by("applied_at", "id"))
    names = who_are(rows)
    return tuple(
        Decided(row.id, f"{names.get(row.id, '')}　{row.title}", row.copies, reasons_left(request, row))
        for row in rows
    )


def reasons_left(request: Request, row: Certificate) -> tuple[str, ...]:
    """Why it is not approved; empty where it is, whoever did it and wherever it has gone since."""
    if row.approved_by_id == request.actor.person_id:
        return ()
    if row.state != State.VERIFIED:
        return ("别人已经办过这一件，打开看看现在到了哪一步。",)
    facts = facts_to_be_approved(row, request.actor, request.at)
    return sentences(tuple(refusals_to_approve(facts))) or ("没有办完，还没有签批，可以再定一次。",)
