"""Work uses at the desks: from the request to the register, and what another village sees."""

import io
import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.certificates.cast import officer
from tests.certificates.cast import page as sheet
from tests.documents.reading import text_of, without_spaces
from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.web.deskcast import PINGTOUCHUAN, queries_of, today
from tests.workuse import cast
from tests.world import World
from zhengyin.certificates.models import Slip
from zhengyin.deliberation.models import Meeting
from zhengyin.documents import files
from zhengyin.people.offices import APPROVING
from zhengyin.people.queries import seated
from zhengyin.registers.queries import now, written_at
from zhengyin.seals.models import Seal
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.web.keeping.forms import may_keep
from zhengyin.workuse.models import WorkFile, WorkGrant, WorkUse
from zhengyin.workuse.queries.content import files_of
from zhengyin.workuse.queries.printing import minutes_open

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


@pytest.mark.parametrize(
    "page, typed, changed, at, near",
    [
        ("work-new", TYPED, {"concerned": "马桂花", "matter": "马 桂花建房"}, "matter", "concerned"),
        ("work-new-introduction", LETTER, {"to": "李秀英家"}, "to", "bearers"),
    ],
)
def test_a_name_is_said_at_the_field_that_tells_it(
    desk: Desk, page: str, typed: dict[str, str], changed: dict[str, str], at: str, near: str
) -> None:
    """The near miss is the field where the name belongs."""
    answer = desk.clerk.post(page, status=409, **{**typed, **changed}, papers=photo())
    soup = BeautifulSoup(answer.content, "lxml")
    wrong, right = soup.select_one(f"#id_{at}"), soup.select_one(f"#id_{near}")
    assert wrong is not None and wrong.get("aria-invalid") == "true"
    assert right is not None and right.get("aria-invalid") is None
    assert answer.content.decode().count("只写事，不写人名") == 2  # above the form and at its field


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


def above_the_button(page: BeautifulSoup) -> str:
    button = page.select_one("form[action$='/approval'] button, form[action$='/countersignature'] button")
    assert button is not None, page.text
    return "\n".join(one.get_text() for one in button.find_previous_siblings())


@pytest.mark.clause("H3.2.4d")
def test_what_is_unfinished_and_goes_to_a_second_stands_above_the_button(desk: Desk) -> None:
    """The near miss is a finished paper: nothing is said of it."""
    use = cast.asked(cast.blank_let_through())
    said = above_the_button(desk.director.get("work-case", use.pk))
    assert use.unfinished in said and "由收件的单位填" in said and "还要另一位复核签批人复核" in said
    desk.approve(use.pk)
    said = above_the_button(desk.deputy.get("work-case", use.pk))
    assert use.unfinished in said and "由收件的单位填" in said and "您也同意，才能盖章" in said
    said = above_the_button(desk.director.get("work-case", desk.ask()))
    assert "没有填完" not in said and "复核" not in said


def test_a_letter_is_seen_itself_where_it_is_approved_and_stamped(desk: Desk) -> None:
    """And the question about relatives is about whom it introduces; near misses: a paper, a sealed letter."""
    desk.clerk.post("work-new-introduction", **LETTER)
    case = WorkUse.objects.latest("asked_at").pk
    for who in (desk.director, desk.custodian):
        page = who.get("work-case", case)
        picture = page.select_one("img[alt='介绍信：还没有用印的样子']")
        assert picture is not None and "介绍信上写的人是您的近亲属吗？" in page.text
        shown = who.client.get(str(picture["src"]))
        assert shown.headers["Content-Type"] == "image/png" and shown.headers["Cache-Control"] == "no-store"
        if who is desk.director:
            desk.approve(case, kin="no")
    paper = desk.director.get("work-case", desk.ask(concerned="马桂花"))
    assert "这份材料是您的近亲属的吗？" in paper.text and not paper.select("img[alt^=介绍信]")
    use = cast.sealed(cast.introduction())
    assert not desk.custodian.get("work-case", use.pk).select("img[alt^=介绍信]")
    desk.custodian.get("work-letter-picture", use.pk, status=404)


def test_a_letter_of_introduction_is_printed_once(desk: Desk) -> None:
    desk.clerk.post("work-new-introduction", **LETTER)
    case = WorkUse.objects.latest("asked_at").pk
    draft = desk.director.client.get(desk.director.url("work-letter", case))
    assert "未用印" in without_spaces(text_of(draft.content))
    desk.approve(case, kin="no")
    asked = desk.custodian.get("work-case", case).select_one("input[name=impressions]")
    assert asked is not None and asked["value"] == "2"  # nothing stands in the way before it is answered
    answers = {"impressions": "2", "kin": "no"}
    desk.custodian.post("work-grant", case, code=desk.custodian.code(), **answers)
    desk.custodian.post("work-do-seal", case, WorkGrant.objects.get(work_use=case).pk, **answers)
    assert desk.clerk.client.get(desk.clerk.url("work-paper", case)).status_code == 404
    answer = desk.clerk.post("work-print", case)
    paper = desk.clerk.client.get(answer.headers["Location"])
    assert "介字〔2026〕1号" in without_spaces(text_of(paper.content))
    assert "介绍信只打一次" in desk.clerk.post("work-print", case, status=409).content.decode()


def letter_printed(desk: Desk) -> UUID:
    desk.clerk.post("work-new-introduction", **LETTER)
    case = WorkUse.objects.latest("asked_at").pk
    desk.approve(case, kin="no")
    answers = {"impressions": "2", "kin": "no"}
    desk.custodian.post("work-grant", case, code=desk.custodian.code(), **answers)
    desk.custodian.post("work-do-seal", case, WorkGrant.objects.get(work_use=case).pk, **answers)
    assert "paper.pdf" not in str(desk.clerk.get("work-case", case))
    desk.clerk.post("work-print", case)
    return UUID(str(case))


def test_whoever_printed_a_letter_finds_its_file_again_for_ten_minutes(desk: Desk) -> None:
    """The answer may be lost on its way. Near miss: the custodian, who did not print it."""
    case = letter_printed(desk)
    pages = [str(desk.clerk.get(name, case)) for name in ("work-case", "work-receipt")]
    pages.append(desk.clerk.post("work-print", case, status=409).content.decode())
    assert all("10分钟以内还能打开" in page and "paper.pdf" in page for page in pages)
    others = [str(desk.custodian.get(name, case)) for name in ("work-case", "work-receipt")]
    assert not any("paper.pdf" in page for page in others)


def test_for_how_long_it_is_open(desk: Desk) -> None:
    case, actor = letter_printed(desk), officer("hn.ljw.clerk")
    work_use = WorkUse.objects.get(pk=case)
    (printed,) = written_at(case, "work.printed", actor.person_id)
    left = [
        minutes_open(work_use, actor, printed + timedelta(seconds=after)) for after in (1, 61, 599, 600, 900)
    ]
    assert left == [10, 9, 1, 0, 0]
    work_use.state = "work_voided"
    assert minutes_open(work_use, actor, printed) == 0


def test_a_letter_is_asked_about_in_its_own_words(desk: Desk) -> None:
    """Neither a material nor an applicant: errand and relative; the near miss is an ordinary paper."""
    letter, ordinary = desk.clerk.get("work-new-introduction"), desk.clerk.get("work-new")
    assert "盖在什么材料上" not in letter.text and "不写人名、号码" in letter.text
    assert "盖在什么材料上" in ordinary.text
    desk.clerk.post("work-new-introduction", **LETTER)
    case = WorkUse.objects.latest("asked_at").pk
    seen = desk.director.get("work-case", case).select_one("input[name=seen]")
    answer = desk.director.post("work-approve", case, status=409, seen=seen["value"])  # type: ignore[index]
    said = answer.content.decode()
    assert "请先回答：是不是您的近亲属。" in said and "申请人" not in said


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


@pytest.mark.clause("H3.2.2b")
def test_the_director_is_asked_whether_it_is_major_before_the_button(desk: Desk) -> None:
    case, plain = desk.ask(major="surely_not_major", matter="签共建协议"), desk.ask(matter="买煤")
    page = desk.director.get("work-case", case)
    form = page.select_one("form[action$='/approval']")
    assert form is not None
    assert re.search(r"请您看是不是(?s:.*)我看过，不是重大事项(?s:.*)同意用印，", form.text)
    answer = desk.director.post(
        "work-approve", case, status=409, seen=form.select_one("[name=seen]")["value"]
    )  # type: ignore[index]
    assert "请您先看是不是" in answer.content.decode()
    desk.approve(case, not_major="on")
    assert WorkUse.objects.get(pk=case).state == "work_approved"
    assert "请您看是不是" not in desk.director.get("work-case", plain).text
    desk.approve(plain)


@pytest.mark.clause("H3.2.2b")
def test_a_locked_major_matter_says_what_it_waits_for_instead_of_asking_for_the_seal(desk: Desk) -> None:
    locked, free = desk.ask(major="M5", whose="of_committee", matter="为修路担保"), desk.ask(matter="买煤")
    for case in (locked, free):
        desk.approve(case)
    page = desk.custodian.get("work-case", locked)
    assert "现在不能盖章" in page.text and "公示" in page.select_one("#why").text  # type: ignore[union-attr]
    assert not page.select("form[action$='/grant'], input[name=code]")
    page = desk.custodian.get("work-case", free)
    assert "现在不能盖章" not in page.text and page.select("input[name=code]")


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


@pytest.mark.clause("H3.2.3b")
def test_the_custodian_sees_the_programs_count_and_says_his_own(desk: Desk) -> None:
    case = desk.ask()
    desk.approve(case)
    desk.seal(case)
    desk.clerk.post("work-scan", case, pictures=photo())
    assert "还没数章" not in desk.clerk.get("work-case", case).text
    assert "盖章件有1张还没数章" in desk.custodian.get("work-case", case).text
    answer = desk.custodian.post("work-scan", case, pictures=photo(5))
    assert answer.headers["Location"].endswith("/counting")
    page = desk.custodian.get("work-counting", case)
    assert "电脑看到0枚" in page.text.replace("\n", "") and len(page.select("figure img")) == 2
    field = page.select_one("input[name=said]")
    assert field is not None and not field.get("value"), "his own count, not the program's"
    missing = desk.custodian.post("work-count", case, status=409, said="", shown="2")
    assert "请数一数照片上的红色圆章" in missing.content.decode()
    assert page.select_one("input[name=shown]")["value"] == "2"  # type: ignore[index]
    behind = desk.custodian.post("work-count", case, status=409, said="4", shown="1")
    assert "又存了新的盖章件" in behind.content.decode()
    desk.custodian.post("work-count", case, said="4", shown="2")
    assert "看到红色圆章4枚" in desk.clerk.get("work-register").text
    again = desk.custodian.client.get(desk.custodian.url("work-counting", case))
    assert again.headers["Location"] == desk.custodian.url("work-case", case)


@pytest.mark.clause("H3.2.3b")
@pytest.mark.parametrize("said, differs", [("1", True), ("4", False)])
def test_a_count_that_differs_is_told_at_the_page_the_list_and_the_directors_home(
    desk: Desk, said: str, differs: bool
) -> None:
    case = desk.ask()
    desk.approve(case)
    desk.seal(case)
    desk.custodian.post("work-scan", case, pictures=photo())
    desk.custodian.post("work-count", case, said=said, shown="1")
    homes = ((desk.director, "director-list"), (desk.custodian, "custodian-list"), (desk.clerk, "work-list"))
    for who, page in homes:
        assert ("数出1枚，登记4枚" in who.get(page).text) is differs, page
    shown = desk.clerk.get("work-case", case).select_one("#counted")
    assert shown is not None and ("数出1枚，登记4枚" if differs else "和登记的一样") in shown.text
    link = desk.director.get("director-list").select_one("#miscounted a")
    assert (link is not None and link["href"] == desk.director.url("work-case", case)) is differs


@pytest.mark.clause("H3.2.4d")
def test_the_custodian_is_told_which_pages_no_program_read(desk: Desk) -> None:
    both = [("a.pdf", cast.typed_pdf()), ("b.pdf", cast.scanned_pdf())]
    case = desk.ask(papers=[SimpleUploadedFile(name, one.data, one.content_type) for name, one in both])
    desk.approve(case)
    page = desk.custodian.get("work-case", case)
    assert "要用眼睛看的：第2个文件第1页的图片。" in page.text
    assert page.select_one("input[name=checked]") is not None
    answer = desk.custodian.post("work-grant", case, status=409, code="000000", impressions="4")
    assert "第2个文件第1页的图片电脑看不全，要您用眼睛看。请看手里的纸" in answer.content.decode()


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


@pytest.mark.clause("H3.2.3b")
def test_after_the_seal_a_receipt_says_what_and_where_the_paper_goes(desk: Desk) -> None:
    case = desk.ask()
    desk.approve(case)
    desk.custodian.get("work-receipt", case, status=404)  # nothing is sealed yet
    desk.seal(case)
    shown = desk.custodian.get("work-receipt", case)
    for words in (
        "登记好了，可以盖章", "平头川镇李家湾村用印〔2026〕1号", "2026年三社花名册", "3份，一共盖4枚",
        "档案盒",
    ):  # fmt: skip
        assert words in shown.text
    assert "看登记回单" in desk.clerk.get("work-case", case).text
    desk.supervisor.get("work-receipt", case, status=403)
    assert "看登记回单" not in desk.supervisor.get("work-case", case).text


def test_the_receipt_of_a_letter_prints_it_and_tells_of_the_stub(desk: Desk) -> None:
    use = cast.sealed(cast.introduction())
    shown = desk.custodian.get("work-receipt", use.pk)
    assert "介字〔2026〕1号" in shown.text and "存根" in shown.text and "李秀英" not in shown.text
    assert shown.select_one("form[action$='/printing']") is not None
    assert "打印过了" not in shown.text and "已打印" not in shown.text and "这一封不能再打" in shown.text
    button = desk.custodian.get("work-case", use.pk).select_one("form[action$='/printing']")
    assert button is not None and button.has_attr("data-look-again")  # back from the file: no second button
    desk.custodian.post("work-print", use.pk)
    after = desk.custodian.get("work-receipt", use.pk)
    assert after.select_one("form[action$='/printing']") is None
    steps = [one.text for one in after.select("aside ol li")]
    assert re.fullmatch(r"已打印：\d{4}年.*，1份", steps[0]) and "不能再打" in steps[1]
    assert desk.custodian.get("work-case", use.pk).select_one("form[action$='/printing']") is None
    assert re.search(r"张建平打印了1份，编号.*介字〔2026〕1号", after.text)
    for words, name in (
        ("《介绍信登记簿》2026年第1号", "letters"),
        ("《工作用印登记簿》2026年第1号", "register"),
    ):
        link = after.find("a", string=words)
        assert link is not None and f"/{name}?year=2026&before=2" in link["href"]
        assert "〔2026〕1号" in desk.custodian.client.get(link["href"]).content.decode()


def test_of_what_investigators_asked_for_the_reply_is_kept_with_their_letter(desk: Desk) -> None:
    use = cast.sealed(cast.inquiry())
    shown = desk.clerk.get("work-receipt", use.pk).text
    assert "打坏" not in shown
    assert "和对方的来函放在一起" in shown and "会宁县公安局平头川派出所" in shown and "王警官" not in shown


def test_what_came_back_stands_among_what_the_clerk_has_to_do(desk: Desk) -> None:
    case = desk.ask()
    assert "退回来的工作用印" not in desk.clerk.get("handler-todo").text
    desk.director.post("work-return", case, reason="份数不对")
    page = desk.clerk.get("handler-todo")
    assert "退回来的工作用印，1件" in page.text and "2026年三社花名册" in page.text
    desk.clerk.post("work-change", case, **{**TYPED, "copies": "2"})
    assert "退回来的工作用印" not in desk.clerk.get("handler-todo").text


@pytest.mark.clause("H3.2.2a")
def test_a_work_use_is_not_entered_late_and_both_pages_say_what_to_do(desk: Desk) -> None:
    assert "工作用印不补登" in desk.clerk.get("work-new").text
    desk.custodian.post("pad-issue", slips="2")
    slip = Slip.objects.order_by("no")[0]
    stamped_at = now().astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")
    page = desk.custodian.get("pad-slip", slip.pk, query=f"?happened={stamped_at}")
    assert "盖的是村（社区）自己的材料" in page.text and "重新申请" in page.text
    assert page.select_one(f"a[href='{desk.custodian.url('work-list')}']") is not None


def test_a_gacha_is_offered_what_is_written_for_villages_first(desks: World) -> None:
    """By group too: none begins with a residents' committee's entry before the village's own."""
    page = Officer(desks, "od.hrgt.clerk", GACHA).get("work-new-introduction")
    names = [one.text for one in page.select("select[name=scope] option") if one["value"]]
    assert names[0] == "各种责任状、年／季／月（临时）报表" and "社区" in names[-1]


@pytest.mark.clause("H3.1a")
def test_where_no_entry_is_true_of_a_letter_the_class_itself_is_chosen(desks: World) -> None:
    """In each class, before the other kind of committee's; the near miss: 会宁 lists the classes itself."""
    clerk = Officer(desks, "od.hrgt.clerk", GACHA)
    groups = clerk.get("work-new-introduction").select("select[name=scope] optgroup")
    assert len(groups) == 3
    for group in groups:
        names = [one.text for one in group.select("option")]
        own = next(place for place, name in enumerate(names) if "没有单列" in name and "待核" in name)
        assert all("社区" not in name for name in names[:own])
    clerk.post("work-new-introduction", **{**LETTER, "scope": "CLASS_W2"})
    made = WorkUse.objects.latest("asked_at")
    assert (made.scope_class, made.scope_name) == (
        "assisting_administration",
        "这一类里没有单列的事项（待核）",
    )
    huining = Officer(desks, "hn.ljw.clerk", LIJIAWAN).get("work-new-introduction")
    assert "没有单列" not in huining.text


def test_whoever_approves_is_not_offered_as_custodian(desk: Desk) -> None:
    """They would be refused; whoever keeps or handles is offered."""
    today_ = day_of(now())
    names = [one.name for one in may_keep(seated([LIJIAWAN], today_)[LIJIAWAN])]
    everybody = {one.name: one.office for one in seated([LIJIAWAN], today_)[LIJIAWAN]}
    approving = {name for name, office in everybody.items() if office in APPROVING}
    assert approving and not approving & set(names) and names


@pytest.mark.clause("H3.2.4d")
def test_no_file_is_read_to_show_a_request_but_before_the_grant_it_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    plain_of = files.plain_of
    monkeypatch.setattr(files, "plain_of", lambda one, *rest: read.append(one) or plain_of(one, *rest))
    case = desk.ask()
    read.clear()
    desk.director.get("work-case", case)
    assert not read
    desk.approve(case)
    assert read, "the near miss: whoever approves has the bytes compared"
    read.clear()
    desk.custodian.get("work-case", case)
    assert not read
    desk.seal(case)
    assert read


@pytest.mark.clause("H3.2.3a")
def test_the_director_declares_it_void_and_the_register_says_so(desk: Desk) -> None:
    use = cast.sealed(cast.introduction())
    assert "作废" not in desk.clerk.get("work-case", use.pk).text.replace("请主任作废", "")
    page = desk.director.post("work-void", use.pk, status=409, why="", back="").content.decode()
    assert "请选为什么作废" in page and "请选盖了章的纸收回来没有" in page
    desk.director.post("work-void", use.pk, why="void_lost", back="no")
    assert "作废了" in desk.director.get("work-case", use.pk).text
    for book in ("work-register", "work-letters"):
        assert "丢了，纸没有收回来" in desk.clerk.get(book).text
    after = desk.custodian.get("work-receipt", use.pk)
    assert after.select_one("form[action$='/printing']") is None
