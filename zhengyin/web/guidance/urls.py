"""Addresses of guidance."""

from django.urls import path

from zhengyin.web.guidance import answering, views

ALL = "d/<uuid:organization_id>/enquiries"
ONE = f"{ALL}/<uuid:enquiry_id>"

urlpatterns = [
    path(ALL, views.enquiries, name="enquiries"),
    path(f"{ALL}/new", views.ask, name="enquiry-ask"),
    path(f"{ALL}/contacts", views.contacts, name="enquiry-contacts"),
    path(ONE, answering.enquiry, name="enquiry"),
    path(f"{ONE}/answer", answering.at_desk, name="enquiry-answer"),
    path(f"{ONE}/entry", answering.entered, name="enquiry-enter"),
    path("k/<str:token>", answering.by_link, name="enquiry-link"),
]
