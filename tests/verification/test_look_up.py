"""By QR code, typed code and file; limits; what is counted and what is not kept."""

import re
from datetime import datetime, timedelta
from uuid import uuid4

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from psycopg.conninfo import make_conninfo

from tests.certificates import cast, pads
from tests.documents.reading import picture_of, text_of
from tests.harness import CLUSTER
from tests.verification.conftest import Paper
from tests.world import World
from zhengyin.certificates import actions as actions_of
from zhengyin.certificates.models import Certificate
from zhengyin.documents import files, qr, signing
from zhengyin.documents.codes import token_index
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.verification import actions, queries
from zhengyin.verification.counter import COUNTER
from zhengyin.verification.limits import DIFFERENCES, HITS, MISSES, Kind
from zhengyin.verification.models import Seen
from zhengyin.verification.outcome import Outcome
from zhengyin.verification.queries import By, prefix_index

HERE, NEIGHBOUR, ELSEWHERE = "203.0.113.7", "203.0.113.200", "198.51.100.7"


def look(by: By, key: str, address: str = HERE, at: datetime | None = None) -> Outcome:
    return actions.look_up(by=by, key=key, address=address, at=at or now()).outcome


def seen(kind: Kind, number: int, address: str = HERE, paper: Paper | None = None, ago: int = 0) -> None:
    rows = [
        Seen(
            kind=kind, prefix=prefix_index(address), certificate=paper.id if paper else None,
            seen_at=now() - timedelta(seconds=ago),
        )
        for _ in range(number)
    ]  # fmt: skip
    Seen.objects.bulk_create(rows)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.code for refusal in refused.value.refusals]


def test_a_paper_is_found_by_what_is_held_of_it(paper: Paper) -> None:
    assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE
    assert look(By.TOKEN, paper.token.lower()) is Outcome.IN_FORCE
    assert look(By.FILE, signing.sha256(paper.pdf)) is Outcome.IN_FORCE
    assert look(By.FILE, signing.sha256(paper.pdf + b"\n")) is Outcome.NOT_FOUND
    assert look(By.TOKEN, paper.token[:-1]) is Outcome.NOT_FOUND
    assert look(By.CODE, paper.token) is Outcome.NOT_FOUND


LATER = "UPDATE certificates_certificate SET {} WHERE id = %s"


def behind_the_guards(world: World, statement: str, *values: object) -> None:
    with psycopg.connect(make_conninfo(CLUSTER.superuser_url(), dbname=world.database)) as there:
        there.execute("SET session_replication_role = replica")
        there.execute(statement, values)


@pytest.mark.clause("H3.2.3a")
def test_only_what_the_register_bears_out_is_found(demo_world: World, paper: Paper) -> None:
    """What is told is the line's word; a row whose line says otherwise of text, file, number is not found."""
    behind_the_guards(demo_world, LATER.format("purpose = '买房', copies = 9, title = 'x'"), paper.id)
    found = queries.verified(By.TOKEN, paper.token, prefix=b"", at=now()).paper
    assert found and (found.purpose, found.copies, found.title) == ("申请农户小额贷款", 1, "居住证明")
    before = Certificate.objects.filter(pk=paper.id).values().get()
    for column, value in (("no", 9), ("year", 2025), ("approved_digest", "d")):
        behind_the_guards(demo_world, LATER.format(f"{column} = %s"), value, paper.id)
        assert look(By.TOKEN, paper.token) is Outcome.NOT_FOUND, column
        assert look(By.FILE, signing.sha256(paper.pdf)) is Outcome.NOT_FOUND, column
        behind_the_guards(demo_world, LATER.format(f"{column} = %s"), before[column], paper.id)
        assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE, column


def test_a_row_sealed_by_hand_without_a_line_is_not_found(demo_world: World, paper: Paper) -> None:
    """With the application's rights alone a row can be made to look sealed; the register knows better."""
    other = cast.approved()
    with connection.cursor() as cursor:
        cursor.execute(BY_HAND, [token_index("FORGED"), paper.id, other])
    assert look(By.TOKEN, "FORGED") is Outcome.NOT_FOUND
    assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE


BY_HAND = """
UPDATE certificates_certificate c SET state = 'sealed', sealed_by_id = s.sealed_by_id, no = 2,
    year = s.year, document_id = s.document_id, token_index = %s, sealed_at = now()
FROM certificates_certificate s WHERE s.id = %s AND c.id = %s"""


def test_a_term_that_has_passed(demo_world: World, paper: Paper) -> None:
    """The line's: putting off the row's own date by hand makes no paper good again."""
    until = Certificate.objects.get(pk=paper.id).valid_until
    assert until
    last = now() + (until - day_of(now()))
    behind_the_guards(demo_world, LATER.format("valid_until = '2099-01-01'"), paper.id)
    assert look(By.TOKEN, paper.token, at=last) is Outcome.IN_FORCE
    assert look(By.TOKEN, paper.token, at=last + timedelta(days=1)) is Outcome.EXPIRED


@pytest.mark.clause("H3.2.3c")
def test_a_void_is_the_journals_word(demo_world: World, paper: Paper) -> None:
    """A state set by hand makes no paper void and none good again."""
    behind_the_guards(demo_world, LATER.format("state = 'voided', void_kind = 'collected'"), paper.id)
    assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE
    behind_the_guards(demo_world, LATER.format("state = 'sealed', void_kind = ''"), paper.id)
    cast.void(paper.id, cast.officer("hn.ljw.director"), note="马桂花家里说的")
    behind_the_guards(demo_world, LATER.format("state = 'delivered', void_kind = ''"), paper.id)
    for by, key in ((By.TOKEN, paper.token), (By.FILE, signing.sha256(paper.pdf))):
        found = queries.verified(by, key, prefix=b"", at=now())
        assert found.outcome is Outcome.VOID
        assert found.paper and found.paper.ended
        assert (found.paper.ended.why, found.paper.ended.papers) == ("内容写错了", "已收回，共1份")
        assert "马桂花" not in repr(found)


@pytest.mark.clause("H3.2.3c")
def test_a_corrected_paper_names_the_one_that_took_its_place(paper: Paper) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    new = cast.begin_correction(paper.id, clerk)
    assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE  # until the new one is sealed
    cast.seal(cast.approve(new), cast.officer("hn.ljw.custodian"))
    found = queries.verified(By.TOKEN, paper.token, prefix=b"", at=now())
    assert found.outcome is Outcome.REPLACED
    assert found.paper and found.paper.ended
    assert found.paper.ended.new_number == Certificate.objects.get(pk=new).number
    cast.void(new, cast.officer("hn.ljw.director"))
    assert look(By.TOKEN, paper.token) is Outcome.REPLACED  # the old one is not good again


def test_a_further_paper_leaves_both_in_force(paper: Paper) -> None:
    new = cast.approve(cast.reissue(paper.id, cast.officer("hn.ljw.clerk")))
    cast.seal(new, cast.officer("hn.ljw.custodian"))
    assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE


def test_a_paper_never_stamped_is_void(paper: Paper) -> None:
    cast.void_unstamped(paper.id, cast.officer("hn.ljw.custodian"))
    found = queries.verified(By.TOKEN, paper.token, prefix=b"", at=now())
    assert found.outcome is Outcome.VOID
    assert found.paper and found.paper.ended and found.paper.ended.papers == "未盖章"


def test_sealed_after_the_seal_was_lost(demo_world: World, paper: Paper) -> None:
    certificate = Certificate.objects.get(pk=paper.id)
    assert certificate.sealed_at
    later, at, place = timedelta(seconds=1), certificate.sealed_at, certificate.organization_id
    behind_the_guards(
        demo_world,
        "INSERT INTO seals_stop (id, seal_id, reason, since, stopped_at)"
        " SELECT gen_random_uuid(), id, 'seal_lost', %s, 'infinity' FROM seals_seal"
        " WHERE committee_id = %s",
        at + later, place,
    )  # fmt: skip
    assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE
    behind_the_guards(demo_world, "UPDATE seals_stop SET since = %s", at)
    assert look(By.TOKEN, paper.token) is Outcome.SEALED_AFTER_LOSS
    behind_the_guards(demo_world, "UPDATE seals_stop SET stopped_at = since, ended_at = %s", at + later)
    assert look(By.TOKEN, paper.token) is Outcome.SEALED_AFTER_LOSS  # restored since: then it was gone
    behind_the_guards(demo_world, "UPDATE seals_stop SET since = %s", at - later)
    behind_the_guards(demo_world, "UPDATE seals_stop SET stopped_at = since, ended_at = %s", at)
    assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE  # back in its place by then


def test_looks_are_counted_and_nothing_personal_is_kept(paper: Paper) -> None:
    look(By.TOKEN, paper.token)
    look(By.TOKEN, "NOSUCH")
    COUNTER.settle()
    rows = list(Seen.objects.order_by("id"))
    assert [(row.kind, row.certificate) for row in rows] == [("hit", paper.id), ("miss", None)]
    assert all(HERE.encode() not in bytes(row.prefix) and len(row.prefix) == 32 for row in rows)


def test_a_slip_that_is_no_certificate_yet(demo_world: World) -> None:
    """Its own square is a hit and never barred; a typed code is, as any other; its number is nothing."""
    pad = pads.printed(slips=2)
    pdf = files.get(pad.document_id)
    tokens = [text.rsplit("/", 1)[1] for text in qr.read(picture_of(pdf))]
    typed = sorted(re.findall(r"[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}", text_of(pdf)))
    for key in typed:
        assert look(By.CODE, key) is Outcome.SLIP_PENDING
    found = queries.verified(By.TOKEN, tokens[0], prefix=b"", at=now())
    assert found.slip and found.paper is None
    assert found.slip.organization_id == pad.organization_id
    assert look(By.TOKEN, "应急0001") is look(By.CODE, "应急0001") is Outcome.NOT_FOUND
    COUNTER.settle()
    hits = Seen.objects.filter(kind=Kind.HIT).values_list("certificate", flat=True).order_by("id")
    assert set(hits) == set(pad.slips.order_by("no").values_list("id", flat=True))
    seen(Kind.MISS, MISSES.most)
    assert look(By.TOKEN, tokens[0]) is Outcome.SLIP_PENDING
    with pytest.raises(Refused) as refused:
        look(By.CODE, typed[0])
    assert codes(refused) == ["too_many_misses"]
    pads.entered(pad=pad, approved_by=None)
    first = next(token for token in tokens if look(By.TOKEN, token) is Outcome.IN_FORCE)
    paper = queries.verified(By.TOKEN, first, prefix=b"", at=now()).paper
    assert paper and paper.late
    assert look(By.FILE, signing.sha256(pads.PHOTO), ELSEWHERE) is Outcome.NOT_FOUND
    actions_of.spoil_slip(
        slip_id=pads.slip(pad, 2).pk, reason="lost", actor=cast.officer("hn.ljw.custodian"), at=now()
    )
    (other,) = (token for token in tokens if token != first)
    assert look(By.TOKEN, other) is Outcome.SLIP_VOID


def test_misses_of_a_prefix_stop_codes_and_files_not_a_qr_code_that_fits(paper: Paper) -> None:
    seen(Kind.MISS, MISSES.most - 1)
    assert look(By.CODE, "AAAA BBBB CCCC") is Outcome.NOT_FOUND
    COUNTER.settle()
    for by, key in ((By.CODE, "AAAABBBBCCCC"), (By.FILE, "0" * 64), (By.TOKEN, "NOSUCH")):
        with pytest.raises(Refused) as refused:
            look(by, key, NEIGHBOUR)
        assert codes(refused) == ["too_many_misses"]
    assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE
    assert look(By.CODE, "AAAABBBBCCCC", ELSEWHERE) is Outcome.NOT_FOUND


def test_old_misses_count_for_nothing(demo_world: World) -> None:
    seen(Kind.MISS, MISSES.most, ago=601)
    assert look(By.CODE, "AAAABBBBCCCC") is Outcome.NOT_FOUND


def test_hits_of_one_paper(paper: Paper) -> None:
    seen(Kind.HIT, HITS.most, ELSEWHERE, paper)
    with pytest.raises(Refused) as refused:
        look(By.TOKEN, paper.token)
    assert codes(refused) == ["too_many_hits"]


def test_the_counter_never_fails_a_page(paper: Paper, caplog: pytest.LogCaptureFixture) -> None:
    COUNTER.count(Seen(kind="nonsense", prefix=b"", seen_at=now()))
    assert look(By.TOKEN, paper.token) is Outcome.IN_FORCE
    COUNTER.settle()
    assert "were not counted" in caplog.text
    look(By.TOKEN, paper.token)
    COUNTER.settle()
    assert Seen.objects.filter(kind=Kind.HIT).exists()


def test_a_name_and_four_digits_are_compared(paper: Paper) -> None:
    def same(name: str, last_four: str) -> bool:
        return actions.compare(
            certificate_id=paper.id, name=name, last_four=last_four, address=HERE, at=now()
        )

    assert same("马桂花", "0003") and same(" 马 桂花 ", " 0003 ")
    assert not Seen.objects.exists()
    assert not same("马桂花", "0004") and not same("马桂", "0003") and not same("马桂花", "")
    assert Seen.objects.filter(kind=Kind.DIFFERED, certificate=paper.id).count() == 3
    seen(Kind.DIFFERED, DIFFERENCES.most - 3, ELSEWHERE, paper)
    with pytest.raises(Refused) as refused:
        same("马桂花", "0003")
    assert codes(refused) == ["too_many_differences"]


def test_the_application_only_appends(demo_world: World) -> None:
    seen(Kind.MISS, 1)
    for command in ("UPDATE verification_seen SET kind = 'hit'", "DELETE FROM verification_seen"):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(command)


@pytest.mark.parametrize("kind, paper_id", [("peep", None), ("hit", None), ("miss", uuid4())])
def test_constraints(demo_world: World, kind: str, paper_id: object) -> None:
    with pytest.raises(IntegrityError) as broken, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO verification_seen (kind, prefix, certificate, seen_at) VALUES (%s, '', %s, now())",
            [kind, paper_id],
        )
    assert isinstance(broken.value.__cause__, psycopg.errors.CheckViolation)


def test_unknown_of_every_sort_asks_the_same(demo_world: World) -> None:
    def asked(key: str) -> list[str]:
        with connection.execute_wrapper(record := Recorder()):
            queries.verified(By.TOKEN, key, prefix=prefix_index(HERE), at=now())
        return record.commands

    ways = [asked(key) for key in ("A" * 26, "", "../x", "码\x00", "a" * 5000)]
    assert all(way == ways[0] for way in ways)


class Recorder:
    """Notes the commands, without what they ask for."""

    def __init__(self) -> None:
        self.commands: list[str] = []

    def __call__(self, execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        self.commands.append(sql)
        return execute(sql, params, many, context)
