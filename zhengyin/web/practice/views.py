"""On the side of practice: the entrance, who is there to log in as, beginning afresh."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from zhengyin.practice import actions, queries, ticket
from zhengyin.regions.models import Organization
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.middleware.practice import give_pass, pass_of
from zhengyin.web.request import Request

View = Callable[..., HttpResponse]


def in_practice(view: View) -> View:
    """The real process knows no such page."""

    @wraps(view)
    def only(request: Request) -> HttpResponse:
        if not settings.PRACTICE:
            raise Http404
        return view(request)

    return only


@door(PUBLIC)
@in_practice
def entrance(request: Request) -> HttpResponse:
    """With a slip from a real desk: the button; pressed, the village is there and the browser may stay."""
    slip = str(request.POST.get("slip", "") or request.GET.get("slip", ""))
    told = ticket.read(slip)
    if told is None or not Organization.objects.filter(pk=queries.township_id(told.township)).exists():
        return render(request, "practice/no_slip.html", status=403)
    if request.method != "POST":
        return render(request, "practice/entrance.html", {"slip": slip})
    actions.open_village(township=told.township, at=request.at)
    response = redirect("practice-home")
    give_pass(response, told)
    return response


@door(PUBLIC)
@in_practice
def home(request: Request) -> HttpResponse:
    """Whom one may log in as, with password and the code of this half minute."""
    told = pass_of(request)
    village = queries.village(told.township, request.at) if told else None
    if told is None or village is None:
        raise Http404
    response = render(request, "practice/home.html", {"village": village, "told": told})
    response["Cache-Control"] = "no-store"
    return response


@door(PUBLIC)
@in_practice
@require_POST
def renew(request: Request) -> HttpResponse:
    """重新开始: an empty village; nothing of the old one is deleted."""
    told = pass_of(request)
    if told is None or not told.may_renew:
        raise Http404
    actions.open_village(township=told.township, at=request.at, fresh=True)
    return redirect("practice-home")
