"""停用公告: what hangs on the wall when a seal is lost, or declared void (作废公告)."""

from datetime import date, datetime

from zhengyin.documents.paper.parts import Issuer, mark_for
from zhengyin.documents.paper.sealpaper import SealPaper
from zhengyin.regions import queries as regions
from zhengyin.regions.queries import CommitteeCard
from zhengyin.seals.models import Seal
from zhengyin.seals.queries import loss_of
from zhengyin.shared.days import SHANGHAI, in_words


def loss_notice(seal: Seal, at: datetime) -> SealPaper | None:
    """The notice of the seal's last loss; None where it was never lost."""
    notice = loss_of(seal)
    if notice is None:
        return None
    card = regions.committee(seal.committee_id)
    since = notice.since.astimezone(SHANGHAI)
    began = f"{in_words(since.date())}{since:%H:%M}"
    lost = f"{card.issuer_full}印章“{notice.name}”遗失，{in_words(notice.stopped_on)}报失，即日起停用。"
    if notice.void:
        lost = f"{card.issuer_full}印章“{notice.name}”有人拒不交出，{in_words(notice.stopped_on)}起作废。"
    if notice.found:
        lost += "这枚印章后来找回，已经恢复使用。"
    return SealPaper(
        title="印章作废公告" if notice.void else "印章停用公告",
        issuer=Issuer(card.issuer_place, card.issuer_name),
        signed_on=notice.stopped_on,
        paragraphs=(
            lost,
            f"{began}以后用这枚印章盖的证明、合同和其他材料，请先打电话核实，不要采用。捡到印章的，请交到{_where_to(card)}。",
        ),
        rows=(
            ("公告时间", f"{in_words(notice.stopped_on)}至{in_words(notice.until)}"),
            ("核实电话", "　".join(one for one in (card.telephone, card.township_telephone) if one)),
        ),
        last=("特此公告。",),
        signers=(),
        footing=footing(card, notice.stopped_on),
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
    )


def _where_to(card: CommitteeCard) -> str:
    """Of a committee that ended nobody is there to take it."""
    return card.township_name if card.ended else f"村（居）委会或者{card.township_name}"


def footing(card: CommitteeCard, day: date) -> str:
    """Whose paper, and of which day."""
    return f"{card.display_name}　{in_words(day)}"
