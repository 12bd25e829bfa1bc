"""The one next act of a case for one officer, and beside it what cannot be done yet, with every reason."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act
from zhengyin.web.committee.waiting import waited_for, waiting
from zhengyin.web.words import sentences

FORMS = {
    Act.ACCEPT: ("收下", "accept"),
    Act.COMPLETE: ("补齐了", "complete"),
    Act.START_VERIFYING: ("开始核实", "start"),
    Act.DELIVER: ("记交付", "deliver"),
}
ELSEWHERE = {
    Act.APPROVE: ("去签批", "director-case"),
    Act.APPROVE_FIRST: ("去签批", "director-case"),
    Act.COUNTERSIGN: ("去复核签批", "director-case"),
    Act.SEAL: ("去盖章", "custodian-seal"),
}


@dataclass(frozen=True, slots=True)
class Cannot:
    """An act that is not possible yet."""

    words: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextAct:
    """`form` is the id of the form the button sends, to `action` where not to the form's own address;
    or `href` where the act lies on another desk."""

    words: str
    form: str = ""
    action: str = ""
    href: str = ""
    cannot: Cannot | None = None


def next_act(page: CasePage, today: date) -> NextAct:
    """Say what comes next; without an act of this person's, who is waited for."""
    if Act.VERIFY in page.acts:
        return _verifying(page)
    for act, (words, form) in FORMS.items():
        if act in page.acts:
            return NextAct(words, form=form)
    for act, (words, name) in ELSEWHERE.items():
        if act in page.acts:
            return NextAct(words, href=reverse(name, args=[page.organization_id, page.id]))
    return NextAct(waiting(page.state, *waited_for(page, today), page.locked) or WORDS[page.state])


def _verifying(page: CasePage) -> NextAct:
    reasons = sentences(page.reasons)
    if not reasons:
        action = reverse("handler-verify", args=[page.organization_id, page.id])
        return NextAct(WORDS["verify"], form="checks", action=action)
    return NextAct(WORDS["record_checks"], form="checks", cannot=Cannot("送签批", reasons))
