"""The card at the door: for everybody who comes, without an account."""

from zhengyin.web.card.parts import Card, Here, Step


def resident(here: Here) -> Card:
    """来办事的人."""
    return Card(
        who="来办事的人",
        opening="先问要不要开，再开。不收一分钱，不用登录。",
        steps=(
            Step("village", "手机扫右上角的方码，写要办什么，按【问一问】。不会用手机，进门问，打电话问。"),
            Step("village-answer", "不用开的，告诉您去哪里、带什么。按【打印答复单】，拿给要证明的单位看。"),
            Step("village-answer", "一般可以开的，答完页面问的，按【预约】先填好，少排队；直接来也行。"),
            Step("village-answer", "来的时候，页面上“带这几样来”写的，都带原件。"),
            Step("village", "领的时候，一个字一个字看：名字、号码、给哪家、几份。对了，再签名或者按手印。"),
            Step("village", "手里有一张证明，想知道真假：点【查一张证明】。"),
        ),
        never=(
            "空白的纸、没看懂的纸，不签名、不按手印。",
            "给谁钱都不对：开证明不要钱。身份证不押在这里。",
            "查询码只告诉自己家里人。",
        ),
        troubles=(
            ("对方非要", "清单上说不用开的，对方还要，打下面主管部门的电话，说是哪个单位、要什么。"),
            ("停电了", "不急，留个电话，来电通知您。急用的，村（社区）有纸的“应急用印单”，问经办人。"),
            ("来不了", "可以托家里人带着您写的委托书和两个人的证件来；也可以先打电话问。"),
        ),
    )  # fmt: skip
