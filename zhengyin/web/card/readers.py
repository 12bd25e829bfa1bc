"""The cards of those who read the books and approve nothing."""

from zhengyin.people.offices import LABELS, Office
from zhengyin.web.card.parts import NO_PRINT, SECRET, Card, Here, Step, forgotten, log_in

FIND = Step("committee-register", "要找哪一件，填日期、姓名或单位，按【查】。")
TAKE = Step("committee-register", "要带走看，按【打印（横向）】；要用电脑算，按【导出表格】。")


def member(here: Here) -> Card:
    """委员."""
    return Card(
        who=LABELS[Office.COMMITTEE_MEMBER],
        opening="您能看本村（社区）开过的每一份证明。",
        entry=log_in(here),
        steps=(
            Step("committee-register", "打开【登记簿】：一行一件，编号连着，一号不少。"),
            FIND,
            Step("committee-register", "看备注：补登的、作废的，都写在那里。姓名和电话打星号，是保护人家。"),
            TAKE,
            Step("supervision-months", "打开【按月核对】，看监委会每个月核对过没有。"),
            Step(
                "committee-register",
                f"经办、复核签批、保管印章，要{here.director}或者会议定了您，才有那一格。",
            ),
        ),
        never=(
            "没有任命，不替人经办、签批、盖章。",
            "登记簿不拍照、不发群。",
            SECRET,
        ),
        troubles=(
            ("看出不对", f"先问{here.director}；说不清，打{here.above}的电话。"),
            ("停电、断网", "来电再看，登记簿不会少。急用印的事，由经办人用纸的“应急用印单”办。"),
            NO_PRINT,
            forgotten(here.above),
        ),
    )


def supervision(here: Here) -> Card:
    """村（居）务监督委员会."""
    return Card(
        who=LABELS[Office.SUPERVISION_COMMITTEE],
        opening="您看着印章怎么用。只看、只问、只见证，不批也不盖。",
        entry=log_in(here),
        steps=(
            Step("supervision-months", "每个月打开【按月核对】，看上个月的，没有不对就签字。"),
            FIND,
            Step("committee-register", "看编号连不连；看谁签批、谁盖章，是不是两个人。"),
            Step("committee-register", "看备注：补登的，问为什么先盖后登；作废的，问纸收回来没有。"),
            TAKE,
            Step("committee-register", "印章换人保管，您到场看着交，三方签字。"),
        ),
        never=(
            "不经办、不签批、不盖章、不拿印章。",
            "登记簿不拍照、不发群；谁家开过什么证明，不往外说。",
            SECRET,
        ),
        troubles=(
            ("看出不对", f"先问{here.director}；不改、说不清，打{here.above}的电话。"),
            ("停电、断网", "来电再看，登记簿不会少。停电那几天用的“应急用印单”，要一张一张对上编号。"),
            NO_PRINT,
            forgotten(here.above),
        ),
    )


def auditor(here: Here) -> Card:
    """纪检、巡察、审计."""
    return Card(
        who=LABELS[Office.AUDITOR],
        opening="凭调阅函看，谁看了什么，都有记录。",
        entry=log_in(here),
        steps=(
            Step("auditor-letters", f"先把调阅函交给{here.above}：看哪些、哪一段、谁来看、看到哪一天为止。"),
            Step("auditor-letters", "登记好、有了账户，登录以后打开【调阅】，上面写着现在能看什么。"),
            Step("auditor-letters", "函上写明两个人，进来的人各记各的。只看函上写的范围。"),
            Step("auditor-letters", "手里有一张证明，扫上面的方码，看它和登记的对不对。"),
            Step("auditor-letters", "登记簿连着编号，每页下面有防改校验：和存证对得上，就没有人改过。"),
        ),
        never=(
            "不借别人的账户看；函上没有的不看；到期就不看。",
            "姓名、号码、电话不抄到别处。",
            SECRET,
        ),
        troubles=(
            ("打不开", f"多半是到期了，或者函上没有这一项。打{here.above}的电话。"),
            ("停电、断网", "来电再看。村（社区）停电时用的“应急用印单”，请村（社区）拿纸的原件。"),
            NO_PRINT,
            forgotten(here.above),
        ),
    )
