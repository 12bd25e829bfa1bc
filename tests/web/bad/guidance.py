"""Forms of guidance: a question, its answer in three ways, whom to ask."""

from django.test import Client

from tests.web.bad.lines import Case, at
from tests.web.bad.sweep import Sent
from tests.web.deskcast import lead
from tests.web.guidance import test_pages as made
from tests.world import World
from zhengyin.web.guidance import forms
from zhengyin.web.guidance.links import link_of


def asking(world: World) -> Sent:
    return at(made.clerk(world), "enquiry-ask", item=made.ITEM, words=made.WORDS)


def contacting(world: World) -> Sent:
    return at(lead(world), "enquiry-contacts", **made.CONTACT)


def by_link(world: World) -> Sent:
    said = {"words": made.ANSWER, "answered_by": "王科长"}
    return Sent(Client(), link_of(made.asked(world).pk), said)


def entering(world: World) -> Sent:
    return at(lead(world), "enquiry-enter", made.asked(world).pk, **made.entered())


CASES = [
    Case((forms.AskForm,), asking),
    Case((forms.ContactForm,), contacting),
    Case((forms.AnswerForm,), by_link),
    Case((forms.EnteredForm,), entering),
]
