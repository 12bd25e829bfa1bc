"""One certificate's way over the desks, step by step, as the people at them go it."""

import io
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID, uuid4

from PIL import Image

from tests.certificates import cast
from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.world import World
from zhengyin.certificates.models import Certificate

ITEM = "ISS-ZQ-01"  # 居（租）住证明: on the spot
QUESTION = {"item": ITEM, "unit": "company", "unit_name": "会宁县安居房屋租赁公司", "tie": "resident"}
TYPED = {
    "f_subject_name": "马桂花", "f_subject_sex": "女", "f_subject_identity": "62042219680512002X",
    "f_household": "", "f_residence": "三社12号", "f_housing": "自有住房", "f_lived_since": "2010-03-01",
    "purpose": "办理租房合同", "copies": "2", "phone": "13800000117", "applicant": "self",
}  # fmt: skip

BROUGHT = {
    "paper": "form", "brought_title": "住房租赁备案申请表", "brought_facts": ["person", "residence"],
    "f_lived_since": "",
}  # fmt: skip


ANYWAY = {"anyway": "on", "anyway_reason": "采集纸用完了"}  # a picture in which nothing is measured


def photo() -> io.BytesIO:
    """A picture of a signed slip."""
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(out, "JPEG")
    out.seek(0)
    out.name = "slip.jpg"
    return out


def form_page(lines: int) -> io.BytesIO:
    """A picture of a page of the other side's form."""
    out = io.BytesIO(cast.page(lines).data)
    out.name = "page.jpg"
    return out


@dataclass
class Walk:
    """The officers of one committee, and the case they work on."""

    world: World
    at: UUID
    prefix: str  # of the accounts: hn.ljw
    case: UUID = field(default_factory=uuid4)

    @cached_property
    def handler(self) -> Officer:
        return Officer(self.world, f"{self.prefix}.clerk", self.at)

    @cached_property
    def director(self) -> Officer:
        return Officer(self.world, f"{self.prefix}.director", self.at)

    @cached_property
    def custodian(self) -> Officer:
        return Officer(self.world, f"{self.prefix}.custodian", self.at)

    @property
    def row(self) -> Certificate:
        return Certificate.objects.get(pk=self.case)

    def apply(self, **changed: object) -> "Walk":
        said = {**QUESTION, **TYPED, "case_id": str(self.case), "again": "yes", **changed}
        self.handler.post("handler-register", **said)
        return self

    def brought(self) -> "Walk":
        """The other side's form, photographed: only who and where is vouched for."""
        self.apply(**BROUGHT)
        self.handler.post("handler-photograph", self.case, **{"page-chosen": [form_page(8), form_page(3)]})
        return self

    def accept(self) -> "Walk":
        self.handler.post("handler-accept", self.case, identity_method="document", ties=["resident"])
        return self

    def start(self) -> "Walk":
        self.handler.post("handler-start", self.case)
        return self

    def check(self) -> "Walk":
        asked = [fact["key"] for fact in self.row.form["facts"]]
        said = {name: value for name, value in CHECKS.items() if name.split("-")[0] in asked}
        self.handler.post("handler-checks", self.case, **said)
        return self

    def verify(self) -> "Walk":
        self.handler.post("handler-verify", self.case)
        return self

    def verified(self) -> "Walk":
        return self.apply().accept().start().check().verify()

    def approve(self) -> "Walk":
        self.director.agree("director-approve", self.case, kin="no")
        return self

    def approved(self) -> "Walk":
        return self.verified().approve()

    def grant(self) -> UUID:
        answer = self.custodian.post(
            "custodian-grant", self.case, impressions="2", kin="no", filled="yes",
            code=self.custodian.code(),
        )  # fmt: skip
        return UUID(answer.headers["Location"].split("/grants/")[1].split("?")[0])

    def seal(self) -> "Walk":
        said = {"impressions": "2", "kin": "no", "filled": "yes"}  # 都填了 is asked of a brought form only
        self.custodian.post("custodian-do-seal", self.case, self.grant(), **said)
        return self

    def sealed(self) -> "Walk":
        return self.approved().seal()

    def again(self, opened: UUID) -> "Walk":
        """The same people with the case that was opened from this one."""
        walk = Walk(self.world, self.at, self.prefix, opened)
        walk.__dict__.update({name: getattr(self, name) for name in ("handler", "director", "custodian")})
        return walk

    def correct(self, **changed: str) -> "Walk":
        """Open a correction; return the walk of the new case."""
        opened = uuid4()
        said = {"reason": "住址写错了", "unit_name": QUESTION["unit_name"], "case_id": str(opened)}
        self.handler.post(
            "handler-correct", self.case, **{**said, **TYPED, "f_residence": "四社7号", **changed}
        )
        return self.again(opened)

    def reissue(self) -> "Walk":
        """再开一份; return the walk of the new case."""
        opened = uuid4()
        said = {"again-reason": "原来的丢了", "again-copies": "1", "case_id": str(opened)}
        self.handler.post("handler-reissue", self.case, **said)
        return self.again(opened)

    def void(self) -> "Walk":
        self.director.post("director-void", self.case, **VOID)
        return self

    def void_unstamped(self) -> "Walk":
        self.custodian.post("custodian-void", self.case, **{"void-why": "spoiled"})
        return self

    def deliver(self) -> "Walk":
        self.handler.post("handler-deliver", self.case, how="in_person", recipient="马桂花", photo=photo())
        return self


CHECKS = {
    "person-method": "document_seen", "person-informant": "身份证原件", "person-result": "true",
    "residence-method": "ledger", "residence-informant": "居住台账第12页", "residence-result": "true",
    "since-method": "group_head", "since-informant": "三社社长张有福", "since-result": "true",
}  # fmt: skip


VOID = {"void-kind": "collected", "void-collected": "2", "void-why": "wrong"}


def huining(world: World) -> Walk:
    return Walk(world, LIJIAWAN, "hn.ljw")


def ordos(world: World) -> Walk:
    return Walk(world, GACHA, "od.hrgt")
