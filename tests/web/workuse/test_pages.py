"""Work uses at the desks: from the request to the register, and what another village sees."""

import io
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.certificates.cast import page as sheet
from tests.documents.reading import text_of, without_spaces
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import PINGTOUCHUAN, queries_of, today
from tests.workuse import cast
from tests.world import World
from zhengyin.deliberation.models import Meeting
from zhengyin.registers.queries import now
from zhengyin.seals.models import Seal
from zhengyin.shared.days import SHANGHAI
from zhengyin.workuse.models import WorkFile, WorkGrant, WorkUse
from zhengyin.workuse.queries.content import files_of

STATUTORY = ("用印时间", "用印内容", "用印份数", "签批人员", "经办人员")
TYPED = {
    "for_resident": "no", "scope": "HN_W2", "matter": "2026年三社花名册", "copies": "3", "concerned": "",
    "override": "", "major": "none", "whose": "",
}  # fmt: skip
LETTER = {
    "to": "会宁县农业农村局", "bearers": "李秀英", "persons": "2", "valid_days": "7", "scope": "HN_W2",
    "matter": "领取防疫物资", "copies": "1", "major": "none", "whose": "",
}  # fmt: skip
INQUIRY = {
    "inquirer": "police", "unit": "会宁县公安局", "letter_number": "会公函12号", "letter_on": "2026-01-05",
    "officer": "王警官", "officer_certificate": "6204001", "second_officer": "赵警官",
    "second_certificate": "6204002", "wanted": "是否居住", **{**TYPED, "matter": "答复协助调查函"},
}  # fmt: skip


def photo(lines: int = 8) -> SimpleUploadedFile:
    return SimpleUploadedFile("页.jpg", sheet(lines).data, "image/jpeg")


@dataclass
class Desk:
    """李家湾's officers, each with a browser."""

    world: World
    made: dict[str, Officer] = field(default_factory=dict)

    def __getattr__(self, who: str) -> Officer:
        if who not in self.made:
            self.made[who] = Officer(self.world, f"hn.ljw.{who}", LIJIAWAN)
        return self.made[who]

    def ask(self, **changed: Any) -> UUID:
        self.clerk.post("work-new", **{**TYPED, "papers": photo(), **changed})
        return WorkUse.objects.latest("asked_at").pk

    def approve(self, case: UUID, **said: Any) -> None:
        shown = self.director.get("work-case", case)
        seen = shown.select_one("input[name=seen]")
        assert seen is not None, shown.text
        self.director.post("work-approve", case, seen=seen["value"], **said)

    def seal(self, case: UUID, **said: Any) -> None:
        answers = {"impressions": "4", "checked": "yes", **said}
        self.custodian.post("work-grant", case, code=self.custodian.code(), **answers)
        granted = WorkGrant.objects.get(work_use_id=case)
        query = "?" + "&".join(f"{name}={value}" for name, value in answers.items())
        assert "登记并用印，" in self.custodian.get("work-confirm", case, granted.pk, query=query).text
        self.custodian.post("work-do-seal", case, granted.pk, **answers)


@pytest.fixture
def desk(desks: World) -> Desk:
    return Desk(desks)


@pytest.mark.clause("H3.1a", "H3.2.3a", "H3.2.3b", "H3.2.4d")
def test_from_the_request_to_the_printed_and_exported_register(desk: Desk) -> None:
    case = desk.ask()
    shown = desk.director.get("work-case", case)
    assert (
        shown.select_one("img[alt='材料：第1张照片']") is not None
    )  # the file is shown where it is approved
    assert "有1件等您办" in desk.director.get("director-list").text
    desk.approve(case)
    assert "有1件等您办" in desk.custodian.get("custodian-list").text
    assert "签批了，等用印" in desk.custodian.get("work-list").text
    desk.seal(case)
    assert "平头川镇李家湾村用印〔2026〕1号" in desk.custodian.get("work-case", case).text
    book = desk.supervisor.get("work-register")
    for title in STATUTORY:
        assert book.find("th", string=title) is not None
    assert "2026年三社花名册" in book.text
    printed = desk.clerk.client.get(desk.clerk.url("work-volume"))
    words = without_spaces(text_of(printed.content))
    for title in (
        "工作用印登记簿",
        "用印时间",
        "用印内容",
        "用印份数",
        "签批人员",
        "经办人员",
        "2026年三社花名册",
    ):
        assert title in words
    table = desk.clerk.client.get(desk.clerk.url("work-table"))
    rows = list(
        openpyxl.load_workbook(io.BytesIO(b"".join(table.streaming_content))).active.values  # type: ignore
    )
    assert set(STATUTORY) <= set(rows[0])
    assert "2026年三社花名册" in rows[1]


def test_a_form_that_fails_keeps_what_was_typed_and_says_everything(desk: Desk) -> None:
    said = {**TYPED, "for_resident": "yes", "scope": ""}
    answer = desk.clerk.post("work-new", status=409, **said, papers=photo(0))
    words = answer.content.decode()
    assert "按出具证明办" in words and "第1张照片是空白的" in words and "用印范围里的哪一项" in words
    assert 'value="2026年三社花名册"' in words
    assert not WorkUse.objects.filter(organization_id=desk.clerk.at).exists()


@pytest.mark.clause("H3.2.4d")
def test_blanks_on_the_paper_in_hand_stop_the_seal(desk: Desk) -> None:
    case = desk.ask()
    desk.approve(case)
    answer = desk.custodian.post("work-grant", case, status=409, code="000000", impressions="4", checked="no")
    assert "手里的纸还有空白没填" in answer.content.decode()
    assert not WorkGrant.objects.filter(work_use=case).exists()
    desk.custodian.post("work-take-back", case, reason="纸上有空白")
    assert "纸上有空白" in desk.clerk.get("work-case", case).text
    desk.clerk.post("work-change", case, **TYPED, papers=photo())
    assert WorkUse.objects.get(pk=case).state == "work_asked"


def test_a_letter_of_introduction_is_printed_once(desk: Desk) -> None:
    desk.clerk.post("work-new-introduction", **LETTER)
    case = WorkUse.objects.latest("asked_at").pk
    draft = desk.director.client.get(desk.director.url("work-letter", case))
    assert "未用印" in without_spaces(text_of(draft.content))
    desk.approve(case, kin="no")
    answers = {"impressions": "2", "kin": "no"}
    desk.custodian.post("work-grant", case, code=desk.custodian.code(), **answers)
    desk.custodian.post("work-do-seal", case, WorkGrant.objects.get(work_use=case).pk, **answers)
    assert desk.clerk.client.get(desk.clerk.url("work-paper", case)).status_code == 404
    answer = desk.clerk.post("work-print", case)
    paper = desk.clerk.client.get(answer.headers["Location"])
    assert "介字〔2026〕1号" in without_spaces(text_of(paper.content))
    assert "介绍信只打一次" in desk.clerk.post("work-print", case, status=409).content.decode()


def test_an_inquiry_shows_the_letter_to_whoever_decides(desk: Desk) -> None:
    desk.clerk.post("work-new-evidence", **INQUIRY, papers=photo(), letter_scans=photo(5))
    case = WorkUse.objects.latest("asked_at").pk
    assert "王警官（6204001）" in desk.director.get("work-case", case).text
    assert "王警官" not in desk.supervisor.get("work-case", case).text


@pytest.mark.clause("H3.2.2b")
def test_a_major_matter_is_announced_from_its_page(desk: Desk) -> None:
    case = desk.ask(major="M5", whose="of_committee", matter="为修路担保")
    assert "还没有公示" in desk.clerk.get("work-case", case).text
    page = desk.clerk.get("deliberation-case", case)
    assert "为修路担保" in page.text
    desk.clerk.post(
        "deliberation-convene", case, kind="villagers_representatives", matter="为修路担保",
        place="会议室", planned_on=today(),
    )  # fmt: skip
    assert "等开会表决" in desk.clerk.get("work-case", case).text
    minutes = desk.clerk.client.get(
        desk.clerk.url("deliberation-minutes", case, Meeting.objects.get(subject=case).pk)
    )
    assert "为修路担保" in without_spaces(text_of(minutes.content))


def test_no_deliberation_about_what_is_not_major(desk: Desk) -> None:
    case = desk.ask()
    desk.clerk.post(
        "deliberation-convene", case, kind="villagers_representatives", matter="修路", place="会议室",
        planned_on=today(), status=404,
    )  # fmt: skip


def test_files_are_shown_to_whoever_decides_and_to_nobody_else(desk: Desk, desks: World) -> None:
    case = desk.ask(papers=SimpleUploadedFile("a.pdf", cast.typed_pdf().data, "application/pdf"))
    one = WorkUse.objects.get(pk=case).files.get()
    picture = desk.director.client.get(desk.director.url("work-file-page", case, one.pk, 1))
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.headers["Cache-Control"] == "no-store"
    assert desk.director.client.get(desk.director.url("work-file-page", case, one.pk, 9)).status_code == 404
    assert desk.supervisor.client.get(desk.supervisor.url("work-file", case, one.pk)).status_code == 403


def test_the_stamped_paper_is_kept_and_the_paper_filed(desk: Desk) -> None:
    case = desk.ask()
    desk.approve(case)
    desk.seal(case)
    desk.clerk.post("work-scan", case, pictures=photo())
    desk.clerk.post("work-filing", case, place="2026年第3盒")
    assert "归档：2026年第3盒" in desk.clerk.get("work-register").text


def test_the_list_asks_little(desk: Desk) -> None:
    for _ in range(3):
        desk.ask()
    desk.director.get("work-list")
    assert queries_of(desk.director, desk.director.url("work-list")) <= 18
    desk.clerk.get("work-register")
    assert queries_of(desk.clerk, desk.clerk.url("work-register")) <= 20


@pytest.mark.clause("H3.2.1b")
def test_what_was_stamped_after_a_loss_is_listed_at_the_village_and_the_township(desk: Desk) -> None:
    case = desk.ask()
    desk.approve(case)
    desk.seal(case)
    number = WorkUse.objects.get(pk=case).number
    gone = Seal.objects.get(committee_id=LIJIAWAN, kind="official")
    an_hour_ago = (now() - timedelta(hours=1)).astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")
    desk.director.post("keeping-loss", gone.pk, lost_at=an_hour_ago, circumstances="保险柜被撬")
    shown = desk.director.get("keeping-doubted", gone.pk)
    assert number in shown.text and "工作用印1件" in shown.text
    assert shown.select_one(f'a[href="{desk.director.url("work-case", case)}"]')
    township = Officer(desk.world, "hn.pt.officer", PINGTOUCHUAN)
    listed = township.get("township-doubted", LIJIAWAN, gone.pk)
    assert number in listed.text
    assert not listed.select('a[href*="/work/"]')  # a township reads the list, not the committee's files


@pytest.mark.clause("H3.2.4c")
def test_who_says_relative_has_stepped_aside_and_sees_it(desk: Desk) -> None:
    case = desk.ask(concerned="马桂花")
    desk.approve(case, kin="yes")
    assert WorkUse.objects.get(pk=case).state == "work_asked"
    shown = desk.director.get("work-case", case)
    assert "已经回避" in shown.text and not shown.select_one("input[name=seen]")


def test_what_came_back_keeps_all_that_was_typed_and_its_files(desk: Desk) -> None:
    desk.clerk.post("work-new-evidence", **INQUIRY, papers=photo(), letter_scans=photo(5))
    case = WorkUse.objects.latest("asked_at").pk
    desk.director.post("work-return", case, reason="份数不对")
    form = desk.clerk.get("work-change", case)
    typed = {
        box["name"]: box.get("value") or box.get_text()
        for box in form.select("input[name], textarea[name], select[name] option[selected]")
        if box.has_attr("name")
    }
    chosen = {box["name"]: box.select_one("option[selected]") for box in form.select("select[name]")}
    for name, words in {**INQUIRY, "override": "", "whose": "", "for_resident": ""}.items():
        if name in chosen:
            picked = chosen[name]
            assert (picked["value"] if picked else "") == words, name
        elif name in typed:
            assert typed[name].strip() == words, name
    assert "还用上次交的材料（1个）" in form.text and "还用上次交的来函（1个）" in form.text
    before = [one.file.sha256 for one in files_of(WorkUse.objects.get(pk=case))]
    desk.clerk.post("work-change", case, **{**INQUIRY, "copies": "2"})
    changed = WorkUse.objects.get(pk=case)
    assert (changed.state, changed.copies, changed.pages) == ("work_asked", 2, 1)
    assert [one.file.sha256 for one in files_of(changed)] == before


def test_a_new_file_takes_the_place_of_the_kept_one(desk: Desk) -> None:
    case = desk.ask()
    desk.director.post("work-return", case, reason="名单错了")
    desk.clerk.post("work-change", case, **TYPED, papers=photo(14))
    assert len(files_of(WorkUse.objects.get(pk=case))) == 1
    assert WorkFile.objects.filter(work_use_id=case, removed_at=None).count() == 1
