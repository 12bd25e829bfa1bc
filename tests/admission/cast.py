"""An item that may be let in, and a decision that lets it in."""

from datetime import date, datetime, timezone
from typing import Any
from uuid import UUID

from zhengyin.catalogue import queries
from zhengyin.catalogue.deciding import decide_lists
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.models import ListVersion
from zhengyin.catalogue.policy.change import Change, Decided
from zhengyin.documents import files
from zhengyin.people.actor import Actor
from zhengyin.regions.names import OrganizationKind, key_of, organization_id

AT = datetime(2026, 11, 20, 2, 0, tzinfo=timezone.utc)
TODAY = date(2026, 11, 20)
NEW_YEAR = date(2027, 1, 1)
HUINING, BANNER = "620422000000", "150623000000"
LIJIAWAN = organization_id("committee:620422115203")
LEAD = organization_id(key_of(OrganizationKind.COUNTY_LEAD, HUINING))
CODE = "ISS-HN-01"

WATER: dict[str, Any] = {
    "code": CODE, "kind": "issuable", "name": "农村自来水户主变更情况说明", "aliases": ["自来水过户证明"],
    "class_of_use": "residents_need", "ties": ["registered", "resident"], "completion": "on_the_spot",
    "public_interest": "no", "confidence": "source",
    "bases": [{"document": "示例供水管理办法", "number": "示例〔2026〕1号", "article": "第八条",
               "standing": "demonstration", "confidence": "source"}],
    "guide": {
        "subject": "说明一户自来水由谁接着用", "issuer": "住所所在的村（居）民委员会",
        "basis": "示例供水管理办法第八条",
        "conditions": "户在本村", "materials": ["居民身份证"], "procedure": "申请，核实，签批，盖章",
        "time_limit": "当场办结", "demanded_by": "供水单位", "sample": "见样表",
    },
    "form": {
        "title": "情况说明",
        "fields": [{"key": "name", "label": "姓名", "kind": "name"},
                   {"key": "house", "label": "住址", "kind": "text"}],
        "facts": [{"key": "house", "label": "住在哪里", "sentence": "{name}户住{house}，自来水由其接着使用。",
                   "methods": ["handler_knows"]}],
    },
}  # fmt: skip
DECIDED = Decided(
    number="会民发〔2026〕31号（示例）", title="关于准入一项证明事项的决定（示例）", issued_by="会宁县民政局",
    signed_by="高明远", reviewed_by="会宁县司法局", reviewed_on=date(2026, 11, 18), issued_on=TODAY,
    takes_effect_on=NEW_YEAR, filing_number="会规备〔2026〕9号（示例）",
)  # fmt: skip


def item(**changed: Any) -> Entry:
    return Entry.model_validate({**WATER, **changed})


def scan(owner: UUID = LEAD) -> UUID:
    kept = files.put(
        data=b"%PDF-decision", content_type="application/pdf", purpose="list.decision", owner=owner,
        county_code=HUINING, at=AT,
    )  # fmt: skip
    return kept.pk


def decide(actor: Actor, change: Change, decided: Decided = DECIDED, **said: Any) -> tuple[ListVersion, ...]:
    """As the county's lead body."""
    given = {"county_code": HUINING, "scan_id": scan(), "at": AT, **said}
    return decide_lists(decided=decided, change=change, actor=actor, **given)


def listed(code: str, day: date, organization_id: UUID = LIJIAWAN) -> bool:
    return queries.entry(organization_id, code, day) is not None
