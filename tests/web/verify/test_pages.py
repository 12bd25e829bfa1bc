"""What a stranger reads, and how little it costs."""

import io
import re

import pikepdf
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.certificates import cast
from tests.documents.reading import picture_of
from tests.verification.conftest import Paper
from tests.world import World
from zhengyin.certificates.kinds import Why
from zhengyin.certificates.models import Certificate
from zhengyin.documents import files, qr
from zhengyin.registers.actions import publish_checkpoint
from zhengyin.registers.queries import now
from zhengyin.verification import filecheck
from zhengyin.verification.counter import COUNTER
from zhengyin.verification.filecheck import FileReport
from zhengyin.verification.limits import MISSES, Kind
from zhengyin.verification.models import Seen
from zhengyin.verification.queries import prefix_index

MOST_QUERIES = 4  # clock, paper, doubts, demonstration


def words(answer: HttpResponse) -> str:
    return " ".join(BeautifulSoup(answer.content, "lxml").get_text(" ", strip=True).split())


def headline(answer: HttpResponse) -> str:
    found = BeautifulSoup(answer.content, "lxml").h1
    assert found
    return found.get_text()


@pytest.mark.clause("H1a")
def test_the_code_on_the_paper_opens_the_register(paper: Paper) -> None:
    answer = Client().get(f"/v/{paper.token}")
    said = words(answer)
    assert headline(answer) == "登记在案，现行有效"
    assert "示例" in said and "请与手中的证明逐项核对" in said and paper.number in said
    assert "马*" in said and "马桂花" not in said and "620422196805120003" not in said
    assert "申请农户小额贷款" in said and "会宁县平头川镇李家湾村村民委员会" in said and "1份" in said
    assert "查验地址" in said and "村（社区）电话" in said
    assert answer["Cache-Control"] == "no-store" and answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies


@pytest.mark.parametrize("way", ["/V/{}", "/v/{}"])
def test_the_address_ignores_case(paper: Paper, way: str) -> None:
    for token in (paper.token, paper.token.lower()):
        assert headline(Client().get(way.format(token))) == "登记在案，现行有效"


def test_everything_unknown_gets_the_same_page(paper: Paper) -> None:
    unknown = ["A" * 26, paper.token[:-1], "x", "../..", "码", "a" * 3000]
    pages = [Client().get(f"/v/{token}".replace("../..", "%2e%2e")).content for token in unknown]
    assert all(page == pages[0] for page in pages)
    assert "没有查到这份证明" in pages[0].decode()


@pytest.mark.clause("H3.2.3c")
def test_a_void_paper_says_so_first_and_compares_nothing(paper: Paper) -> None:
    """Day, chosen reason, what became of the sheets; no name of whoever said what; never 一致."""
    cast.void(paper.id, cast.officer("hn.ljw.director"), why=Why.UNTRUE, note="李得福来说的")
    answer = Client().get(f"/v/{paper.token}")
    said = words(answer)
    assert headline(answer) == "已作废" and "这张纸不能再用，请不要采用" in said
    assert "事后查明不属实" in said and "已收回，共1份" in said and "这张证明原来写的" in said
    assert "马*" in said and "马桂花" not in said and "李得福" not in said and "李国栋" not in said
    assert not BeautifulSoup(answer.content, "lxml").select("form[action='/v/comparison']")
    typed = {"by": "token", "key": paper.token, "name": "马桂花", "last_four": "0003"}
    compared = Client().post("/v/comparison", typed)
    assert headline(compared) == "已作废" and "一致" not in words(compared)
    assert headline(upload(paper.pdf)) == "已作废"


@pytest.mark.clause("H3.2.3c")
def test_a_corrected_paper_gives_the_new_number(paper: Paper) -> None:
    new = cast.approve(cast.begin_correction(paper.id, cast.officer("hn.ljw.clerk"), "马桂花说住址写错"))
    cast.seal(new, cast.officer("hn.ljw.custodian"))
    answer = Client().get(f"/v/{paper.token}")
    said, number = words(answer), Certificate.objects.get(pk=new).number
    assert headline(answer) == "已被更正" and f"新的编号是{number}。这张纸不能再用" in said
    assert "换上新的那张" in said and "住址写错" not in said and "四社7号" not in said


def test_an_end_costs_no_further_question(paper: Paper) -> None:
    client = Client()
    cast.void(paper.id, cast.officer("hn.ljw.director"))
    client.get(f"/v/{paper.token}")
    with CaptureQueriesContext(connection) as context:
        client.get(f"/v/{paper.token}")
    assert len(context.captured_queries) <= MOST_QUERIES


def test_unknown_and_malformed_ask_the_database_the_same(paper: Paper) -> None:
    def asked(token: str) -> list[str]:
        with CaptureQueriesContext(connection) as context:
            Client().get(f"/v/{token}")
        return [re.sub(r"'[^']*'", "?", one["sql"]) for one in context.captured_queries]

    assert asked("A" * 26) == asked("x") == asked("a" * 3000)


def test_an_answer_asks_the_database_little_and_writes_nothing_meanwhile(paper: Paper) -> None:
    client = Client()
    client.get(f"/v/{paper.token}")
    with CaptureQueriesContext(connection) as context:
        client.get(f"/v/{paper.token}")
    asked = [one["sql"] for one in context.captured_queries]
    assert len(asked) <= MOST_QUERIES, asked
    assert all(sql.strip().startswith("SELECT") for sql in asked)


def test_a_typed_code_that_is_unknown_stays_in_its_box(demo_world: World) -> None:
    answer = Client().get("/v/code", {"code": "7kqm 2vxc 9htr"})
    assert headline(answer) == "没有查到这份证明"
    assert 'value="7kqm 2vxc 9htr"' in answer.content.decode()
    assert headline(Client().get("/v/code")) == headline(Client().get("/v/")) == "查一张证明"


@pytest.mark.parametrize(
    "name, last_four, said",
    [("马桂花", "0003", "一致"), ("马桂花", "0004", "不一致"), ("马桂芳", "0003", "不一致")],
)
def test_name_and_last_four_are_compared(paper: Paper, name: str, last_four: str, said: str) -> None:
    typed = {"by": "token", "key": paper.token, "name": name, "last_four": last_four}
    answer = Client().post("/v/comparison", typed)
    page = BeautifulSoup(answer.content, "lxml")
    assert headline(answer) == said  # whoever looks for ten seconds reads this first
    assert "登记在案，现行有效" in page.select_one("main").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("last_four", ["０００３", " 0003 "])
def test_digits_of_any_width_are_the_same_digits(paper: Paper, last_four: str) -> None:
    typed = {"by": "token", "key": paper.token, "name": "马桂花", "last_four": last_four}
    assert headline(Client().post("/v/comparison", typed)) == "一致"


def test_a_comparison_without_a_name_says_so_at_the_field(paper: Paper) -> None:
    answer = Client().post("/v/comparison", {"by": "token", "key": paper.token, "last_four": "0003"})
    assert "纸上的姓名还没有填" in words(answer) and paper.number in words(answer)
    nothing = Client().post("/v/comparison", {"by": "nose", "key": "x", "name": "马桂花"})
    assert headline(nothing) == "没有查到这份证明"


def test_with_a_number_on_the_paper_its_digits_are_asked_for(paper: Paper) -> None:
    typed = {"by": "token", "key": paper.token, "name": "马桂花", "last_four": " "}
    page = BeautifulSoup(Client().post("/v/comparison", typed).content, "lxml")
    assert "请把最后4位也填上" in page.select_one("#last_four-wrong").text  # type: ignore[union-attr]
    assert page.select_one("[role=status]") is None


@pytest.mark.parametrize(
    "name, said", [("马桂花", "姓名跟登记的一样。这份纸上没有身份证号码"), ("马桂芳", "姓名跟登记的不一样")]
)
def test_without_a_number_on_the_paper_only_the_name_is_compared(
    demo_world: World, name: str, said: str
) -> None:
    case = cast.verified(wanted=cast.application(subject_identity=""))
    cast.agree(certificate_id=case, near_relative=False, actor=cast.officer("hn.ljw.director"), at=now())
    cast.seal(case, cast.officer("hn.ljw.custodian"))
    token = qr.read(picture_of(files.get(Certificate.objects.get(pk=case).document_id)))[0].rsplit("/", 1)[1]
    for digits in ("", "0003"):
        typed = {"by": "token", "key": token, "name": name, "last_four": digits}
        assert said in words(Client().post("/v/comparison", typed))
    COUNTER.settle()


@pytest.mark.parametrize("code, count", [("ABCD", 4), ("7kqm 2vxc 9htrx", 13)])
def test_a_code_of_another_length_is_no_false_paper(demo_world: World, code: str, count: int) -> None:
    answer = Client().get("/v/code", {"code": code})
    assert headline(answer) == "查一张证明"
    assert (
        f"核对码要12个字，您打了{count}个" in words(answer) and f'value="{code}"' in answer.content.decode()
    )


def test_no_code_at_all_is_asked_for(demo_world: World) -> None:
    answer = Client().get("/v/code", {"code": " "})
    assert headline(answer) == "查一张证明" and "请先填核对码" in words(answer)


def test_too_many_misses_is_a_page_with_the_way_on(demo_world: World) -> None:
    rows = [Seen(kind=Kind.MISS, prefix=prefix_index("127.0.0.1"), seen_at=now()) for _ in range(MISSES.most)]
    Seen.objects.bulk_create(rows)
    answer = Client().get("/v/code", {"code": "AAAABBBBCCCC"})
    assert answer.status_code == 429
    assert "先停10分钟" in words(answer) and "电话" in words(answer)


COMPARED = {"name": "马桂花", "last_four": "0003"}
UNKNOWN = ({"by": "code", "key": "AAAABBBBCCCC"}, {"by": "token", "key": "NOSUCH"},
           {"by": "nose", "key": "x"}, {"by": "token", "key": "x" * 65}, {})  # fmt: skip


def test_a_comparison_is_a_look_and_counted_like_one(paper: Paper) -> None:
    """Else codes are guessed here, where nobody counts: unknown and senseless keys go one way."""
    for key in UNKNOWN:
        with CaptureQueriesContext(connection) as asked:
            assert headline(Client().post("/v/comparison", {**key, **COMPARED})) == "没有查到这份证明"
        assert [query["sql"] for query in asked if "registers_line" in query["sql"]] != []
    Client().post("/v/comparison", {"by": "token", "key": paper.token, **COMPARED})
    COUNTER.settle()
    rows = Seen.objects.order_by("id").values_list("kind", "certificate")
    assert list(rows) == [(Kind.MISS, None)] * len(UNKNOWN) + [(Kind.HIT, paper.id)]


@pytest.mark.parametrize("misses, status", [(MISSES.most - 1, 200), (MISSES.most, 429)])
def test_after_too_many_misses_a_code_is_not_compared(demo_world: World, misses: int, status: int) -> None:
    rows = [Seen(kind=Kind.MISS, prefix=prefix_index("127.0.0.1"), seen_at=now()) for _ in range(misses)]
    Seen.objects.bulk_create(rows)
    answer = Client().post("/v/comparison", {"by": "code", "key": "AAAABBBBCCCC", **COMPARED})
    assert answer.status_code == status
    COUNTER.settle()


def upload(pdf: bytes) -> HttpResponse:
    return Client().post("/v/file", {"file": SimpleUploadedFile("证明.pdf", pdf)})


@pytest.mark.parametrize("misses, status, examined", [(MISSES.most - 1, 200, 1), (MISSES.most, 429, 0)])
def test_after_too_many_misses_a_file_is_not_even_read(
    demo_world: World, misses: int, status: int, examined: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [Seen(kind=Kind.MISS, prefix=prefix_index("127.0.0.1"), seen_at=now()) for _ in range(misses)]
    Seen.objects.bulk_create(rows)
    looked: list[bytes] = []

    def examine(pdf: bytes, roots: object) -> FileReport:
        looked.append(pdf)
        return filecheck.examine(pdf, ())

    monkeypatch.setattr("zhengyin.web.verify.file.examine", examine)
    assert upload(b"%PDF-1.7 nothing").status_code == status
    assert len(looked) == examined


def test_a_file_is_found_by_its_digest_without_reading_all(demo_world: World) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN SELECT id FROM documents_storedfile WHERE sha256 = %s", ["0" * 64])
        assert "stored_file_by_digest" in repr(cursor.fetchall())


@pytest.mark.clause("H1a")
def test_the_file_itself(paper: Paper) -> None:
    answer = upload(paper.pdf)
    said = words(answer)
    assert headline(answer) == "登记在案，现行有效"
    assert said.count("没通过") == 0 and said.count("通过") == 5
    assert "跟登记的文件一模一样" in said and "不许再改" in said and "示例" in said


def resaved(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out, linearize=True)
    return out.getvalue()


@pytest.mark.parametrize(
    "change, said, signer",
    [
        (lambda pdf: pdf + b"\n%", "签名以后文件里又加了东西", True),
        (resaved, "对不上", True),
        (lambda pdf: pdf[:300] + bytes([pdf[300] ^ 1]) + pdf[301:], "内容被改过", True),
        (lambda pdf: b"%PDF-1.7\nnothing", "没有可以核对的签名", False),
    ],
)
def test_a_changed_file_is_told_what_differs(paper: Paper, change, said: str, signer: bool) -> None:  # type: ignore[no-untyped-def]
    answer = upload(change(paper.pdf))
    assert headline(answer) == ("这个文件和登记的不一样" if signer else "没有查到这份证明")
    assert ("会宁县平头川镇李家湾村村民委员会" in words(answer)) == signer
    assert "不是这里认得的" not in words(answer)
    assert "没通过" in words(answer) and said in words(answer) and "原来的文件" in words(answer)


def test_what_is_no_pdf_is_said_at_the_field(demo_world: World) -> None:
    for file, said in (
        (b"\xff\xd8\xff picture", "不是PDF"),
        (b"", "不是PDF"),
        (b"%PDF-" + b"0" * 10_485_761, "超过"),
    ):
        answer = upload(file)
        assert answer.status_code == 200 and said in words(answer)
    assert "还没有选" in words(Client().post("/v/file"))


def test_what_others_keep_copies_of(paper: Paper) -> None:
    roots = Client().get("/v/roots.pem")
    assert roots.content.count(b"BEGIN CERTIFICATE") >= 2 and b"PRIVATE" not in roots.content
    publish_checkpoint(at=now())
    answer = Client().get("/checkpoints")
    assert answer["Content-Type"].startswith("text/plain") and answer.content.decode().count("\n") >= 1


def test_the_counties_lines_are_not_taken_from_the_paper(demo_world: World) -> None:
    said = words(Client().get("/v/telephones"))
    assert "会宁县" in said and "鄂托克前旗" in said
