"""The cards of township and county: they set up, help and look, and never stand in a stamp's way."""

from zhengyin.people.offices import LABELS, Office
from zhengyin.web.card.parts import NO_PRINT, SECRET, Card, Here, Step, log_in

RESET = "先认准是他本人，再点【重置登录】；重置要第二个人确认。"


def township(here: Here) -> Card:
    """乡镇（街道、苏木）."""
    return Card(
        who=LABELS[Office.TOWNSHIP],
        opening="帮村（社区）把人、章、电话办齐，村（社区）办不下去时接电话。",
        entry=log_in(here),
        steps=(
            Step("township-home", "打开【村（社区）】，看哪个村还缺什么，点【补齐】。"),
            Step("township-committee", "拿证书原件，按【照信用代码证书确认全称】，一个字一个字对。"),
            Step("township-committee", "按【填电话和时间】：印在群众的页面上，只写办公电话。"),
            Step(
                "township-committee", "照选举结果登记【主任（签批人）】，再点【开通账户】，码表当面交给本人。"
            ),
            Step("township-committee", "按【制作印章】；刻好了，按【刻好了，颁发】。旧章先登记收缴。"),
            Step("township-home", f"有人忘了密码：{RESET}"),
        ),
        never=(
            "不收村（社区）的印章，不替村（社区）签批，不替村（社区）盖章。",
            "不在电话里、微信里告诉别人密码。",
            SECRET,
        ),
        troubles=(
            (
                "村（社区）停电",
                "告诉他：不急的记下来，来电再办；急用的用纸的“应急用印单”，先签名再盖章，来电补登。没有单子的，先不盖。",
            ),
            ("章丢了", "叫保管人马上按“报失”，章当时就停用。问清楚经过，再办补发。"),
            NO_PRINT,
            ("忘了密码", f"您自己的，找{here.above}重置。"),
        ),
    )


def county_lead(here: Here) -> Card:
    """县（旗区）主管部门."""
    return Card(
        who=LABELS[Office.COUNTY_LEAD],
        opening="管清单、管乡镇的人，看谁在要不该要的证明。",
        entry=log_in(here),
        steps=(
            Step("county-home", "打开【乡镇和部门】：还没有工作人员的在前，点【任职】登记。"),
            Step("offices-page", "点【乡镇（街道、苏木）】登记一个人，再点【开通账户】，码表当面交给本人。"),
            Step("county-home", "【纪检、巡察、审计】凭调阅函登记，写明到哪一天为止。"),
            Step("oversight-figures", "打开【数字】：开的是什么、谁要的。看事项和单位，不给村（社区）排名。"),
            Step("county-home", f"有人忘了密码：{RESET}"),
            Step("county-home", "群众说有单位乱要证明：记下单位和事项，查清单，照清单答复。"),
        ),
        never=(
            "不替村（社区）签批，不看哪一家开了什么。",
            "清单上没有依据的，不口头答应“先开一个”。",
            SECRET,
        ),
        troubles=(
            ("乡镇没人接", "先替乡镇答村（社区）的电话，再叫乡镇把人和电话补上。"),
            (
                "大片停电",
                "叫各乡镇告诉村（社区）：不急的来电再办，急用的用纸的“应急用印单”，先签名再盖章，来电补登。",
            ),
            NO_PRINT,
            ("忘了密码", "本部门的另一个人，或者管理员，给您重置。"),
        ),
    )
