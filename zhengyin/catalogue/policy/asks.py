"""The procedure's own questions, in words a resident or handler understands. Pure."""

from collections.abc import Iterable, Sequence
from typing import Final

from zhengyin.catalogue.entries import NamedException
from zhengyin.catalogue.kinds import Said
from zhengyin.catalogue.policy.answer import Ask, AskedOf, Outcome

WHICH_ITEM: Final = Ask("entry_code", "您要开的是哪一种？", AskedOf.RESIDENT)
WHO_DEMANDS: Final = Ask("unit_class", "是哪一类单位要这个证明？", AskedOf.RESIDENT, decides=True)
TIES: Final = Ask(
    "ties", "您和本村（社区）是什么关系：户籍、原户籍、常住、曾住、租住，还是易地搬迁？", AskedOf.RESIDENT,
    decides=True,
)  # fmt: skip
DOCUMENT: Final = Ask("document_proves", "手里的证件能不能证明这件事？", AskedOf.RESIDENT, decides=True)
GROUND: Final = Ask(
    "ground", "是不是政策措施还没有衔接好，或者企业、个人等民商事主体明确要求？", AskedOf.HANDLER
)
GROUND_REASON: Final = Ask("ground_reason", "具体是什么情况？请写清楚。", AskedOf.HANDLER)
DEMAND_PROVED: Final = Ask("demand_proved", "对方要求开证明，有没有书面材料？", AskedOf.HANDLER)
OWN_DUTY: Final = Ask("own_duty", "这件事属不属于村（居）委会的职责范围？", AskedOf.HANDLER)
VERIFIABLE: Final = Ask("verifiable", "这件事能不能核实？", AskedOf.HANDLER)
BASIS: Final = Ask("basis_given", "要证明的单位有没有给出法律法规依据？", AskedOf.RESIDENT)
BASIS_WORDS: Final = Ask("basis_words", "依据写在哪个文件、第几条？请把对方给的纸带来。", AskedOf.HANDLER)
PUBLIC_INTEREST: Final = Ask(
    "public_interest", "这件事涉不涉及公共利益或者多数村（居）民的切身利益？", AskedOf.HANDLER
)

INVESTIGATION: Final = "法院、检察院、公安、纪检监察机关要了解情况，由他们带公函来这里调查，不用您来开证明。"
NO_TIE: Final = "您和本村（社区）没有户籍、居住等联系，这里不了解情况，不能出具。"

ALWAYS: Final = {
    Outcome.NO_NOT_ON_LIST: "请要证明的单位写明依据；对方坚持要，就向这里反映，由主管部门和对方说。",
    Outcome.NO_CANNOT_VOUCH: "请要证明的单位自己来核对，或者换一种材料；谈不拢，就向这里反映。",
    Outcome.NO_OTHER_ORGANIZATION: "打这个电话，问清楚该组织谁经办、什么时候在。",
    Outcome.NOT_ISSUER: "到您户籍所在地或者居住地的村（居）委会申请；不知道是哪一个，打这个电话问。",
    Outcome.REFER_TO_INVESTIGATION: "请来函单位带公函和工作证件，到村（居）委会找负责人，按协助调查办理。",
}


def reason_to_ask(open_asks: Sequence[Ask]) -> str:
    """What is still missing, and who can say it."""
    ours = any(ask.of is AskedOf.HANDLER for ask in open_asks)
    return "还要核实几件事才能答复，请来村（居）委会或者打电话。" if ours else "答完上面这一题，就能告诉您。"


def conditions_of(exception: NamedException, said: Sequence[Said]) -> tuple[tuple[Ask, Said], ...]:
    """The named exception's conditions beside what was said to each."""
    answers = (*said, *([Said.NOT_ASKED] * len(exception.conditions)))
    return tuple(
        (Ask("exception_conditions", words, AskedOf.HANDLER, index), answers[index])
        for index, words in enumerate(exception.conditions)
    )


def verdict(conditions: Iterable[tuple[Ask, Said]]) -> Said | None:
    """YES: all met. NO: one fails. NOT_ASKED: none was asked. None: begun, not finished."""
    said = [answer for _, answer in conditions]
    if Said.NO in said:
        return Said.NO
    if set(said) <= {Said.YES}:
        return Said.YES
    return Said.NOT_ASKED if set(said) == {Said.NOT_ASKED} else None


def still_open(conditions: Iterable[tuple[Ask, Said]]) -> tuple[Ask, ...]:
    """The conditions nobody has answered."""
    return tuple(ask for ask, answer in conditions if answer is Said.NOT_ASKED)
