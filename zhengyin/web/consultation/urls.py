"""Addresses of consultations: one board a seat, one page a consultation, one POST an act."""

from django.urls import path

from zhengyin.web.consultation import acts, prints, public, returned, views

ALL = "d/<uuid:organization_id>/consultations"
ONE = f"{ALL}/<uuid:consultation_id>"
LINK = "u/<str:token>"
ENCLOSURE = f"{ONE}/enclosures/<uuid:enclosure_id>"
UNIT = f"{ONE}/units/<uuid:addressee_id>"

urlpatterns = [
    path(ALL, views.board, name="consultations"),
    path(f"{ALL}/new", views.new, name="consultation-new"),
    path(ONE, views.consultation, name="consultation"),
    path(f"{ONE}/draft", views.change, name="consultation-change"),
    path(f"{ONE}/enclosures", acts.enclose, name="consultation-enclose"),
    path(ENCLOSURE, prints.enclosure, name="consultation-enclosure"),
    path(f"{ENCLOSURE}/removal", acts.leave_out, name="consultation-leave-out"),
    path(f"{ONE}/sending", acts.send, name="consultation-send"),
    path(f"{ONE}/closing", acts.close, name="consultation-close"),
    path(f"{ONE}/publication", acts.publish, name="consultation-publish"),
    path(f"{ONE}/cancellation", acts.cancel, name="consultation-cancel"),
    path(f"{ONE}/answer", returned.at_desk, name="consultation-answer"),
    path(f"{UNIT}/paper", returned.from_paper, name="consultation-paper"),
    path(f"{UNIT}/letter.pdf", prints.letter, name="consultation-letter"),
    path(f"{ONE}/opinions/<uuid:opinion_id>/weighing", acts.weigh, name="consultation-weigh"),
    path(f"{ONE}/items/<uuid:item_id>/draft", acts.take_up, name="consultation-take-up"),
    path(LINK, returned.by_link, name="consulted"),
    path("U/<str:token>", returned.by_link, name="consulted-capitals"),
    path(f"{LINK}/enclosures/<uuid:enclosed_id>", prints.enclosure_by_link, name="consulted-enclosure"),
    path("c/<code:code>/consultations", public.results, name="village-consultations"),
    path("consultations/<uuid:result_id>", public.result, name="consultation-result"),
]
