"""Addresses of the pads; one act, one POST resource."""

from django.urls import path

from zhengyin.web.pads import entering, views

HERE = "d/<uuid:organization_id>"
PAD = f"{HERE}/pads/<uuid:pad_id>"
SLIP = f"{HERE}/slips/<uuid:slip_id>"

urlpatterns = [
    path(f"{HERE}/pads", views.pads, name="pads"),
    path(f"{HERE}/printing-pads", views.issue, name="pad-issue"),
    path(f"{PAD}/paper", views.paper, name="pad-paper"),
    path(f"{PAD}/closing", views.close, name="pad-close"),
    path(SLIP, entering.slip, name="pad-slip"),
    path(f"{SLIP}/photograph", views.photograph, name="pad-photograph"),
    path(f"{SLIP}/entry", entering.enter, name="pad-enter"),
    path(f"{SLIP}/spoiling", views.spoil, name="pad-spoil"),
    path(f"{SLIP}/rectification", views.rectify, name="pad-rectify"),
]
