"""李家湾's people about one paper of the committee's work, and the values acts take when nothing is wrong."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from PIL import Image

from tests.certificates.cast import HARIGENTU, LIJIAWAN, officer, page
from tests.documents.typed import typed
from zhengyin.documents.models import StoredFile
from zhengyin.documents.uploads import Checked
from zhengyin.ledger.models import Entry
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import RegisterLine, lines_of, now
from zhengyin.shared.refusal import Refused
from zhengyin.workuse import actions
from zhengyin.workuse.actions import Receipt
from zhengyin.workuse.asked import WorkAsked
from zhengyin.workuse.kinds import Inquirer, Kind, Override
from zhengyin.workuse.models import WorkFile, WorkGrant, WorkUse
from zhengyin.workuse.policy.evidence import Inquiry, Officer
from zhengyin.workuse.policy.introduction import Letter
from zhengyin.workuse.queries.content import digest_now

VILLAGES = {"hn.ljw": LIJIAWAN, "od.hrgt": HARIGENTU}
SCOPES = {"hn.ljw": "HN_W2", "od.hrgt": "VC_W1"}
LETTER = Letter("会宁县农业农村局", "李秀英", 2, 7)
INQUIRY = Inquiry(
    Inquirer.POLICE, "会宁县公安局平头川派出所", "会公（平）函〔2026〕12号", date(2026, 1, 5),
    (Officer("王警官", "6204001"), Officer("赵警官", "6204002")), "某户2025年是否在村居住",
)  # fmt: skip


def typed_pdf(conclusion: str = "同意修三社到四社的机耕路，费用由镇里拨付。") -> Checked:
    """A finished paper as PDF."""
    return Checked(
        typed(f"= 关于修路的请示\n\n{conclusion}\n\n李家湾村村民委员会\n\n2026年1月5日"), "application/pdf"
    )


def scanned_pdf() -> Checked:
    """A page photographed and put into a PDF, as a telephone's scanner does: no text at all."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(page(8).data)) as picture:
        picture.convert("RGB").save(out, "PDF")
    return Checked(out.getvalue(), "application/pdf")


def request(village: str = "hn.ljw", **changed: Any) -> WorkAsked:
    values: dict[str, Any] = {
        "kind": Kind.ORDINARY, "scope": SCOPES[village], "matter": "2026年三社花名册", "copies": 3,
        "files": (page(8), page(3)), **changed,
    }  # fmt: skip
    return WorkAsked(**values)


def introduction(village: str = "hn.ljw", letter: Letter = LETTER, **changed: Any) -> WorkAsked:
    usual = request(village, kind=Kind.INTRODUCTION, matter="领取防疫物资", copies=1, files=())
    return replace(usual, letter=letter, **changed)


def inquiry(village: str = "hn.ljw", of: Inquiry = INQUIRY, **changed: Any) -> WorkAsked:
    usual = request(village, kind=Kind.EVIDENCE, matter="答复派出所协助调查函", copies=1)
    return replace(usual, inquiry=of, letter_scans=(page(5),), **changed)


def asked(wanted: WorkAsked | None = None, village: str = "hn.ljw", who: Actor | None = None) -> WorkUse:
    return actions.ask(
        organization_id=VILLAGES[village], asked=wanted or request(village),
        actor=who or officer(f"{village}.clerk"), at=now(),
    )  # fmt: skip


def approve(
    work_use: WorkUse,
    who: Actor | None = None,
    near_relative: bool | None = None,
    seen: str | None = None,
    village: str = "hn.ljw",
) -> WorkUse:
    return actions.approve(
        work_use_id=work_use.id, near_relative=near_relative, actor=who or officer(f"{village}.director"),
        seen=digest_now(work_use) if seen is None else seen, at=now(),
    )  # fmt: skip


def approved(wanted: WorkAsked | None = None, village: str = "hn.ljw") -> WorkUse:
    return approve(asked(wanted, village), village=village, near_relative=False)


def grant(work_use: WorkUse, who: Actor) -> WorkGrant:
    return actions.grant(work_use_id=work_use.id, actor=who, at=now())


def seal(work_use: WorkUse, who: Actor | None = None, **changed: Any) -> Receipt:
    """Prove again and seal; `grant_id` given: by that one."""
    actor = who or officer("hn.ljw.custodian")
    values: dict[str, Any] = {
        "copies": work_use.copies, "impressions": 4, "near_relative": False, "checked": True, "at": now(),
        **changed,
    }  # fmt: skip
    grant_id = values.pop("grant_id", None) or grant(work_use, actor).id
    return actions.seal(work_use_id=work_use.id, grant_id=grant_id, actor=actor, **values)


def sealed(wanted: WorkAsked | None = None, village: str = "hn.ljw") -> WorkUse:
    work_use = approved(wanted, village)
    seal(work_use, officer(f"{village}.custodian"))
    work_use.refresh_from_db()
    return work_use


def blank_let_through() -> WorkAsked:
    """A request whose page has a blank, with the named reason."""
    return request(files=(unfinished_pdf(),), override=Override.FILLED_BY_RECEIVER)


def unfinished_pdf() -> Checked:
    return typed_pdf("同意上报，报送单位编号：\\_\\_\\_\\_\\_\\_，其余各项都已经填写清楚。")


def kinds_of(subject: UUID) -> list[str]:
    return [line.kind for line in lines_of(subject)]


def last_line(subject: UUID) -> RegisterLine:
    return lines_of(subject)[-1]


def written() -> tuple[object, ...]:
    """All that an act of this room could have left: rows, lines, files."""
    rows = [list(model._default_manager.order_by("pk").values()) for model in (WorkUse, WorkFile, WorkGrant)]
    on_disk = sum(path.is_file() for path in Path(settings.FILES_DIR).rglob("*"))
    return rows, Entry.objects.count(), StoredFile.objects.count(), on_disk


@contextmanager
def refused(*codes: str) -> Iterator[None]:
    """The act inside is refused for exactly these reasons, and nothing is written."""
    before = written()
    with pytest.raises(Refused) as caught:
        yield
    assert codes_of(caught.value) == list(codes)
    assert written() == before


def codes_of(refused_act: Refused) -> Sequence[str]:
    return [refusal.code for refusal in refused_act.refusals]
