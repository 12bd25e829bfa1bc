"""Forms about what is brought, photographed, stamped together, printed, voided, and asked for once more."""

from collections.abc import Callable
from uuid import uuid4

from tests.web.bad.lines import Case, Made, at, on_case
from tests.web.bad.on_cases import OTHERS
from tests.web.bad.sweep import Sent
from tests.web.custodian.test_together import answers as sealing
from tests.web.director.test_together import answers as deciding_on
from tests.web.handler.test_mandate import given as mandated
from tests.web.walking import BROUGHT, QUESTION, TYPED, VOID, Walk, form_page, huining, photo
from tests.world import World
from zhengyin.web.committee import printing, voiding
from zhengyin.web.custodian import forms as custodian
from zhengyin.web.director import forms as deciding
from zhengyin.web.handler import brought, correcting, mandate, materials, pages

SaidOf = Callable[[list[Walk]], dict[str, object]]
# Every fact is chosen: what no chosen fact prints is not looked at, and not kept.
PUT_RIGHT = {
    **TYPED, **OTHERS, "reason": "住址写错了", "unit_name": QUESTION["unit_name"], "f_residence": "四社7号",
}  # fmt: skip
SINCE = {"brought_facts": ["person", "residence", "since"], "f_lived_since": "2010-03-01"}


def bringing(world: World) -> Sent:
    walk = huining(world)
    said = {**QUESTION, **TYPED, **OTHERS, **BROUGHT, **SINCE, "case_id": str(walk.case)}
    return at(walk.handler, "handler-register", **said)


def photographing(world: World) -> Sent:
    walk = huining(world).apply(**BROUGHT)
    return at(walk.handler, "handler-photograph", walk.case, **{"page-shot": page, "page-chosen": page})


def page() -> object:
    return form_page(8)


def taking_in(world: World) -> Sent:
    walk = huining(world).apply()
    said = {
        "m0-became": "seen", "m0-shot": photo, "m0-chosen": photo, "other-name": "租房合同",
        "other-became": "seen", "other-shot": photo, "other-chosen": photo,
    }  # fmt: skip
    return at(walk.handler, "handler-materials", walk.case, **said)


def standing_in(world: World) -> Sent:
    walk = huining(world).apply(proxy_name="李建国")
    return at(walk.handler, "handler-mandate", walk.case, **{**mandated(), "photo": photo})


def correcting_one(world: World) -> Sent:
    walk = huining(world).sealed()
    return at(walk.handler, "handler-correct", walk.case, **PUT_RIGHT, case_id=str(uuid4()))


def amending_one(world: World) -> Sent:
    walk = huining(world).apply()
    return at(walk.handler, "handler-amend", walk.case, **PUT_RIGHT, case_id=str(uuid4()))


def asking_again(world: World) -> Sent:
    walk = huining(world).sealed()
    said = {"again-reason": "原来的丢了", "again-copies": "1", "case_id": str(uuid4())}
    return at(walk.handler, "handler-reissue", walk.case, **said)


def reprinting(world: World) -> Sent:
    walk = huining(world).sealed()
    walk.custodian.post("committee-print", walk.case)
    return at(walk.custodian, "committee-reprint", walk.case, reason="spoiled", copies="1", spoiled="1")


def together(before: Callable[[Walk], Walk], by: str, address: str, said_of: SaidOf) -> Made:
    """Two papers ticked in the list."""

    def made(world: World) -> Sent:
        walks = [before(huining(world)) for _ in range(2)]
        who, said = getattr(walks[0], by), said_of(walks)
        return at(who, address, **said, code=who.code())

    return made


CASES = [
    Case((brought.BroughtForm,), bringing),
    Case((pages.PagesForm,), photographing),
    Case((materials.MaterialForm, materials.OtherForm), taking_in),
    Case((mandate.MandateForm,), standing_in),
    Case((correcting.CorrectionForm,), correcting_one),
    Case((correcting.AmendForm,), amending_one),
    Case((correcting.ReissueForm,), asking_again),
    Case((printing.ReprintForm,), reprinting),
    Case((voiding.VoidForm,), on_case(
        "director-void", "director", Walk.sealed, **VOID, **{
            "void-note": "", "void-announced_on": "", "void-announced_where": ""})),
    Case((voiding.UnstampedForm,), on_case(
        "custodian-void", "custodian", Walk.sealed, **{"void-why": "spoiled", "void-note": ""})),
    Case((deciding.PaperKinForm,), together(
        Walk.verified, "director", "director-approve-together", deciding_on)),
    Case((custodian.PaperForm, custodian.CodeForm), together(
        Walk.approved, "custodian", "custodian-grant-together", sealing)),
]  # fmt: skip
