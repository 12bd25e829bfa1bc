"""来表盖章: the same decision, checks, approval, line; the other side's form, frozen by its pictures."""

import dataclasses
import io
from uuid import UUID, uuid4

import pikepdf
import pytest
from django.conf import settings

from tests.certificates import cast
from tests.certificates.attempts import execute, last_line, refused, refuses
from tests.documents.reading import picture_of, text_of, without_spaces
from tests.documents.sheets import form_page, photographed, uploaded
from tests.world import World
from zhengyin.catalogue.entries import Form
from zhengyin.certificates import actions
from zhengyin.certificates.actions import CheckGiven, Receipt
from zhengyin.certificates.brought import BROUGHT
from zhengyin.certificates.kinds import ShownAs
from zhengyin.certificates.models import Certificate, FormPage
from zhengyin.certificates.queries import verifying, wording
from zhengyin.certificates.queries.case import case_page
from zhengyin.certificates.queries.papers import draft_pdf, sealed_pdf, slips_pdf
from zhengyin.certificates.workflow import State
from zhengyin.documents import files, qr
from zhengyin.documents.checking import check
from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals.queries import roots

TITLE = "住房租赁备案申请表"


def row(case: UUID) -> Certificate:
    return Certificate.objects.get(pk=case)


def seal(case: UUID, custodian: Actor, *, filled: bool | None = True, copies: int = 2) -> Receipt:
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now())
    return actions.seal(
        certificate_id=case, grant_id=grant.id, copies=copies, impressions=4, near_relative=False,
        form_filled=filled, actor=custodian, at=now(),
    )  # fmt: skip


@pytest.fixture
def clerk(world: World) -> Actor:
    return cast.officer("hn.ljw.clerk")


def test_only_what_was_chosen_is_asked_for_and_vouched_for(clerk: Actor) -> None:
    certificate = row(cast.applied(wanted=cast.brought()))
    form = Form.model_validate(certificate.form)
    assert (certificate.title, certificate.brought_title) == (BROUGHT + TITLE, TITLE)
    assert [fact.key for fact in form.facts] == ["person", "residence"]
    assert "lived_since" not in {field.key for field in form.fields}


@pytest.mark.parametrize(
    "change, code",
    [
        ({"facts": frozenset()}, "brought_says_nothing"),
        ({"facts": frozenset({"income"})}, "brought_says_nothing"),  # no fact of this item
        ({"title": " "}, "field_wrong"),
        ({"title": "表" * 51}, "field_wrong"),
        ({"note": "家里养了两头牛"}, "note_by_one"),
    ],
)
def test_what_is_wrong_with_a_brought_form(world: World, change: dict[str, object], code: str) -> None:
    wanted = cast.brought(("person", "residence", "since"))
    typed = {**wanted.values, "lived_since": "2009-03-01"}
    form = dataclasses.replace(wanted.brought, **change)  # type: ignore[type-var, arg-type]
    spoilt = dataclasses.replace(wanted, values=typed, brought=form)
    refused(lambda: cast.applied(wanted=spoilt), code)
    good = dataclasses.replace(wanted, values=typed)
    assert cast.state_of(cast.applied(wanted=good)) is State.APPLIED


@pytest.mark.clause("H3.1c")
def test_free_words_stand_where_two_approve_and_are_verified_by_themselves(clerk: Actor) -> None:
    wanted = dataclasses.replace(
        cast.soft(), brought=dataclasses.replace(cast.brought().brought, facts=frozenset({"person"}),  # type: ignore[type-var]
                                                 note="两人一起生活三十年，乡亲都知道")
    )  # fmt: skip
    case = cast.applied(wanted=wanted)
    form = Form.model_validate(row(case).form)
    assert [fact.key for fact in form.facts] == ["person", "village_note"]
    cast.photograph(case, clerk)
    cast.accept(case, clerk)
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=cast.CHECKS[:1], actor=clerk, at=now())
    refused(lambda: actions.verify(certificate_id=case, actor=clerk, at=now()), "fact_not_checked")
    note = CheckGiven("village_note", "two_informants", "张有福、李德山", True)
    actions.record_checks(certificate_id=case, checks=[note], actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())
    assert case_page(row(case), clerk, now()).text.facts[-1] == "两人一起生活三十年，乡亲都知道"


@pytest.mark.clause("H3.2.4d")
def test_without_pictures_it_does_not_go_on(clerk: Actor) -> None:
    case = cast.applied(wanted=cast.brought())
    cast.accept(case, clerk)
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=cast.CHECKS[:2], actor=clerk, at=now())
    refused(lambda: actions.verify(certificate_id=case, actor=clerk, at=now()), "form_not_photographed")
    cast.photograph(case, clerk)
    actions.verify(certificate_id=case, actor=clerk, at=now())


def test_the_pages_are_kept_encrypted_in_their_order_and_the_line_names_them(clerk: Actor) -> None:
    case = cast.applied(wanted=cast.brought())
    cast.photograph(case, clerk)
    pages = list(FormPage.objects.filter(certificate=case).order_by("position"))
    assert [page.position for page in pages] == [1, 2]
    line = last_line(case)
    assert line.kind == "certificate.form_pages"
    assert line.columns["digests"] == "；".join(page.shown.sha256 for page in pages)
    assert (line.columns["done"], line.columns["pages"]) == ("拍了第1、2页", "2")


def test_a_page_is_laid_flat_taken_as_it_was_turned_and_dropped(clerk: Actor) -> None:
    case = cast.applied(wanted=cast.brought())
    seen = ((210, 160), (1330, 240), (1405, 1820), (110, 1760))
    cast.photograph(case, clerk, uploaded(photographed(form_page(), seen)), cast.page())
    first, second = FormPage.objects.filter(certificate=case).order_by("position")
    assert (first.flattened, second.flattened) == (True, False)

    def redo(page: FormPage, shown_as: ShownAs) -> None:
        actions.redo_page(certificate_id=case, page_id=page.id, shown_as=shown_as, actor=clerk, at=now())
        page.refresh_from_db()

    flat = first.shown.sha256
    redo(first, ShownAs.AS_TAKEN)
    assert (first.flattened, first.shown.sha256 != flat) == (False, True)
    redo(first, ShownAs.FLAT)
    assert (first.flattened, first.shown.sha256) == (True, flat)
    redo(first, ShownAs.TURNED)
    assert last_line(case).columns["done"] == "第1页转一下"
    refused(lambda: redo(second, ShownAs.FLAT), "corners_not_found")
    actions.drop_page(certificate_id=case, page_id=first.id, actor=clerk, at=now())
    refused(lambda: redo(first, ShownAs.FLAT), "page_gone")
    cast.photograph(case, clerk, cast.page(5))  # taken anew, it comes where the dropped one was
    assert sorted(
        FormPage.objects.filter(certificate=case, removed_at=None).values_list("position", flat=True)
    ) == [1, 2]


@pytest.mark.clause("H3.2.4d")
def test_pictures_that_are_refused_leave_nothing(clerk: Actor) -> None:
    case, own = cast.applied(wanted=cast.brought()), cast.applied()
    refused(lambda: cast.photograph(case, clerk, cast.page(), cast.page(0)), "page_blank")
    refused(
        lambda: actions.photograph(certificate_id=case, pictures=(), actor=clerk, at=now()), "page_not_taken"
    )
    refused(lambda: cast.photograph(case, clerk, *(cast.page(),) * 7), "pages_too_many")
    refused(lambda: cast.photograph(own, clerk), "not_a_brought_form")
    for other in ("hn.ljw.director", "hn.ljw.custodian", "hn.ptc.clerk", "hn.pt.officer"):
        refused(lambda who=other: cast.photograph(case, cast.officer(who)), "wrong_office")  # type: ignore[misc]
    cast.photograph(case, clerk)
    page = FormPage.objects.filter(certificate=case).first()
    assert page is not None
    other = cast.applied(wanted=cast.brought())
    refused(
        lambda: actions.drop_page(certificate_id=other, page_id=page.id, actor=clerk, at=now()), "page_gone"
    )
    refused(
        lambda: actions.drop_page(certificate_id=case, page_id=uuid4(), actor=clerk, at=now()), "page_gone"
    )


def test_a_page_turned_blank_behind_the_rules_is_not_kept(clerk: Actor) -> None:
    """The database says it too, and that nothing changes once the form went on to the director."""
    case = cast.applied(wanted=cast.brought())
    cast.photograph(case, clerk)
    change = "UPDATE certificates_formpage SET {} WHERE certificate_id = %s"
    refuses("page_is_not_blank", change.format("ink = 24"), case)
    execute(change.format("ink = 25"), case)
    refuses("page_removed_by_somebody", change.format("removed_at = now()"), case)
    refuses("permission denied", change.format("position = 3"), case)
    refuses("permission denied", change.format("taken_id = shown_id"), case)
    refuses("permission denied", "DELETE FROM certificates_formpage")
    one = FormPage.objects.filter(certificate=case).order_by("position").first()
    assert one is not None
    insert = (
        "INSERT INTO certificates_formpage (id, certificate_id, position, taken_id, shown_id, flattened, "
        "ink, added_by_id, added_at) SELECT gen_random_uuid(), %s, %s, taken_id, shown_id, false, 900, "
        "added_by_id, now() FROM certificates_formpage WHERE id = %s"
    )
    refuses("page_place_once", insert, case, 1, one.id)
    refuses("page_known_place", insert, case, 7, one.id)
    refuses("page_known_place", insert, case, 0, one.id)
    refuses("page_stays", insert, cast.applied(), 3, one.id)  # a paper of our own has no pages
    execute(insert, case, 6, one.id)


def test_from_the_directors_desk_on_no_page_changes(clerk: Actor) -> None:
    case = cast.brought_verified()
    for _ in ("verified", "approved"):
        refused(lambda: cast.photograph(case, clerk), "wrong_state")
        refuses("page_stays", "UPDATE certificates_formpage SET ink = 30 WHERE certificate_id = %s", case)
        if cast.state_of(case) is State.VERIFIED:
            cast.agree(
                certificate_id=case, near_relative=False, actor=cast.officer("hn.ljw.director"), at=now()
            )


def test_before_the_seal_the_print_says_so(clerk: Actor) -> None:
    text = without_spaces(text_of(draft_pdf(row(cast.brought_verified()), now())))
    assert "未用印无效" in text and TITLE in text and "盖章后才有码" in text


@pytest.mark.clause("H3.2.2a")
def test_the_approval_freezes_the_pages(clerk: Actor) -> None:
    """What was approved names every picture by its digest, with title, unit, copies and facts."""
    case = cast.brought_approved()
    certificate, text = row(case), wording.approved_text(row(case))
    shown = (
        FormPage.objects.filter(certificate=case).order_by("position").values_list("shown__sha256", flat=True)
    )
    assert text.pages == tuple(shown)
    assert (text.title, text.to, text.copies) == (BROUGHT + TITLE, certificate.demanding_unit, 2)
    assert (
        dataclasses.replace(text, pages=text.pages[::-1]).digest(certificate.text_salt)
        != certificate.approved_digest
    )


@pytest.mark.clause("H3.2.2a", "H3.2.4d")
def test_changed_pictures_are_not_sealed_and_are_taken_back(
    clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another page in a page's place, as only somebody past the database's guards could put it."""
    case, custodian = cast.brought_approved(), cast.officer("hn.ljw.custodian")
    with monkeypatch.context() as tampered:
        tampered.setattr(wording, "digests_of", lambda certificate: ("0" * 64, "1" * 64))
        refused(lambda: actions.seal(
            certificate_id=case, grant_id=uuid4(), copies=2, impressions=4, near_relative=False,
            form_filled=True, actor=custodian, at=now(),
        ), "text_changed_after_approval", "grant_missing")  # fmt: skip
    actions.take_back(certificate_id=case, reason="照片换过", actor=custodian, at=now())
    assert cast.state_of(case) is State.RETURNED
    cast.photograph(case, clerk, cast.page(4))
    assert len(case_page(row(case), clerk, now()).pages) == 3


@pytest.mark.clause("H3.2.4d")
def test_the_custodian_answers_whether_the_form_is_filled(clerk: Actor) -> None:
    case, custodian = cast.brought_approved(), cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id

    def attempt(filled: bool | None) -> Receipt:
        return actions.seal(
            certificate_id=case, grant_id=grant, copies=2, impressions=4, near_relative=False,
            form_filled=filled, actor=custodian, at=now(),
        )  # fmt: skip

    refused(lambda: attempt(None), "form_filled_not_answered")
    refused(lambda: attempt(False), "form_not_filled")
    assert attempt(True).number.endswith("1号")


@pytest.mark.clause("H3.2.3a", "H3.2.3c")
def test_the_seal_registers_it_and_keeps_record_and_slips(clerk: Actor) -> None:
    case = cast.brought_approved()
    receipt = seal(case, cast.officer("hn.ljw.custodian"))
    certificate = row(case)
    line = next(one for one in lines_of(case) if one.kind == "register.certificate")
    assert (line.columns["matter"], line.columns["copies"], line.columns["impressions"]) == (
        BROUGHT + TITLE,
        "2",
        "4",
    )
    record, slips = sealed_pdf(certificate), slips_pdf(certificate)
    assert check(record, roots()).ok
    shown = [
        files.get(page.shown_id) for page in FormPage.objects.filter(certificate=case).order_by("position")
    ]
    with pikepdf.open(io.BytesIO(record)) as pdf:
        kept = {bytes(one.read_raw_bytes()) for one in pdf.objects
                if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"}  # fmt: skip
    assert set(shown) <= kept
    words = without_spaces(text_of(slips))
    assert words.count("来表盖章附条") == 2 and without_spaces(receipt.number) in words
    assert StoredFile.objects.get(pk=certificate.slip_id).purpose == "slip"
    refuses(
        "certificate_sealed_stays", "UPDATE certificates_certificate SET slip_id = NULL WHERE id = %s", case
    )


def test_a_stranger_is_told_that_it_is_the_other_sides_form(clerk: Actor) -> None:
    case = cast.brought_approved()
    seal(case, cast.officer("hn.ljw.custodian"))
    certificate = row(case)
    (address, *_) = qr.read(picture_of(slips_pdf(certificate), 200))
    assert address.startswith(settings.PUBLIC_URL.upper())
    token = address.rsplit("/", 1)[1]
    known = verifying.by_token(token)
    assert known is not None and known.brought_title == TITLE
    assert known.word == " ".join(
        (certificate.approved_digest[:4].upper(), certificate.approved_digest[4:8].upper())
    )
    assert verifying.by_document(known.document_sha256) == known
    own = verifying.by_document(StoredFile.objects.get(pk=row(cast.sealed()[0]).document_id).sha256)
    assert own is not None and own.brought_title == ""


def test_the_database_wants_the_slip_and_the_name(clerk: Actor) -> None:
    case = cast.brought_approved()
    refuses("certificate_says_it_is_brought",
            "UPDATE certificates_certificate SET title = '居住证明' WHERE id = %s", case)  # fmt: skip
    seal(case, cast.officer("hn.ljw.custodian"))
    other = cast.brought_approved()
    refuses("certificate_brought_has_its_slip",
            "UPDATE certificates_certificate c SET state = 'sealed', sealed_by_id = s.sealed_by_id, no = 99, "
            "year = s.year, document_id = s.document_id, token_index = %s, sealed_at = s.sealed_at "
            "FROM certificates_certificate s WHERE s.id = %s AND c.id = %s",
            uuid4().bytes, case, other)  # fmt: skip
