"""Forms about 告知函, 应急用印单, 调阅函 and the monthly check."""

from collections.abc import Callable

from tests.supervision.past import months
from tests.web.bad.lines import Case, Made, at
from tests.web.bad.on_cases import OTHERS
from tests.web.bad.sweep import Sent
from tests.web.county.test_letters import typed
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import lead
from tests.web.letters.test_letters import drafted, given, refused
from tests.web.pads.test_pads import enter, minute, printed, signed, slip
from tests.web.walking import Walk, huining, photo
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.web.county import letters as access
from zhengyin.web.custodian import day
from zhengyin.web.letters import forms as letters
from zhengyin.web.pads import forms as pads
from zhengyin.web.supervision import views as supervision

NO_NUMBER = {"post_number": "", "note": ""}


def approved(walk: Walk) -> Walk:
    drafted(walk).director.agree("letters-approve", walk.case)
    return walk


def sent(walk: Walk) -> Walk:
    approved(walk).handler.post("letters-send", walk.case, signed="on", how="resident")
    return walk


def on_letter(name: str, by: str, before: Callable[[Walk], Walk], /, **said: str) -> Made:
    def made(world: World) -> Sent:
        walk = before(huining(world))
        return at(getattr(walk, by), name, walk.case, **said)

    return made


def drafting(world: World) -> Sent:
    walk = refused(huining(world))
    return at(walk.handler, "letters-draft", walk.case, **given())


def printing_a_pad(world: World) -> Sent:
    who = huining(world).custodian
    mine = str(who.get("pads").select_one("[name=pad_id]")["value"])  # type: ignore[index]
    return at(who, "pad-issue", slips="4", pad_id=mine)


def spoiling(world: World) -> Sent:
    walk = huining(world)
    return at(walk.custodian, "pad-spoil", slip(printed(walk)).pk, reason="damaged")


def collecting(world: World) -> Sent:
    walk = huining(world)
    return at(walk.custodian, "pad-close", printed(walk).pk, unused="1,2,3", counted="on")


def entering(world: World) -> Sent:
    walk = huining(world)
    one = slip(printed(walk))
    return at(walk.custodian, "pad-enter", one.pk, **{**OTHERS, **signed(walk), "photo": photo})


def saying_when(world: World) -> Sent:
    walk = huining(world)
    one = slip(printed(walk))
    sent = at(walk.custodian, "pad-slip", one.pk, happened=minute(now()))
    sent.method = "get"
    return sent


def putting_right(world: World) -> Sent:
    walk = huining(world)
    one = slip(printed(walk))
    keeper = signed(walk)["sealed_by"]
    enter(walk, one, approved_by=keeper)
    return at(walk.director, "pad-rectify", one.pk, done="当天补签")


def recording(world: World) -> Sent:
    said = {name: value if isinstance(value, list) else str(value) for name, value in typed().items()}
    return at(lead(world), "county-record-letter", **said)


def noting(world: World) -> Sent:
    who = Officer(world, "hn.ljw.supervisor", LIJIAWAN)
    return at(who, "supervision-sign", months(now())[0].key, note="第3号是哪家单位？")


def reconciling(world: World) -> Sent:
    walk = huining(world)
    printed(walk)
    said = {"seal_there": "yes", "papers_agree": "yes", "following": "1", "note": "都在"}
    return at(walk.custodian, "custodian-day-check", **said)


CASES = [
    Case((letters.DraftForm,), drafting),
    Case((letters.ReturnForm,), on_letter("letters-return", "director", drafted, reason="地址不全")),
    Case((letters.ReturnForm,), on_letter("letters-take-back", "director", approved, reason="日期过了")),
    Case((letters.SendForm,), on_letter(
        "letters-send", "handler", approved, signed="on", how="resident", **NO_NUMBER)),
    Case((letters.BasisForm,), on_letter(
        "letters-basis", "handler", sent, basis="《某办法》第七条", said="回函")),
    Case((letters.DroppedForm,), on_letter("letters-dropped", "handler", sent, said="不要了")),
    Case((pads.IssueForm,), printing_a_pad),
    Case((pads.SpoilForm,), spoiling),
    Case((pads.CloseForm,), collecting),
    Case((pads.LateForm,), entering),
    Case((pads.MomentForm,), saying_when),
    Case((pads.RectifyForm,), putting_right),
    Case((access.LetterForm,), recording),
    Case((supervision.NoteForm,), noting, world="past"),
    Case((day.DayForm,), reconciling),
]  # fmt: skip
