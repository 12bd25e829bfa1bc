"""A version and its decision in a sentence, for page and feed alike."""

from zhengyin.catalogue.dataset import VersionTold
from zhengyin.shared.days import in_words


def standing_of(one: VersionTold) -> str:
    """县（旗、区），会宁县民政局，会民发〔2026〕8号。现行。"""
    parts = (one.level.words, one.issued_by, one.number)
    return f"{'，'.join(part for part in parts if part)}。{one.standing.words}。"


def what_it_did(one: VersionTold) -> str:
    """2026年1月1日起：新立13条，止0条。"""
    return f"{in_words(one.takes_effect_on)}起：新立{one.begun}条，止{one.over}条。"


def decided(one: VersionTold) -> str:
    """The document that decides the version; the list's own note where it came with the product."""
    said = one.decision
    if said is None:
        return f"（{one.note}）" if one.note else ""
    until = f"，有效期到{in_words(said.valid_until)}" if said.valid_until else ""
    filed = f"；备案号：{said.filing_number}" if said.filing_number else ""
    return (
        f"{said.issued_by}《{said.title}》，{said.number}，{in_words(said.issued_on)}印发，"
        f"{in_words(said.takes_effect_on)}起施行{until}；签发：{said.signed_by}；"
        f"合法性审核：{said.reviewed_by}，{in_words(said.reviewed_on)}{filed}。"
    )
