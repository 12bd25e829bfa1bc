"""What several papers sealed together show: before the proof, after it, and how it went."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, QueryDict

from zhengyin.certificates.models import Certificate, GrantedPaper
from zhengyin.certificates.queries.sealing import reasons_before_grant, reasons_under_grant
from zhengyin.certificates.queries.worklists import WorkRow, visible_to, who_are, work_rows
from zhengyin.certificates.workflow import State
from zhengyin.seals.policy.whereabouts import Whereabouts
from zhengyin.web.custodian.forms import PaperForm
from zhengyin.web.custodian.pages import whereabouts
from zhengyin.web.desks.ticked import ticked
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

MOST = 20  # papers under one proof: two minutes are enough for them


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper before the proof, with its own answers and what stands in its way."""

    row: WorkRow
    form: PaperForm
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The papers ticked; `most`: so many one proof may cover, and there are more. 0: all of them fit."""

    papers: tuple[Paper, ...]
    seal: Whereabouts
    refused: tuple[Paper, ...] = ()
    most: int = 0

    @property
    def limit(self) -> str:
        """一次最多20件; empty where all of them fit."""
        return f"一次最多{self.most}件" if self.most else ""

    @property
    def copies(self) -> int:
        return sum(paper.row.copies for paper in self.papers)


@dataclass(frozen=True, slots=True)
class Granted:
    """One paper under the grant."""

    held: GrantedPaper
    who: str
    form: PaperForm


@dataclass(frozen=True, slots=True)
class Failed:
    """A paper that stays, and why."""

    paper: Granted
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is registered, what stays, what is still to do."""

    done: tuple[Granted, ...]
    failed: tuple[Failed, ...]
    to_do: tuple[Granted, ...]

    @property
    def everything(self) -> tuple[Granted, ...]:
        """All papers of the grant: the next request wants every answer again."""
        return (*self.done, *(one.paper for one in self.failed), *self.to_do)

    @property
    def all(self) -> int:
        return len(self.everything)

    @property
    def handled(self) -> int:
        return self.all - len(self.to_do)

    @property
    def copies(self) -> int:
        """Of what is registered."""
        return sum(paper.held.copies for paper in self.done)


def chosen_papers(request: Request, organization_id: UUID, said: QueryDict) -> Asked:
    """The papers named by `paper` that still wait for the seal here, in the order of the list."""
    waiting = visible_to(request.actor).filter(
        organization_id=organization_id, state=State.APPROVED, brought_title=""
    )
    found = list(
        waiting.filter(pk__in=ticked(said)).order_by("approved_at", "id").values_list("id", flat=True)
    )
    answers = said if request.method == "POST" else None
    rows = work_rows(found[:MOST], request.at)
    papers = tuple(
        Paper(row, PaperForm(answers, prefix=row.id.hex, initial={"impressions": row.copies})) for row in rows
    )
    return Asked(papers, whereabouts(organization_id, request.at), most=MOST if len(found) > MOST else 0)


def without_refused(request: Request, asked: Asked) -> Asked:
    """Take out what the custodian may not seal: a relative's paper, anything refused anyway."""
    rows = Certificate.objects.in_bulk([paper.row.id for paper in asked.papers])
    judged = []
    for paper in asked.papers:
        reasons = reasons_before_grant(
            rows[paper.row.id], request.actor, request.at,
            near_relative=paper.form.near_relative,
            impressions=paper.form.cleaned_data["impressions"],
            where=paper.form.said_where,
        )  # fmt: skip
        judged.append(replace(paper, reasons=sentences(reasons)))
    free = tuple(paper for paper in judged if not paper.reasons)
    return replace(asked, papers=free, refused=tuple(paper for paper in judged if paper.reasons))


def answers_of(forms: Iterable[PaperForm]) -> str:
    """The answers as the next address carries them."""
    names = ("impressions", "kin", "where")
    return urlencode({form.add_prefix(name): form.cleaned_data[name] for form in forms for name in names})


def granted_papers(
    request: Request, organization_id: UUID, grant_id: UUID, said: QueryDict
) -> tuple[Granted, ...]:
    """The papers of this person's own grant with the answers given before it; 404 for any other.

    Nothing where the answers do not stand in the address: they have to be given again.
    """
    own = GrantedPaper.objects.filter(
        grant_id=grant_id, grant__person_id=request.actor.person_id,
        certificate__organization_id=organization_id,
    )  # fmt: skip
    held = list(own.select_related("grant", "certificate").order_by("certificate__approved_at", "id"))
    names = who_are(paper.certificate for paper in held)
    forms = [PaperForm(said, prefix=paper.certificate_id.hex) for paper in held]
    if not held:
        raise Http404(grant_id)
    if not all(form.is_valid() for form in forms):
        return ()
    return tuple(
        Granted(paper, names.get(paper.certificate_id, ""), form)
        for paper, form in zip(held, forms, strict=True)
    )


def how_it_went(request: Request, papers: Iterable[Granted]) -> Outcome:
    """Sort them by what the database says now; only what is not registered is judged again."""
    done, failed, to_do = [], [], []
    for paper in papers:
        if paper.held.used_at is not None:
            done.append(paper)
            continue
        reasons = reasons_under_grant(
            paper.held, request.actor, request.at,
            near_relative=paper.form.near_relative,
            impressions=paper.form.cleaned_data["impressions"],
            where=paper.form.said_where,
        )  # fmt: skip
        if reasons:
            failed.append(Failed(paper, sentences(reasons)))
        else:
            to_do.append(paper)
    return Outcome(tuple(done), tuple(failed), tuple(to_do))
