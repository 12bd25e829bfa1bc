"""Addresses of the 告知函; one act, one POST resource."""

from django.urls import path

from zhengyin.web.letters import acts, views

LETTER = "d/<uuid:organization_id>/cases/<uuid:case_id>/letter"

urlpatterns = [
    path(LETTER, views.page, name="letters-case"),
    path(f"{LETTER}.pdf", views.paper, name="letters-paper"),
    path(f"{LETTER}/draft", acts.draft, name="letters-draft"),
    path(f"{LETTER}/approval", acts.approve, name="letters-approve"),
    path(f"{LETTER}/return", acts.give_back, name="letters-return"),
    path(f"{LETTER}/sending", acts.send, name="letters-send"),
    path(f"{LETTER}/taking-back", acts.take_back, name="letters-take-back"),
    path(f"{LETTER}/basis", acts.basis, name="letters-basis"),
    path(f"{LETTER}/dropping", acts.dropped, name="letters-dropped"),
    path(f"{LETTER}/silence", acts.silence, name="letters-silence"),
]
