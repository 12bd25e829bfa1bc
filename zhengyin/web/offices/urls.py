"""Addresses of appointments, accounts and counters."""

from django.urls import path

from zhengyin.web.offices import accounts, appointing, computers, counter, views

SEAT = "d/<uuid:organization_id>"
AT = f"{SEAT}/offices/<uuid:at_id>"

urlpatterns = [
    path(f"{SEAT}/people", views.own_people, name="director-people"),
    path(f"{SEAT}/administration", views.administered, name="administrator-offices"),
    path(f"{SEAT}/delegation", appointing.lend, name="director-delegate"),
    path(f"{SEAT}/computers", computers.computers, name="offices-computers"),
    path(f"{SEAT}/computers/<uuid:device_id>/revocation", computers.revoke, name="offices-revoke-computer"),
    path(AT, views.page, name="offices-page"),
    path(f"{AT}/appointments/<slug:way>", appointing.appoint, name="offices-appoint"),
    path(f"{AT}/appointments/<uuid:appointment_id>/end", appointing.end, name="offices-end"),
    path(f"{AT}/people/<uuid:person_id>/account", accounts.open_account, name="offices-account"),
    path(
        f"{AT}/people/<uuid:person_id>/account/closure", accounts.close_account, name="offices-close-account"
    ),
    path(f"{AT}/counter", counter.counter, name="offices-counter"),
]
