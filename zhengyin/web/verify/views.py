"""Is this paper registered, and does it say what it says? No account; only looks are counted.

The forms need no token against forgery: nothing here acts for anybody, there is no session.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from zhengyin.certificates.queries.verifying import prints_every_number, prints_number
from zhengyin.registers.queries import checkpoints_text
from zhengyin.seals.queries import roots
from zhengyin.shared.codes import as_typed
from zhengyin.shared.refusal import Refused
from zhengyin.verification import actions
from zhengyin.verification.queries import By, Verified
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.request import Request
from zhengyin.web.verify.forms import ComparisonForm
from zhengyin.web.verify.issuers import county_lines, place_of, told_of
from zhengyin.web.verify.pages import VERIFYING, Typed, address_in_words, answer_page, letter_page, slip_page
from zhengyin.web.words import sentences

View = Callable[..., HttpResponse]
TOO_MANY = 429
CODE_LETTERS = 12
UNSAID = "纸上印着身份证号码，请把最后4位也填上"


def fresh_and_limited(view: View) -> View:
    """Kept by nobody, listed by nobody; a limit that is reached is a page of its own, 429."""

    @wraps(view)
    def limited(request: Request, *args: str, **parts: str) -> HttpResponse:
        try:
            response = view(request, *args, **parts)
        except Refused as refused:
            response = page(request, "verify/limited.html", reasons=sentences(refused.refusals))
            response.status_code = TOO_MANY
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    return limited


def page(request: Request, template: str, **context: object) -> HttpResponse:
    """A page without a village: the same for everybody who asks, whatever the address says."""
    here = {"wrong": "", "place": VERIFYING, "here": reverse("verify"), "address": address_in_words()}
    return render(request, template, {**here, **context})


def shown(request: Request, found: Verified, *, by: By, key: str, **more: object) -> HttpResponse:
    """The answer to a look-up."""
    if found.slip:
        whose = place_of(found.slip.organization_id)
        told = {"page": slip_page(found.outcome, found.slip, whose), "place": whose}
        return page(request, "verify/slip.html", **told)
    if found.letter:
        whose = place_of(found.letter.organization_id)
        told = {"page": letter_page(found.outcome, found.letter, whose), "place": whose}
        return page(request, "verify/slip.html", **told)
    if found.paper is None:
        return page(request, "verify/none.html", typed=key if by is By.CODE else "")
    place = place_of(found.paper.organization_id)
    answer = answer_page(found.outcome, found.paper, place)
    warned = told_of(found.paper, found.outcome, request.at)
    context = {"page": answer, "place": place, "address": address_in_words(), "told": warned}
    context |= {"typed": Typed(by.value, key), "compared": None, "form": None, "checks": (), **more}
    return render(request, "verify/answer.html", context)


@door(PUBLIC)
def enter(request: Request) -> HttpResponse:
    """Type the 核对码, or go on to the file."""
    return page(request, "verify/enter.html", typed="")


@door(PUBLIC)
@fresh_and_limited
def by_token(request: Request, token: str) -> HttpResponse:
    """What the QR code opens, in capitals or not."""
    found = actions.look_up(
        by=By.TOKEN, key=token, address=request.META.get("REMOTE_ADDR", ""), at=request.at
    )
    return shown(request, found, by=By.TOKEN, key=token)


@door(PUBLIC)
@fresh_and_limited
def by_code(request: Request) -> HttpResponse:
    """The typed 核对码."""
    code = request.GET.get("code", "")[:40]
    if not code.strip():
        return page(request, "verify/enter.html", typed="", wrong="请先填核对码，在纸的左下角，方码旁边")
    if (count := len(as_typed(code))) != CODE_LETTERS:
        wrong = f"核对码要{CODE_LETTERS}个字，您打了{count}个，请对着纸再看一遍"
        return page(request, "verify/enter.html", typed=code, wrong=wrong)
    found = actions.look_up(by=By.CODE, key=code, address=request.META.get("REMOTE_ADDR", ""), at=request.at)
    return shown(request, found, by=By.CODE, key=code)


@door(PUBLIC)
@csrf_exempt
@require_POST
@fresh_and_limited
def compare(request: Request) -> HttpResponse:
    """一致 or 不一致; what was typed is compared and forgotten. A look like any other, and counted.

    A key that makes no sense is looked up too: it costs and counts as much as one that is unknown.
    """
    form = ComparisonForm(request.POST, auto_id="%s")
    good = form.is_valid()
    said, address = form.cleaned_data, request.META.get("REMOTE_ADDR", "")
    by, key = By(said.get("by", By.TOKEN)), said.get("key", "")
    found = actions.look_up(by=by, key=key, address=address, at=request.at)
    same, paper = None, found.paper
    numbered = paper is not None and prints_number(paper.certificate_id)
    blank = "last_four" in said and not said["last_four"].strip()
    if blank and paper and prints_every_number(paper.certificate_id):
        form.add_error("last_four", UNSAID)
    if good and found.paper and not form.errors and not found.outcome.is_over:
        same = actions.compare(
            certificate_id=found.paper.certificate_id, name=said["name"], last_four=said["last_four"],
            address=address, at=request.at,
        )  # fmt: skip
    typed = Typed(
        by.value, key, request.POST.get("name", ""), request.POST.get("last_four", ""),
        wrong=" ".join(str(words) for words in form.errors.get("name", ())),
        wrong_digits=" ".join(str(words) for words in form.errors.get("last_four", ())), numbered=numbered,
    )  # fmt: skip
    return shown(
        request, found, by=by, key=key, typed=typed, compared=same, form=form, here=reverse("verify")
    )


@door(PUBLIC)
def telephones(request: Request) -> HttpResponse:
    """The counties' lines, not taken from the paper in doubt."""
    return page(request, "verify/telephones.html", counties=county_lines())


@door(PUBLIC)
def authorities(request: Request) -> HttpResponse:
    """The counties' authority certificates, for checking offline."""
    return HttpResponse(b"".join(roots()), content_type="application/x-pem-file")


@door(PUBLIC)
def checkpoints(request: Request) -> HttpResponse:
    """The signed heads of all books, one JSON object a line, for whoever wants to keep a copy."""
    return HttpResponse(checkpoints_text(), content_type="text/plain; charset=utf-8")
