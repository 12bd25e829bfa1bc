"""Every desk's addresses, put together. One line a desk; what strangers open is tried first."""

from django.urls import URLPattern, URLResolver, include, path

from zhengyin.web.desks.office import office
from zhengyin.web.desks.views import landing
from zhengyin.web.large import switch

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("zhengyin.web.verify.urls")),
    path("", include("zhengyin.web.apply.urls")),
    path("", include("zhengyin.web.public.urls")),
    path("large", switch, name="large"),
    path("account/", include("zhengyin.web.account.urls")),
    path("desk", landing, name="desk"),
    path("d/<uuid:organization_id>/office", office, name="desk-office"),
    path("", include("zhengyin.web.handler.urls")),
    path("", include("zhengyin.web.director.urls")),
    path("", include("zhengyin.web.custodian.urls")),
    path("", include("zhengyin.web.committee.urls")),
    path("", include("zhengyin.web.deliberation.urls")),
    path("", include("zhengyin.web.workuse.urls")),
    path("", include("zhengyin.web.supervision.urls")),
    path("", include("zhengyin.web.archive.urls")),
    path("", include("zhengyin.web.letters.urls")),
    path("", include("zhengyin.web.pads.urls")),
    path("", include("zhengyin.web.offices.urls")),
    path("", include("zhengyin.web.keeping.urls")),
    path("", include("zhengyin.web.filing.urls")),
    path("", include("zhengyin.web.township.urls")),
    path("", include("zhengyin.web.inventory.urls")),
    path("", include("zhengyin.web.county.urls")),
    path("", include("zhengyin.web.admission.urls")),
    path("", include("zhengyin.web.bases.urls")),
    path("", include("zhengyin.web.consultation.urls")),
    path("", include("zhengyin.web.cleanup.urls")),
    path("", include("zhengyin.web.plans.urls")),
    path("", include("zhengyin.web.guidance.urls")),
    path("", include("zhengyin.web.card.urls")),
    path("", include("zhengyin.web.oversight.urls")),
    path("", include("zhengyin.web.inspection.urls")),
    path("", include("zhengyin.web.practice.urls")),
    path("", include("zhengyin.web.auditor.urls")),
    path("", include("zhengyin.web.administrator.urls")),
]
