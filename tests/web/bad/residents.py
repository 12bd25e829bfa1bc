"""Forms of residents and strangers: 预约, 查进度, 查验."""

from bs4 import BeautifulSoup
from django.test import Client

from tests.documents.reading import picture_of
from tests.web.apply.test_apply import ADDRESS, SAID, state, walked
from tests.web.apply.test_apply import heading as heading_of
from tests.web.apply.test_apply import sent as send_it
from tests.web.bad.lines import Case, Made
from tests.web.bad.sweep import Sent
from tests.web.walking import huining, photo
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.documents import files, qr
from zhengyin.web.apply import forms as apply
from zhengyin.web.apply import tracking
from zhengyin.web.verify import forms as verify


def step(name: str) -> Made:
    """A page of 预约, reached by the pages before it."""

    def made(world: World) -> Sent:
        before = list(SAID)[: list(SAID).index(name)]
        return Sent(Client(), ADDRESS, {"state": state(walked(before)), "step": name, **SAID[name]})

    return made


def tracked(world: World) -> tuple[str, str]:
    """A code, and what the page about its case carries hidden."""
    code = heading_of(send_it(walked()))
    page = BeautifulSoup(Client().post("/track/", {"code": code, "tail": "1234"}).content, "lxml")
    return code, str(page.select_one("input[name=case]")["value"])  # type: ignore[index]


def tracking_one(world: World) -> Sent:
    return Sent(Client(), "/track/", {"code": tracked(world)[0], "tail": "1234"})


def giving_up(world: World) -> Sent:
    return Sent(Client(), "/track/withdrawal", {"case": tracked(world)[1], "reason": "不用办了"})


def asked_for(world: World) -> str:
    """What the page carries hidden, once the clerk has asked for a paper."""
    code, _ = tracked(world)
    case = Certificate.objects.get().pk
    huining(world).handler.post("handler-ask", case, missing="户口簿原件")
    page = BeautifulSoup(Client().post("/track/", {"code": code, "tail": "1234"}).content, "lxml")
    return str(page.select_one("input[name=case]")["value"])  # type: ignore[index]


def completing(world: World) -> Sent:
    return Sent(Client(), "/track/completion", {"case": asked_for(world), "said": "户口簿送到村（居）委会了"})


def sending_ahead(world: World) -> Sent:
    code, case = tracked(world)
    page = BeautifulSoup(Client().post("/track/", {"code": code, "tail": "1234"}).content, "lxml")
    name = str(page.select_one("select[name=material] option")["value"])  # type: ignore[index]
    return Sent(
        Client(), "/track/materials", {"case": case, "material": name, "shot": photo, "chosen": photo}
    )


def comparing(world: World) -> Sent:
    walk = huining(world).sealed()
    token = qr.read(picture_of(files.get(walk.row.document_id)))[0].rsplit("/", 1)[1]  # type: ignore[arg-type]
    return Sent(
        Client(), "/v/comparison", {"by": "token", "key": token, "name": "马桂花", "last_four": "002X"}
    )


def handing_in(world: World) -> Sent:
    walk = huining(world).sealed()
    paper = files.get(walk.row.document_id)  # type: ignore[arg-type]

    def file() -> object:
        import io

        made = io.BytesIO(paper)
        made.name = "paper.pdf"
        return made

    return Sent(Client(), "/v/file", {"file": file})


CASES = [
    Case((apply.UnitStep,), step("unit")),
    Case((apply.PurposeStep,), step("purpose")),
    Case((apply.WhoStep,), step("who")),
    Case((apply.WhomStep,), step("whom")),
    Case((apply.TieStep,), step("tie")),
    Case((apply.FactsStep,), step("facts")),
    Case((apply.ComesStep,), step("comes")),
    Case((tracking.TrackForm,), tracking_one),
    Case((tracking.WithdrawForm,), giving_up),
    Case((tracking.CompleteForm,), completing),
    Case((tracking.AttachForm,), sending_ahead),
    Case((verify.ComparisonForm,), comparing),
    Case((verify.FileForm,), handing_in, taken="no true PDF"),  # the answer says what the file is not
]  # fmt: skip
