"""The cards of those who handle, approve and seal."""

from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act
from zhengyin.people.offices import LABELS, Office
from zhengyin.web.card.parts import (
    NO_PRINT,
    SECRET,
    Card,
    Here,
    Step,
    change_over,
    forgotten,
    log_in,
    no_power,
)
from zhengyin.web.handler.next_act import FORMS

ACCEPT, START, DELIVER = (FORMS[act][0] for act in (Act.ACCEPT, Act.START_VERIFYING, Act.DELIVER))


def handler(here: Here) -> Card:
    """经办人."""
    return Card(
        who=LABELS[Office.HANDLER],
        opening="来人要开证明：先看能不能开，再登记、核实、送签批、交付。",
        entry=log_in(here),
        steps=(
            Step("handler-todo", "有人来，按【新申请】（或者按键盘上的 N）。往下填，回车键走到下一格。"),
            Step("handler-new", "写要开什么，按【找】，点是哪一种。选单位和关系，按【看能不能开】。"),
            Step("handler-new", "不用开的，按【打印答复单】。对方给了表的，选【对方给了表，要在表上盖章】。"),
            Step("handler-new", "能开的，照证件填，按【登记申请】。查询码抄给他；有表的，把表拍下来。"),
            Step("handler-case", "别人替他来的，先【记委托书】。看证件，选怎样核对的身份；"
                 f"看过的关系、材料打钩，按【{ACCEPT}】，再按【{START}】。后来带的，按【记下材料】。"),
            Step(
                "handler-case",
                f"一项一项写看了哪一本、问了谁，按【{WORDS['record_checks']}】，再按【{WORDS['verify']}】。",
            ),
            Step("handler-case", f"盖好章，按【打印签收单】，请他签名或按手印，拍一张，按【{DELIVER}】。"),
            Step("handler-case", f"差东西：按【{WORDS['ask_to_complete']}】，只能一次，写全。"),
            Step("handler-case", "核实了，不能开：点【不能开，出告知单】，写为什么、去哪里办。"),
            Step("handler-case", "盖了章才看出写错：点【写错了，要更正】。"),
        ),
        never=(
            "不替别人签名、按手印；没有核实的，不写“属实”。",
            f"{here.residents}的证件不拍照发微信，不留在电脑里。",
            SECRET,
        ),
        troubles=(
            no_power(here, f"照样核实，{here.director}亲笔签名，再盖章，一单一号，来电凭单补登。"),
            NO_PRINT,
            change_over(),
            forgotten(here.director),
        ),
    )  # fmt: skip


def director(here: Here) -> Card:
    """主任, in a gacha 嘎查达."""
    return Card(
        who=f"{here.director}（签批人）",
        opening="在手机上就能办：看清楚，再同意。您同意了，才能盖章。",
        entry=log_in(here),
        steps=(
            Step("director-list", "打开【等您定的】，点【看纸面】。"),
            Step("director-case", "先看纸面：谁的、什么事、开给谁、几份。再看【核实】：看了哪一本、问了谁。"),
            Step("director-case", "答一句：申请人是不是您的近亲属。是的，换人签批。"),
            Step("director-case", f"都对，按【{WORDS['approve']}】。从此文字和份数谁也改不了。"),
            Step("director-case", f"没看明白，写上哪里不清楚，按【{WORDS['return']}】。"),
            Step("director-case", f"不该开，点【{WORDS['decline']}】，写为什么、让他去哪里办。"),
            Step("director-list", "有好几件简单的：打钩，一起定；每一件还是要看、要答。"),
            Step("director-people", "几天不在，打开【人员】，按【委托签批】，最长30天。"),
        ),
        never=(
            "不把手机和密码交给别人代您按；自己的、近亲属的，不批。",
            "签批的人不保管印章；没有签批，谁叫盖也不能盖。",
            SECRET,
        ),
        troubles=(
            ("批错了", "还没有盖章的，打开这一件，点“签批错了，要收回”。盖了的，叫保管人先别交出去。"),
            no_power(here, "经办人拿单子来，您看清楚亲笔签名，保管人才能盖。"),
            NO_PRINT,
            forgotten(here.above),
        ),
    )


def second_approver(here: Here) -> Card:
    """复核签批人."""
    return Card(
        who=LABELS[Office.SECOND_APPROVER],
        opening=f"特殊的证明，{here.director}同意以后，还要您再看一遍。",
        entry=log_in(here),
        steps=(
            Step("director-list", "打开【等您定的】，点【看纸面】。没有，就是没有要您看的。"),
            Step("director-case", "看纸面：谁的、什么事、开给谁、几份。"),
            Step("director-case", "看【核实】：是不是自己管的事、查得实的事。查不实的，不能写。"),
            Step("director-case", "答一句：申请人是不是您的近亲属。是的，换人。"),
            Step("director-case", f"都对，按【{WORDS['countersign']}】。"),
            Step(
                "director-case",
                f"不清楚，写原因，按【{WORDS['return']}】；不该开，点【{WORDS['decline']}】。",
            ),
        ),
        never=(
            f"{here.director}签过的，也不能不看就同意。",
            "自己的、近亲属的，不批；复核签批的人不保管印章。",
            SECRET,
        ),
        troubles=(
            no_power(here, f"要复核的，{here.director}和您都要亲笔签名，少一个人签就等来电。"),
            NO_PRINT,
            forgotten(here.director),
        ),
    )


def custodian(here: Here) -> Card:
    """印章保管人."""
    return Card(
        who=LABELS[Office.CUSTODIAN],
        opening="先在电脑上登记，出来编号，再拿印章盖。",
        entry=log_in(here),
        steps=(
            Step("custodian-list", "打开【盖章】，点【看纸面，盖章】。"),
            Step("custodian-seal", "对名字、份数。填枚数，答是不是近亲属，输手机码或码表码，【确认是我】。"),
            Step("custodian-confirm", f"按红色的【{WORDS['seal']}】。出来编号，就登记好了。"),
            Step("custodian-receipt", "按【打印】，批准几份打几份。"),
            Step("custodian-receipt", "章盖在落款和日期上，不要压住左下角的方码。再按【打印签收单】。"),
            Step("custodian-seal", "纸面不对，不盖：点【纸面不对，退回核实】。"),
            Step("custodian-list", "有好几件：打钩，按【勾上的一起盖章】。"),
            Step("committee-seal", f"印章不见了：先打{here.above}的电话，再打开【印章】，按【报失】。"),
        ),
        never=(
            "空白纸不盖。电脑上没有登记的不盖，谁叫也不盖。",
            "印章不借人，不离开您的手；用完锁好。多打的纸不盖。",
            SECRET,
        ),
        troubles=(
            no_power(here, f"只盖{here.director}亲笔签了名的单子，一单一号，来电就凭单补登。"),
            NO_PRINT,
            ("盖错了", f"不要交出去，告诉{here.director}，打{here.above}的电话。"),
            change_over(),
            forgotten(here.above),
        ),
    )  # fmt: skip
