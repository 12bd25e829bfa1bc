"""The public desk: no account, nothing written. The answer first, then why, then where to go."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.bases.queries import doubts
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.policy import may_it_be_issued
from zhengyin.documents.typesetting import typeset
from zhengyin.regions import queries as regions
from zhengyin.seals.queries import notices_of_loss
from zhengyin.shared.days import day_of
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.public.answering import Links, answer_page, guide_page, telephone_of
from zhengyin.web.public.asking import LONGEST, Address, said_in
from zhengyin.web.public.most_asked import most_asked
from zhengyin.web.public.pages import AnswerPage, FoundPage, GuidePage, VillagePage
from zhengyin.web.public.places import branch
from zhengyin.web.public.posters import has_leaflet, leaflet_href
from zhengyin.web.public.sheet import advice_sheet
from zhengyin.web.public.units import unit_words
from zhengyin.web.public.village import Village, asked, hanging, lists_and_rules, not_yet, village_or_404
from zhengyin.web.request import Request
from zhengyin.web.routes import where


@door(PUBLIC)
def home(request: Request) -> HttpResponse:
    """Choose the village: search, or county, township, committee."""
    page = branch(request.GET.get("in", "")[:12], request.GET.get("q", "").strip()[:40])
    return render(request, "public/home.html", {"page": page})


@door(PUBLIC)
def capitals(request: Request, code: str) -> HttpResponse:
    """The code at the door is in capitals; the page is not."""
    return redirect("village", code)


@door(PUBLIC)
def guide_in_capitals(request: Request, code: str, item: str) -> HttpResponse:
    """The same of the code on a leaflet."""
    return redirect("village-guide", code, item)


@door(PUBLIC)
def village(request: Request, code: str) -> HttpResponse:
    """Who is on duty, one box, the ten most asked."""
    here = village_or_404(code, request.at)
    lists, rules = lists_and_rules(here, day_of(request.at))
    page = VillagePage(
        duty=here.duty,
        asked=most_asked(here, lists, rules, day_of(request.at)),
        complaint=telephone_of(rules.complaint),
        ask_href=here.to("village-ask"),
        verify_href=where("verify"),
        not_yet=not_yet(here, day_of(request.at)),
        notices=hanging(here, request.at),
        ended=here.card.ended,
        losses=notices_of_loss(here.card.organization_id, request.at),
    )
    return render(request, "public/village.html", {"page": page, "place": here.place})


@door(PUBLIC)
def ask(request: Request, code: str) -> HttpResponse:
    """What the words may mean, nearest first; a person chooses."""
    here, day = village_or_404(code, request.at), day_of(request.at)
    query = request.GET.get("q", "").strip()[:LONGEST]
    if here.card.ended or not query:
        return redirect(here.to("village"))
    lists, rules = lists_and_rules(here, day)
    found = catalogue.search(here.card.organization_id, query, day)
    page = FoundPage(
        query=query,
        lines=tuple(asked(lists.listed[one.code].entry, here, lists, rules, day) for one in found.candidates),
        instead=found.instead,
        ask_href=here.to("village-ask"),
        none_href=f"{here.to('village-answer')}?{urlencode({'for': query})}",
        duty=here.duty,
    )
    return render(request, "public/found.html", {"page": page, "place": here.place})


@door(PUBLIC)
def answer(request: Request, code: str) -> HttpResponse:
    """The answer, and the one question that would make it more exact."""
    here = village_or_404(code, request.at)
    if here.card.ended:
        return redirect(here.to("village"))
    page = answered(request, here)
    return render(request, "public/answer.html", {"page": page, "place": here.place, "duty": here.duty})


@door(PUBLIC)
def sheet(request: Request, code: str) -> HttpResponse:
    """答复单: the same answer on paper."""
    here = village_or_404(code, request.at)
    paper = advice_sheet(
        answered(request, here), here.place, here.duty.telephone, day_of(request.at),
        demonstration=regions.is_demonstration(),
    )  # fmt: skip
    response = HttpResponse(typeset(paper, request.at).pdf, content_type="application/pdf")
    response["Content-Disposition"] = "inline; filename*=UTF-8''%E7%AD%94%E5%A4%8D%E5%8D%95.pdf"
    return response


@door(PUBLIC)
def guide(request: Request, code: str, item: str) -> HttpResponse:
    """The seven headings."""
    here = village_or_404(code, request.at)
    page, entry = guide_of(request, here, item)
    leaflet = leaflet_href(here, entry) if has_leaflet(entry) and not here.card.ended else ""
    said = {"page": page, "leaflet_href": leaflet, "place": here.place}
    return render(request, "public/guide.html", said)


@door(PUBLIC)
def sample(request: Request, code: str, item: str) -> HttpResponse:
    """The sample form: what is typed shows as ××."""
    here = village_or_404(code, request.at)
    page, _ = guide_of(request, here, item)
    back = reverse("village-guide", args=[code, item])
    return render(request, "public/sample.html", {"page": page, "place": here.place, "back_href": back})


def answered(request: Request, here: Village) -> AnswerPage:
    """Judge what the address says by the lists of today; an address that says nothing is no page."""
    units = unit_words()
    said, day = said_in(request.GET, units), day_of(request.at)
    lists, rules = lists_and_rules(here, day)
    if not said.asked_for and said.item not in lists.listed:
        raise Http404(said.item)
    decided = may_it_be_issued(said.question(day), lists, rules)
    links = Links(
        again=here.to("village"),
        sheet=here.to("village-sheet"),
        sample=reverse("village-sample", args=[here.code, decided.guide_code]) if decided.guide_code else "",
        apply=apply_href(here, decided.guide_code, said) if decided.guide_code else "",
        doubts=doubts(lists, (said.item, decided.guide_code), *decided.basis, decided.reason),
        units=units,
    )
    return answer_page(decided, said, lists, links, not_yet(here, day))


def apply_href(here: Village, item: str, said: Address) -> str:
    """To the appointment, with what was answered already, so that nothing is asked twice."""
    kept = {name: value for name, value in said.kept if name not in ("item", "for")}
    address = where("apply", here.code, item)
    return f"{address}?{urlencode(kept)}" if address and kept else address


def guide_of(request: Request, here: Village, item: str) -> tuple[GuidePage, Entry]:
    """The guide of an item in force, and the item; one without a guide has no page."""
    lists, _ = lists_and_rules(here, day_of(request.at))
    listed = lists.listed.get(item)
    sample_href = reverse("village-sample", args=[here.code, item])
    page = guide_page(listed.entry, sample_href, doubts=doubts(lists, [item])) if listed else None
    if listed is None or page is None:
        raise Http404(item)
    return page, listed.entry
