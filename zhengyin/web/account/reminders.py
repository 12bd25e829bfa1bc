"""提醒我: by text message, by e-mail, or not at all; an address is confirmed by a code."""

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.models import Person
from zhengyin.reminders import actions
from zhengyin.reminders.policy.choice import LONGEST_ADDRESS, Way
from zhengyin.reminders.queries import RemindersPage, reminders_page
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.account.home import account_of
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.doors import SIGNED_IN, door
from zhengyin.web.forms import PlainForm
from zhengyin.web.refused import at_fields
from zhengyin.web.request import Request

HERE = "account-reminders"


class WayForm(PlainForm):
    """How to be reminded; a way that is not set up here is not offered."""

    way = forms.ChoiceField(
        label="怎样提醒我", choices=[(way.value, way.name) for way in Way], widget=forms.RadioSelect
    )

    def __init__(self, data: QueryDict | None, page: RemindersPage) -> None:
        super().__init__(data, initial={"way": page.way.value})
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)
        way.choices = ways(page)


class EmailForm(PlainForm):
    """Where e-mail goes."""

    email = forms.CharField(
        label="邮箱",
        max_length=LONGEST_ADDRESS,
        help_text="先发一个验证码过去，填回来才算数",
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "email"}),
    )


class EmailCodeForm(PlainForm):
    """What came by e-mail."""

    code = forms.CharField(
        label="邮件里的验证码",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


def ways(page: RemindersPage) -> list[tuple[str, str]]:
    """What can be chosen here, with where it goes."""
    found = [(Way.NONE.value, "不用提醒")]
    if page.sms_offered:
        found.append((Way.SMS.value, f"短信，发到尾号{page.phone_tail}" if page.phone_tail else "短信"))
    if page.email_offered and page.email:
        found.append((Way.EMAIL.value, f"邮件，发到{page.email}"))
    return found


@door(SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: Request) -> HttpResponse:
    """Look, or choose."""
    form = WayForm(typed(request), _page(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose(way=Way(form.cleaned_data["way"]), actor=request.actor, at=request.at)
        except Refused as refused:
            return _refused(request, refused, way=form)
        return redirect(HERE)
    return _show(request, way=form, status=UNFIT if form.errors else 200)


@door(SIGNED_IN)
@act_of(HERE)
def email(request: Request) -> HttpResponse:
    """Send a code to an address."""
    form = EmailForm(request.POST)
    if not form.is_valid():
        return _show(request, email=form, status=UNFIT)
    try:
        actions.send_email_code(address=form.cleaned_data["email"], actor=request.actor, at=request.at)
    except Refused as refused:
        return _refused(request, refused, email=form)
    return redirect(HERE)


@door(SIGNED_IN)
@act_of(HERE)
def code(request: Request) -> HttpResponse:
    """Confirm the address by its code."""
    form = EmailCodeForm(request.POST)
    if not form.is_valid():
        return _show(request, code=form, status=UNFIT)
    try:
        actions.confirm_email(code=form.cleaned_data["code"], actor=request.actor, at=request.at)
    except Refused as refused:
        return _refused(request, refused, code=form)
    return redirect(HERE)


def _refused(
    request: Request,
    refused: Refused,
    *,
    way: WayForm | None = None,
    email: EmailForm | None = None,
    code: EmailCodeForm | None = None,
) -> HttpResponse:
    """The reasons at the field that was sent, which keeps what was typed."""
    form = way or email or code
    assert form is not None
    field = next(iter(form.fields))
    at_fields(form, refused, {refusal.code: field for refusal in refused.refusals})
    return _show(request, way=way, email=email, code=code, status=409)


def _show(
    request: Request,
    *,
    way: WayForm | None = None,
    email: EmailForm | None = None,
    code: EmailCodeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    page = _page(request)
    here = {
        "page": page,
        "way": way or WayForm(None, page),
        "email": email or EmailForm(),
        "code": code or EmailCodeForm(),
    }
    return render(request, "account/reminders.html", here, status=status)


def _page(request: Request) -> RemindersPage:
    person: Person = account_of(request).person
    return reminders_page(person, request.actor, request.at)
