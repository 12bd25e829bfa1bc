"""The certificate's paper: from its text and its place in the book to what is typeset."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings

from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.wording import current_text
from zhengyin.documents.codes import address_of
from zhengyin.documents.paper.certificate import CertificatePaper, Column
from zhengyin.documents.paper.parts import Contacts, Draft, Issuer, Registered, mark_for
from zhengyin.people.models import Person
from zhengyin.regions import queries as regions
from zhengyin.regions.queries import CommitteeCard

PEOPLE = (
    Column("序号", 12), Column("姓名", 28), Column("与申请人的关系", 28), Column("公民身份号码", 0),
    Column("备注", 30),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """What the held book and chance give a paper."""

    no: int
    previous_hash: str
    token: str
    check_code: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paper and the number printed on it (empty on a draft)."""

    paper: CertificatePaper
    number: str


def number_of(card: CommitteeCard, year: int, no: int) -> str:
    """平头川镇李家湾村证字〔2026〕1号: no 第, no leading zeros, always with the township."""
    return f"{stem_of(card, year)}{no}号"


def stem_of(card: CommitteeCard, year: int) -> str:
    """The number without its last part."""
    return f"{card.number_prefix}〔{year}〕"


def paper_of(certificate: Certificate, place: Place | None, day: date) -> Numbered:
    """The paper as sealed, or with `place` None the draft as it stands: 未用印 无效, no number, no code."""
    card = regions.committee(certificate.organization_id)
    text = current_text(certificate, day)
    number = number_of(card, day.year, place.no) if place else ""
    book: Registered | Draft = Draft(stem_of(card, day.year))
    if place:
        book = Registered(number, place.previous_hash, address_of(place.token), place.check_code)
    names = Person.objects.filter(pk__in=[certificate.handled_by_id] if certificate.handled_by_id else [])
    handler = names.values_list("name", flat=True).first()
    paper = CertificatePaper(
        book=book,
        issuer=Issuer(card.issuer_place, card.issuer_name),
        signed_on=day,
        title=text.title,
        to=text.to,
        facts=text.facts,
        people=text.people,
        closing=text.closing,
        copies=text.copies,
        handler=handler or "",
        office_phone=card.telephone,
        contacts=contacts_of(card),
        mark=mark_for(sealed=place is not None, demonstration=regions.is_demonstration()),
        people_columns=PEOPLE,
    )
    return Numbered(paper, number)


def contacts_of(card: CommitteeCard) -> Contacts:
    """Where to check the paper without its code."""
    return Contacts(
        site=f"{urlsplit(settings.PUBLIC_URL).netloc}/v",  # the page with the box for the code
        village=f"{card.short_name} {card.telephone}",
        county=f"{card.county_office} {card.county_telephone}",
    )
