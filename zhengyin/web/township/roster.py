"""换届名单: a file for the whole township, looked at row by row, then entered committee by committee.

Nothing is kept here: the rows travel in the page, encrypted, with how each went. A few committees are
done a request; the page goes on by itself. First everything is tried and taken back again, so that
what stands in the way is known before anything is entered. Sent twice it enters nothing twice.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.documents.workbook import workbook
from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee
from zhengyin.seals.actions import enter_roster
from zhengyin.seals.roster import HEADINGS, CommitteeRoster, Post, as_data, from_data, joined
from zhengyin.shared.refusal import Refused
from zhengyin.shared.secrecy import UnableToDecrypt
from zhengyin.web.acting import act_of
from zhengyin.web.committee.books import as_workbook
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.township.forms import RosterForm
from zhengyin.web.words import sentences

STEP = 4  # committees a request: about a second
NOT_HERE = "本乡镇（街道、苏木）没有这个村（社区），请写全称、简称或12位代码。"


@dataclass(frozen=True, slots=True)
class Went:
    """How one committee went: what was done, or would be, and what stands in the way."""

    done: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(slots=True)
class Round:
    """All committees of a file; `entering` says that it is no longer a try."""

    entering: bool
    rosters: list[CommitteeRoster]
    went: list[Went]

    @property
    def left(self) -> int:
        """How many committees have not been looked at in this round."""
        return len(self.rosters) - len(self.went)

    @property
    def rows(self) -> list[tuple[str, str, Went]]:
        """What is known so far, by committee, with its rows in the file."""
        return [
            (one.committee or "（没有写村名）", one.rows, went)
            for one, went in zip(self.rosters, self.went, strict=False)
        ]

    @property
    def failed(self) -> int:
        """How many committees something stands in the way of."""
        return sum(bool(one.wrong) for one in self.went)

    @property
    def fine(self) -> int:
        """How many went through."""
        return len(self.went) - self.failed

    @property
    def none(self) -> bool:
        """Nothing in the file can be entered."""
        return not self.entering and self.failed == len(self.rosters)


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "POST"])
def roster(request: Request, organization_id: UUID) -> HttpResponse:
    """Hand in the file; what is wrong with it as a whole is said beside it."""
    form = RosterForm(request.POST, request.FILES) if request.method == "POST" else RosterForm()
    if form.is_bound and form.is_valid():
        rosters = form.cleaned_data["table"].committees
        begun = Round(False, list(joined(rosters, codes_of(organization_id, rosters))), [])
        return shown(request, organization_id, step(request, organization_id, begun))
    here = {"desk": desk_for(request, organization_id, current="township-home"), "form": form}
    return render(request, "township/roster.html", here)


@door(Office.TOWNSHIP, at="organization_id")
@act_of("township-roster")
def go_on(request: Request, organization_id: UUID) -> HttpResponse:
    """The next few committees; with `enter` the round begins anew and is no longer a try."""
    begun = opened(request.POST.get("round", ""), organization_id)
    if begun is None:
        return redirect("township-roster", organization_id)
    if request.POST.get("enter") and not begun.left and not begun.entering:
        begun = Round(True, begun.rosters, [])
    return shown(request, organization_id, step(request, organization_id, begun))


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def sample(request: Request, organization_id: UUID) -> StreamingHttpResponse:
    """样表: the headings, and one committee's rows to write over."""
    standing = Committee.objects.filter(township_id=organization_id, issuer=True, ended_on=None)
    names = standing.order_by("code")
    rows = (
        (one, post.value, "", "", "", "", "")
        for one in names.values_list("short_name", flat=True)
        for post in Post
    )
    return as_workbook(workbook("换届名单", [(one, 24) for one in HEADINGS], rows), "换届名单样表")


def step(request: Request, township_id: UUID, begun: Round) -> Round:
    """Do, or try, the next few."""
    for one in begun.rosters[len(begun.went) :][:STEP]:
        begun.went.append(went_of(request, township_id, one, entering=begun.entering))
    return begun


def went_of(request: Request, township_id: UUID, one: CommitteeRoster, *, entering: bool) -> Went:
    """One committee, in a transaction of its own; a try is taken back whole."""
    committee = committee_named(township_id, one.committee)
    wrong = [*one.wrong, *([] if committee or not one.committee else [NOT_HERE])]
    if committee is None or one.wrong:
        return Went((), tuple(wrong))
    try:
        with transaction.atomic():
            done = enter_roster(committee_id=committee.pk, roster=one, actor=request.actor, at=request.at)
            transaction.set_rollback(not entering)
    except Refused as refused:
        return Went((), sentences(refused.refusals))
    return Went(done or ("已经登记过，没有变化",), ())


def codes_of(township_id: UUID, rosters: Iterable[CommitteeRoster]) -> dict[str, str]:
    """The code of each committee that was found, by how the file writes it."""
    found = ((one.committee, committee_named(township_id, one.committee)) for one in rosters)
    return {words: committee.code for words, committee in found if committee}


def committee_named(township_id: UUID, words: str) -> Committee | None:
    """The one committee of this township with this code or name."""
    rows = Committee.objects.filter(township_id=township_id, issuer=True)
    for field in ("code", "short_name", "legal_name", "name"):
        found = list(rows.filter(**{field: words}).order_by("code")[:2]) if words else []
        if len(found) == 1:
            return found[0]
    return None


def shown(request: Request, township_id: UUID, done: Round) -> HttpResponse:
    """How far it is; what is left goes on by itself."""
    here = {
        "desk": desk_for(request, township_id, current="township-home"),
        "round": done,
        "sealed": sealed(done, township_id),
        "form": RosterForm(),
    }
    return render(request, "township/roster_went.html", here)


def sealed(done: Round, township_id: UUID) -> str:
    """The round as it travels: numbers and telephones stand in it."""
    plain = json.dumps({
        "entering": done.entering,
        "rosters": [as_data(one) for one in done.rosters],
        "went": [[one.done, one.wrong] for one in done.went],
    }, ensure_ascii=False, default=str)  # fmt: skip
    return urlsafe_b64encode(settings.DATA_KEY.encrypt(plain.encode(), about(township_id))).decode()


def opened(words: str, township_id: UUID) -> Round | None:
    """Back from `sealed`; None for what was not made here, or for another township."""
    try:
        found = json.loads(settings.DATA_KEY.decrypt(urlsafe_b64decode(words.encode()), about(township_id)))
    except (UnableToDecrypt, NotBase64, UnicodeEncodeError):
        return None
    went = [Went(tuple(done), tuple(wrong)) for done, wrong in found["went"]]
    return Round(found["entering"], [from_data(one) for one in found["rosters"]], went)


def about(township_id: UUID) -> bytes:
    """What the ciphertext is bound to."""
    return b"township.roster:" + township_id.bytes
