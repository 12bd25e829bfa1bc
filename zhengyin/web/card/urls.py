"""Addresses of the cards."""

from django.urls import path

from zhengyin.web.card import views

urlpatterns = [
    path("d/<uuid:organization_id>/card", views.cards, name="card"),
    path("d/<uuid:organization_id>/card/<slug:office>.pdf", views.card, name="card-print"),
    path("c/<code:code>/card.pdf", views.at_the_door, name="village-card"),
]
