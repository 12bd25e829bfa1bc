"""答复单: the answer on one sheet to hand over. Unnumbered, printed on the spot, nothing is kept."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings

from zhengyin.documents.paper.advice import AdvicePaper
from zhengyin.documents.paper.parts import Contacts, Issuer, Mark
from zhengyin.web.place import Place, Telephone
from zhengyin.web.public.pages import AnswerPage, Step

LONGEST_STEP, LONGEST_BASIS = 300, 600  # the paper's own limits, in characters
NUMBER_UNKNOWN = "电话待核"


def advice_sheet(
    page: AnswerPage, place: Place, duty: Telephone | None, day: date, *, demonstration: bool
) -> AdvicePaper:
    """Put the page's answer on paper."""
    return AdvicePaper(
        book=None,
        issuer=Issuer(place.above, place.name),
        signed_on=day,
        title="答复单：这样办就行",
        legal_name=f"问：{page.asked}"[:40],
        to="",
        answer=page.headline,
        why=page.reason,
        basis="。".join((page.basis or f"本{place.county}现在有效的清单", *page.doubts))[:LONGEST_BASIS],
        ways=tuple(tuple(lines_of(step, place.county)) for step in page.steps),
        stuck=stuck(page.complaint, duty, issued_by_nobody=page.issued_by_nobody),
        handler="",
        office_phone="",
        contacts=Contacts(
            site=urlsplit(settings.PUBLIC_URL).netloc,
            village=line(duty) or f"{place.name}：{NUMBER_UNKNOWN}",
            county=line(page.complaint) or f"主管部门：{NUMBER_UNKNOWN}",
        ),
        mark=Mark.DEMONSTRATION if demonstration else Mark.NONE,
    )


def lines_of(step: Step, county: str) -> Iterator[tuple[str, str]]:
    """去哪里, 带什么, 打电话: one line each, as far as they are known."""
    where = f"{step.title}：{step.words}" + (f"（{step.where}）" if step.where else "")
    unsure = f"（需本{county}确认，去之前先打电话问）" if step.to_confirm else ""
    yield "去哪里", (where + unsure)[:LONGEST_STEP]
    if step.bring:
        yield "带什么", step.bring[:LONGEST_STEP]
    if step.telephone:
        yield "打电话", line(step.telephone)


def stuck(complaint: Telephone | None, duty: Telephone | None, *, issued_by_nobody: bool) -> str:
    """Where nobody issues it, what to do when the other side insists; else whom to ask."""
    whom = f"打{line(complaint)}" if complaint else "打主管部门的电话"
    if issued_by_nobody:
        return f"如果对方还是要您开这个证明，请对方{whom}；您也可以打这个电话，反映不合理要求。"
    first = f"打{line(duty)}" if duty else "来村（居）委会"
    return f"先{first}，问清楚怎么办；还是办不成，{whom}问。"


def line(telephone: Telephone | None) -> str:
    """会宁县民政局 0943-3221956"""
    return f"{telephone.whose} {telephone.number}" if telephone else ""
