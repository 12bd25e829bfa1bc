"""预约: one question a page, look it over, send. Works without JavaScript and without cookies.

The forms need no token against forgery: there is no session, a forged one does no more than
its author could, and what travels is encrypted by us.
"""

from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from zhengyin.catalogue.policy import AskedOf, may_it_be_issued
from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.sent import Sent
from zhengyin.certificates.workflow import State
from zhengyin.regions import queries as regions
from zhengyin.shared.codes import in_fours
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.verification.actions import take_turn
from zhengyin.verification.limits import APPLICATIONS
from zhengyin.web.apply.again import rows_of, sent_otherwise
from zhengyin.web.apply.carried import Carried, begun, read
from zhengyin.web.apply.forms import Step
from zhengyin.web.apply.steps import (
    STEPS,
    Opened,
    answers_of,
    application_of,
    first_open,
    form_of,
    groups_of,
    question_of,
    shown_form,
)
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.large import keep, turned
from zhengyin.web.public.asking import said_in
from zhengyin.web.public.units import unit_words
from zhengyin.web.public.village import Village, lists_and_rules, not_yet, village_or_404
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

LOOKING_OVER = "over"  # where the switch for large type was pressed
ASKED_HERE = ("unit_class", "ties")  # the answer page asks the rest
# Not no-store: the browser's own Back must show the question before, and it asks for a POST's page
# nowhere but in its cache. Nobody else may keep it, and what it carries hidden is encrypted.
shown_again = cache_control(private=True, no_cache=True)


@door(PUBLIC)
@csrf_exempt
@shown_again
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: Request, code: str, item: str) -> HttpResponse:
    """Ask the next question; `to` goes to any other without judging the present one."""
    here = village_or_404(code, request.at)
    opened = opened_or_404(request, here, item)
    if request.method != "POST":
        if not_yet(here, day_of(request.at)):
            return redirect(f"{here.to('village-answer')}?item={item}")
        said = said_in({"item": item, **request.GET.dict()}, opened.classes)
        asked = {name: value for name, value in said.kept if name not in ("item", "for")}
        return ask(request, here, opened, begun(here.code, item, asked, request.at), STEPS[0])
    carried = read(request.POST.get("state", ""), here.code, item, request.at)
    step = request.POST.get("step", "")
    if carried is None or step not in STEPS:
        return redirect("apply", code, item)
    if "large" in request.POST:
        return turn_letters(request, here, opened, carried, step)
    if request.POST.get("to") in STEPS:
        return ask(request, here, opened, carried, request.POST["to"])
    form = form_of(step, opened, carried, request.POST)
    if not form.is_valid():
        return ask(request, here, opened, carried, step, form)
    carried = carried.with_answers(step, answers_of(form))
    if not yes(request, here, carried):
        return away(here, carried)
    return go_on(request, here, opened, carried)


@door(PUBLIC)
@csrf_exempt
@shown_again
@require_POST
def send(request: Request, code: str, item: str) -> HttpResponse:
    """Take the application and show its code; sent twice it is one, with the same code."""
    here = village_or_404(code, request.at)
    opened = opened_or_404(request, here, item)
    carried = read(request.POST.get("state", ""), here.code, item, request.at)
    if carried is None:
        return redirect("apply", code, item)
    if open_step := first_open(opened, carried):
        return ask(request, here, opened, carried, open_step)
    try:
        take_turn(limit=APPLICATIONS, address=request.META.get("REMOTE_ADDR", ""), at=request.at)
        applied(request, here, carried)
    except Refused as refused:
        return look_over(request, here, opened, carried, sentences(refused.refusals))
    if first := sent_otherwise(request, carried):
        return already(request, here, carried, first)
    context = {"place": here.place, "duty": here.duty, "entry": opened.entry}
    context |= {"code": in_fours(carried.tracking_code), "here": here.to("village")}
    return render(request, "apply/sent.html", context)


def turn_letters(
    request: Request, here: Village, opened: Opened, carried: Carried, step: str
) -> HttpResponse:
    """大字版 in the middle: the same page in the other size, with what was typed, judged by nobody yet."""
    value = turned(request)
    if request.POST["large"] == LOOKING_OVER:
        response = go_on(request, here, opened, carried)
    else:
        form = shown_form(step, opened, carried)
        form.initial = {**form.initial, **request.POST.dict()}
        response = ask(request, here, opened, carried, step, form)
    keep(response, value, secure=request.is_secure())
    return response


def applied(request: Request, here: Village, carried: Carried) -> None:
    """The one act; the same form once more changes nothing. Refused with every reason."""
    try:
        actions.apply(
            organization_id=here.card.organization_id,
            application=application_of(carried, day_of(request.at)),
            actor=None, at=request.at, as_id=carried.id, tracking_code=carried.tracking_code,
        )  # fmt: skip
    except IntegrityError:
        if not Certificate.objects.filter(pk=carried.id).exists():
            raise


def already(request: Request, here: Village, carried: Carried, first: Sent) -> HttpResponse:
    """What was changed after the sending is not taken: say so, with what stands and how to change it."""
    context = {
        "place": here.place,
        "here": here.to("village"),
        "duty": here.duty,
        "rows": rows_of(first),
        "withdrawn": first.state is State.WITHDRAWN,
        "code": in_fours(carried.tracking_code),
        "anew": reverse("apply", args=[here.code, carried.item]),
    }
    return render(request, "apply/already.html", context, status=409)


def opened_or_404(request: Request, here: Village, item: str) -> Opened:
    """The item as it is in force today, with guide and form; the village must issue at all."""
    lists, _ = lists_and_rules(here, day_of(request.at))
    listed = lists.listed.get(item)
    if listed is None or listed.entry.form is None or listed.entry.unfilled or not here.card.may_issue:
        raise Http404(item)
    return Opened(listed.entry, unit_words(), day_of(request.at))


def yes(request: Request, here: Village, carried: Carried) -> bool:
    """Whether what was said leads to a yes, with no question left that only the answer page asks."""
    day = day_of(request.at)
    lists, rules = lists_and_rules(here, day)
    answer = may_it_be_issued(question_of(carried, day), lists, rules)
    asked_elsewhere = any(ask.key not in ASKED_HERE for ask in answer.asks if ask.of is AskedOf.RESIDENT)
    return answer.outcome.is_yes and not asked_elsewhere


def away(here: Village, carried: Carried) -> HttpResponse:
    """To the answer page, which says why not and where to go; nothing personal in the address."""
    unit, tie = carried.answers("unit").get("unit", ""), carried.answers("tie").get("tie", "")
    parts = {"item": carried.item, **carried.asked, **({"unit": unit} if unit else {})}
    parts |= {"tie": tie} if tie else {}
    return redirect(here.to("village-answer") + "?" + "&".join(f"{name}={parts[name]}" for name in parts))


def go_on(request: Request, here: Village, opened: Opened, carried: Carried) -> HttpResponse:
    """The next open question, or all answers to be looked over."""
    step = first_open(opened, carried)
    return ask(request, here, opened, carried, step) if step else look_over(request, here, opened, carried)


def ask(
    request: Request, here: Village, opened: Opened, carried: Carried, step: str, form: Step | None = None
) -> HttpResponse:
    """One question. A form that comes back keeps what was typed and says what is wrong.

    Always 200: a question put once more is no failure, and browsers log every other status.
    """
    number = STEPS.index(step)
    context = {
        "place": here.place,
        "here": here.to("village"),
        "form": form or shown_form(step, opened, carried),
        "entry": opened.entry,
        "state": carried.sealed(),
        "step": step,
        "before": STEPS[number - 1] if number else "",
        "number": number + 1,
        "steps": tuple(place <= number for place in range(len(STEPS))),
        "address": reverse("apply", args=[here.code, carried.item]),
    }
    return render(request, "apply/step.html", context)


def look_over(
    request: Request, here: Village, opened: Opened, carried: Carried, reasons: tuple[str, ...] = ()
) -> HttpResponse:
    """看一遍，对不对？"""
    context = {
        "place": here.place,
        "here": here.to("village"),
        "entry": opened.entry,
        "groups": groups_of(opened, carried),
        "state": carried.sealed(),
        "before": STEPS[-1],
        "reasons": reasons,
        # To everybody alike: whose paper was made is told to nobody who only typed a number.
        "repeat_days": regions.settings_for(here.card.county_code).numbers.repeat_notice_days,
        "address": reverse("apply", args=[here.code, carried.item]),
        "send": reverse("apply-send", args=[here.code, carried.item]),
    }
    return render(request, "apply/check.html", context, status=409 if reasons else 200)
