"""Accounts and computers, security, logs: three desks of three people."""

from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zhengyin.archive.queries import filings_in
from zhengyin.people.lines import BOOK
from zhengyin.people.offices import Office
from zhengyin.people.queries import administration
from zhengyin.people.queries.administration import Paged
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import settings_for
from zhengyin.registers import queries as registers
from zhengyin.seals.queries.signing import authority_of
from zhengyin.shared.days import day_of
from zhengyin.web.administrator.book import READ, BookOf, book_of, organizations_named
from zhengyin.web.administrator.settings import settings_page
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.search import sent_on, typed_in


@door(Office.SYSTEM_ADMINISTRATOR, at="organization_id")
@require_http_methods(["GET", "HEAD", "POST"])
def accounts(request: Request, organization_id: UUID) -> HttpResponse:
    """账户和电脑."""
    if going := sent_on(request):
        return going
    county, text = county_of(organization_id), typed_in(request).get("q", "").strip()[:40]
    rows, paged = administration.accounts_of(county, text, page_in(request.GET), request.at)
    devices, of_devices = administration.devices_of(county, page_in(request.GET, "computers"))
    here = {
        "desk": desk_for(request, organization_id, current="administrator-accounts"),
        "text": text,
        "rows": rows,
        "turn": turning(request.GET, paged),
        "devices": devices,
        "turn_devices": turning(request.GET, of_devices, "computers"),
    }
    return render(request, "administrator/accounts.html", here)


@door(Office.SYSTEM_ADMINISTRATOR, at="organization_id")
@require_http_methods(["GET"])
def settings(request: Request, organization_id: UUID) -> HttpResponse:
    """设置: what the local rules decide here, and where each comes from; changed by loading them anew."""
    county = county_of(organization_id)
    here = {
        "desk": desk_for(request, organization_id, current="administrator-settings"),
        "page": settings_page(settings_for(county), day_of(request.at)),
        "filings": filings_in(county),
    }
    return render(request, "administrator/settings.html", here)


@door(Office.SECURITY_ADMINISTRATOR, at="organization_id")
@require_http_methods(["GET"])
def security(request: Request, organization_id: UUID) -> HttpResponse:
    """安全: who made whose log-in anew, what is locked, how long the county's root lasts."""
    county = county_of(organization_id)
    here = {
        "desk": desk_for(request, organization_id, current="administrator-security"),
        "resets": administration.resets_of(county, request.at),
        "locks": administration.locks_of(county, request.at),
        "authority": authority_of(county, request.at),
    }
    return render(request, "administrator/security.html", here)


@door(Office.AUDIT_ADMINISTRATOR, at="organization_id")
@require_http_methods(["GET", "HEAD", "POST"])
def logs(request: Request, organization_id: UUID) -> HttpResponse:
    """登录记录."""
    if going := sent_on(request):
        return going
    text = typed_in(request).get("q", "").strip()[:40]
    rows, paged = administration.sessions_in(county_of(organization_id), text, page_in(request.GET))
    here = {
        "desk": desk_for(request, organization_id, current="administrator-logs"),
        "text": text,
        "rows": rows,
        "turn": turning(request.GET, paged),
    }
    return render(request, "administrator/logs.html", here)


@door(Office.AUDIT_ADMINISTRATOR, at="organization_id")
@require_http_methods(["GET", "HEAD", "POST"])
def books(request: Request, organization_id: UUID) -> HttpResponse:
    """任免簿: find the organization whose book is to be read."""
    if going := sent_on(request):
        return going
    county, text = county_of(organization_id), typed_in(request).get("q", "").strip()[:40]
    here = {
        "desk": desk_for(request, organization_id, current="administrator-books"),
        "text": text,
        "found": organizations_named(county, text),
    }
    return render(request, "administrator/books.html", here)


@door(Office.AUDIT_ADMINISTRATOR, at="organization_id")
@require_http_methods(["GET"])
def book(request: Request, organization_id: UUID, owner_id: UUID) -> HttpResponse:
    """The lines of one organization's book of appointments, settings or supervision."""
    owner = get_object_or_404(Organization, pk=owner_id, county_code=county_of(organization_id))
    said = request.GET.get("book", "")
    which = said if said in READ else BOOK
    years = registers.years(owner=owner_id, book=which) or (day_of(request.at).year,)
    asked = number_in(request.GET.get("year", ""))
    year = asked if asked in years else years[0]
    before = page_in(request.GET, "before") if "before" in request.GET else None
    page: BookOf = book_of(owner, which, year, before=before)
    here = {
        "desk": desk_for(request, organization_id, current="administrator-books"),
        "page": page,
        "years": years,
        "books": READ,
        "back": reverse("administrator-books", args=[organization_id]),
    }
    return render(request, "administrator/book.html", here)


def county_of(organization_id: UUID) -> str:
    """The county an administration looks after."""
    return Organization.objects.values_list("county_code", flat=True).get(pk=organization_id)


def page_in(query: QueryDict, name: str = "page") -> int:
    """A number from the address; what makes no sense counts as 1."""
    return number_in(query.get(name, ""), 1)


def turning(query: QueryDict, paged: Paged, name: str = "page") -> dict[str, object]:
    """The pages before and after, with the search kept; `name` where a page has two lists."""

    def to(number: int) -> str:
        said = query.copy()
        said[name] = str(number)
        return f"?{said.urlencode()}"

    return {
        "paged": paged,
        "before": to(paged.page - 1) if paged.page > 1 else "",
        "after": to(paged.page + 1) if paged.page < paged.pages else "",
    }
