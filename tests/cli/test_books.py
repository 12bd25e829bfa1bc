"""A register begun in mid-year goes on from the paper one; a line's personal fields are erased by an act."""

import io

import pytest
from django.core.exceptions import ValidationError

from tests.certificates import cast
from tests.documents.test_uploads import picture
from tests.world import World
from zhengyin.certificates.models import Party
from zhengyin.cli.__main__ import main
from zhengyin.cli.books import erase, open_book
from zhengyin.ledger.models import Entry, Personal
from zhengyin.registers.queries import now
from zhengyin.shared.refusal import Refused

CODE = "620422115203"
PAGE = io.BytesIO()
picture().save(PAGE, "JPEG")
JPEG = PAGE.getvalue()


def test_numbers_go_on_where_the_paper_register_ended(demo_world: World) -> None:
    year = now().year
    assert open_book(CODE, "certificates", year, 87, JPEG, now()).no == 87
    _, receipt = cast.sealed()
    assert receipt.number.endswith("〕88号")
    with pytest.raises(Refused) as twice:
        open_book(CODE, "certificates", year, 90, JPEG, now())
    assert [refusal.code for refusal in twice.value.refusals] == ["book_open_already"]
    with pytest.raises(ValidationError):
        open_book(CODE, "certificates", year + 1, 5, b"no picture", now())


def test_erasing_takes_the_names_and_leaves_the_chain(demo_world: World) -> None:
    case, _ = cast.sealed()
    line = Entry.objects.get(subject=case, kind="register.certificate")
    year = now().year
    assert erase(CODE, "certificates", year, line.no, "本人申请，档案主管部门同意", now()).no == 1
    assert not Personal.objects.filter(book_id=line.book_id, no=line.no).exists()
    assert Entry.objects.get(subject=case, kind="register.certificate").hash == line.hash
    with pytest.raises(Refused) as again:
        erase(CODE, "certificates", year, line.no, "再删一次", now())
    assert [refusal.code for refusal in again.value.refusals] == ["nothing_to_erase"]


def test_the_command_does_not_say_that_all_is_gone(
    demo_world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """The case keeps its own copy, and whoever answers the person must know."""
    case, _ = cast.sealed()
    line = Entry.objects.get(subject=case, kind="register.certificate")
    words = ["books", "erase", "--committee", CODE, "--year", str(now().year), "--number", str(line.no)]
    assert main([*words, "--reason", "本人申请"]) == 0
    told = capsys.readouterr().out
    assert "登记簿这一条的个人信息已删除" in told and "案卷里的姓名、号码、电话和办理流水还在" in told
    assert Party.objects.filter(certificate_id=case, name="马桂花").exists()
