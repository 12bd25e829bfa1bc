"""The papers of 来表盖章: the record that is signed and kept, and the slips that are glued to the form."""

from dataclasses import dataclass
from datetime import date

from PIL.Image import Image

from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.paper import Place, contacts_of, number_of, stem_of
from zhengyin.certificates.queries.pages import pages_of
from zhengyin.certificates.queries.wording import current_text
from zhengyin.documents import files, sheet
from zhengyin.documents.codes import address_of
from zhengyin.documents.models import StoredFile
from zhengyin.documents.paper.formrecord import FormRecordPaper, Picture
from zhengyin.documents.paper.parts import Draft, Issuer, Registered, mark_for
from zhengyin.documents.paper.slips import Slip, SlipsPaper
from zhengyin.documents.uploads import Checked
from zhengyin.regions import queries as regions


@dataclass(frozen=True, slots=True)
class Stamped:
    """Both papers and the number printed on them (empty on a draft)."""

    record: FormRecordPaper
    slips: SlipsPaper
    number: str


def stamped_of(certificate: Certificate, place: Place | None, day: date) -> Stamped:
    """The papers as sealed, or with `place` None the draft: 未用印 无效, no number, no code."""
    card = regions.committee(certificate.organization_id)
    text = current_text(certificate, day)
    number = number_of(card, day.year, place.no) if place else ""
    book: Registered | Draft = Draft(stem_of(card, day.year))
    if place:
        book = Registered(number, place.previous_hash, address_of(place.token), place.check_code)
    pictures = tuple(_picture(page.shown) for page in pages_of(certificate))
    names = Party.objects.filter(certificate=certificate, role=Role.CERTIFIED).order_by("position")
    slip = Slip(
        form_title=certificate.brought_title,
        pages=len(pictures),
        names=tuple(names.values_list("name", flat=True)),
        to=text.to,
        signed_on=day,
        copies=text.copies,
        text_digest=certificate.approved_digest,
    )
    issuer, contacts = Issuer(card.issuer_place, card.issuer_name), contacts_of(card)
    mark = mark_for(sealed=place is not None, demonstration=regions.is_demonstration())
    record = FormRecordPaper(book, issuer, slip, text.facts, text.closing, pictures, contacts, mark)
    return Stamped(record, SlipsPaper(book, issuer, slip, contacts, mark), number)


def _picture(file: StoredFile) -> Picture:
    """The very bytes whose digest was approved; raises FileDamaged where they are not."""
    jpeg = files.plain_of(file)
    opened: Image = sheet.opened(Checked(jpeg, file.content_type))
    return Picture(jpeg, opened.width, opened.height)
