"""The words of a certificate: as typed while it runs, as frozen once approved."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from zhengyin.catalogue.entries import FieldKind, Form
from zhengyin.certificates import secrets
from zhengyin.certificates.content import Text, Wording
from zhengyin.certificates.models import Certificate
from zhengyin.regions import queries as regions
from zhengyin.shared.masking import mask_identity


def wording_of(certificate: Certificate) -> Wording:
    """What the text is made of."""
    return Wording(
        form=Form.model_validate(certificate.form),
        values=secrets.opened_fields(certificate.id, certificate.fields_encrypted),
        issuer=regions.committee(certificate.organization_id).issuer_full,
        demanding_unit=certificate.demanding_unit,
        purpose=certificate.purpose,
        copies=certificate.copies,
        valid_until=certificate.valid_until,
    )


def approved_text(certificate: Certificate) -> Text:
    """The text as approved; raises UnableToDecrypt where it is not the bytes once frozen."""
    return secrets.opened_text(certificate.id, certificate.frozen_encrypted)


def current_text(certificate: Certificate) -> Text:
    """The approved text where there is one, else the text as it stands."""
    return approved_text(certificate) if certificate.approved_digest else wording_of(certificate).text()


def masked(form: Form, values: Mapping[str, str]) -> Callable[[str], str]:
    """Return what hides the typed identity numbers in a sentence: whole on paper, masked on a screen."""
    keys = [field.key for field in form.fields if field.kind is FieldKind.IDENTITY]
    numbers = [values[key] for key in keys if values.get(key)]

    def hide(sentence: str) -> str:
        for number in numbers:
            sentence = sentence.replace(number, mask_identity(number))
        return sentence

    return hide


def masked_text(certificate: Certificate) -> Text:
    """The text for a screen."""
    text = current_text(certificate)
    hide = masked(
        Form.model_validate(certificate.form),
        secrets.opened_fields(certificate.id, certificate.fields_encrypted),
    )
    return replace(text, facts=tuple(hide(fact) for fact in text.facts))
