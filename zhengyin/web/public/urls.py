"""Addresses of the public desk."""

from django.urls import path

from zhengyin.web.public import (
    bases,
    cleanups,
    feeds,
    for_units,
    place_views,
    posters,
    services,
    versions,
    views,
)

urlpatterns = [
    path("", views.home, name="home"),
    path("C/<code:code>", views.capitals, name="village-capitals"),
    path("C/<code:code>/GUIDES/<str:item>", views.guide_in_capitals, name="village-guide-capitals"),
    path("c/<code:code>", views.village, name="village"),
    path("units/<code:code>", for_units.for_units, name="units"),
    path("c/<code:code>/ask", views.ask, name="village-ask"),
    path("c/<code:code>/answer", views.answer, name="village-answer"),
    path("c/<code:code>/answer.pdf", views.sheet, name="village-sheet"),
    path("c/<code:code>/guides/<str:item>", views.guide, name="village-guide"),
    path("c/<code:code>/guides/<str:item>/sample", views.sample, name="village-sample"),
    path("c/<code:code>/guides/<str:item>/leaflet.pdf", posters.leaflet_of, name="village-leaflet"),
    path("c/<code:code>/poster-<str:sheet>.pdf", posters.poster_of, name="village-poster"),
    path("c/<code:code>/prohibited", place_views.prohibited, name="village-prohibited"),
    path("c/<code:code>/issuable", place_views.issuable, name="village-issuable"),
    path("c/<code:code>/services", services.services, name="village-services"),
    path("c/<code:code>/versions", versions.versions, name="village-versions"),
    path("c/<code:code>/versions/<str:key>", versions.compared, name="village-compared"),
    path("c/<code:code>/cleanups", cleanups.cleanups, name="village-cleanups"),
    path("c/<code:code>/lists.json", feeds.lists_json, name="village-lists-json"),
    path("c/<code:code>/lists.csv", feeds.lists_csv, name="village-lists-csv"),
    path("c/<code:code>/feed.atom", feeds.feed_atom, name="village-feed"),
    path("c/<code:code>/bases", bases.bases, name="village-bases"),
    path("c/<code:code>/bases/<str:key>", bases.basis, name="village-basis"),
    path("c/<code:code>/on", versions.on_a_day, name="village-on-a-day"),
    path("c/<code:code>/telephones", place_views.telephones, name="village-telephones"),
    path("c/<code:code>/door", place_views.at_the_door, name="village-door"),
    path("c/<code:code>/door.svg", place_views.code_image, name="village-code"),
]
