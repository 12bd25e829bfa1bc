"""The words of a certificate: as typed while it runs, as frozen once approved."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from zhengyin.catalogue.entries import FieldKind, Form
from zhengyin.certificates import secrets
from zhengyin.certificates.changes import Change, changes
from zhengyin.certificates.content import Text, Wording
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.persons import Certified, certifies_several
from zhengyin.certificates.queries.pages import digests_of
from zhengyin.regions import queries as regions
from zhengyin.regions.names import CommitteeKind
from zhengyin.shared.masking import mask_identity
from zhengyin.shared.secrecy import UnableToDecrypt

NUMBER = re.compile(r"[0-9A-Za-z]{8,}")  # as an identity card's, a passport's or a permit's


def good_until(certificate: Certificate, day: date) -> date | None:
    """The last day it is good for when approved on `day`; None where the item sets none."""
    return day + timedelta(days=certificate.valid_days) if certificate.valid_days else None


def wording_of(certificate: Certificate, day: date) -> Wording:
    """What the text is made of; before the approval as if approved on `day`: nothing is added after."""
    return wording_with(certificate, secrets.opened_fields(certificate.id, certificate.fields_encrypted), day)


def wording_with(certificate: Certificate, values: Mapping[str, str], day: date) -> Wording:
    """The same with other values typed."""
    form = Form.model_validate(certificate.form)
    several, card = certifies_several(form), regions.committee(certificate.organization_id)
    return Wording(
        form=form,
        values=values,
        issuer=card.issuer_full,
        demanding_unit=certificate.demanding_unit,
        purpose=certificate.purpose,
        copies=certificate.copies,
        valid_until=certificate.valid_until or good_until(certificate, day),
        people=people_of(certificate) if several else (),
        applicant=_applicant(certificate) if several else "",
        pages=digests_of(certificate),
        place="本村" if card.kind is CommitteeKind.VILLAGE else "本社区",
    )


def parties_of(certificate: Certificate) -> list[Party]:
    """Everybody of the case, in a fixed order."""
    rows = Party.objects.filter(certificate=certificate).order_by("role", "position")
    return regions.remembered(("parties", certificate.id), lambda: list(rows))


def people_of(certificate: Certificate) -> tuple[Certified, ...]:
    """Everybody certified, as the paper names them."""
    return tuple(
        Certified(
            one.name, one.relation, secrets.opened_word(one.id, "identity", one.identity_encrypted),
            one.deceased, one.died_on,
        )
        for one in parties_of(certificate)
        if one.role == Role.CERTIFIED
    )  # fmt: skip


def proxy_of(certificate: Certificate) -> str:
    """Who applies for the applicant; empty where nobody does."""
    return next((one.name for one in parties_of(certificate) if one.role == Role.PROXY), "")


def _applicant(certificate: Certificate) -> str:
    return next(one.name for one in parties_of(certificate) if one.role == Role.APPLICANT)


def approved_text(certificate: Certificate) -> Text:
    """The text as approved; raises UnableToDecrypt where it is not the bytes once frozen."""
    return secrets.opened_text(certificate.id, certificate.frozen_encrypted)


def approved_digest_now(certificate: Certificate) -> str:
    """The digest of what lies frozen, with the pages as they are now; empty where it no longer opens."""
    try:
        text = approved_text(certificate)
        return replace(text, pages=digests_of(certificate)).digest(certificate.text_salt)
    except UnableToDecrypt:
        return ""


def approved_issuer(certificate: Certificate) -> str:
    """Whose name was approved; empty where the text no longer opens."""
    try:
        return approved_text(certificate).issuer
    except UnableToDecrypt:
        return ""


def shown_digest(certificate: Certificate, day: date) -> str:
    """What tells the text shown on `day` from another; empty where a hole leaves none to be approved."""
    if certificate.approved_digest:
        return certificate.approved_digest
    wording = wording_of(certificate, day)
    return "" if wording.holes() else wording.text().digest(certificate.text_salt)


def current_text(certificate: Certificate, day: date) -> Text:
    """The approved text where there is one, else the text as it stands on `day`."""
    return approved_text(certificate) if certificate.approved_digest else wording_of(certificate, day).text()


def masked(wording: Wording) -> Callable[[str], str]:
    """Return what hides every identity number in a sentence: whole on paper, masked on a screen."""
    keys = [field.key for field in wording.form.fields if field.kind is FieldKind.IDENTITY]
    numbers = [wording.values[key] for key in keys if wording.values.get(key)]
    numbers += [one.identity for one in wording.people if one.identity]

    def hide(sentence: str) -> str:
        for number in numbers:
            sentence = sentence.replace(number, mask_identity(number))
        return sentence

    return hide


def changed_since_seen(certificate: Certificate, day: date) -> tuple[Change, ...]:
    """What the text says differently since it was given back; nothing where it never was."""
    if not certificate.seen_encrypted:
        return ()
    before = secrets.opened_text(certificate.id, certificate.seen_encrypted)
    return tuple(map(for_screen, changes(before, current_text(certificate, day))))


def for_screen(change: Change) -> Change:
    """Mask the numbers in both: the old one may be the one that was wrong."""
    before, after = (
        NUMBER.sub(lambda found: mask_identity(found[0]), words) for words in (change.before, change.after)
    )
    same = "（号码中间几位改过）" if before == after else ""
    return replace(change, before=before, after=after + same)


def masked_text(certificate: Certificate, day: date) -> Text:
    """The text for a screen."""
    text, hide = current_text(certificate, day), masked(wording_of(certificate, day))
    people = tuple(tuple(hide(cell) for cell in row) for row in text.people)
    return replace(text, facts=tuple(hide(fact) for fact in text.facts), people=people)
