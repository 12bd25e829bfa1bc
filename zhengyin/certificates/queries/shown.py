"""Facts and persons of a case as its page shows them: masked, each fact beside its check."""

from dataclasses import dataclass
from datetime import date, datetime

from zhengyin.catalogue.kinds import Method
from zhengyin.certificates import secrets
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.queries.wording import masked, wording_of
from zhengyin.shared.masking import mask_identity, mask_phone


@dataclass(frozen=True, slots=True)
class FactShown:
    """One printed sentence with how it was verified; `done` is None where nothing was recorded."""

    key: str
    label: str
    sentence: str
    methods: tuple[Method, ...]
    method_code: str
    method: str
    informant: str
    confirmed: bool | None
    checked_by: str
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person of the case, masked."""

    role: str
    name: str
    identity: str
    phone: str
    relation: str
    deceased: bool
    died_on: date | None = None
    doubted: str = ""  # why a number that does not fit was taken


def facts_shown(certificate: Certificate, day: date) -> tuple[FactShown, ...]:
    """Every sentence of the form beside its check."""
    wording = wording_of(certificate, day)
    form, hide = wording.form, masked(wording)
    made = {check.key: check for check in certificate.checks.select_related("checked_by").order_by("key")}
    shown = []
    for fact in form.facts:
        check = made.get(fact.key)
        shown.append(
            FactShown(
                key=fact.key,
                label=fact.label,
                sentence=hide(wording.sentence(fact.key)),
                methods=fact.methods,
                method_code=check.method if check else "",
                method=Method(check.method).words if check else "",
                informant=check.informant if check else "",
                confirmed=check.confirmed if check else None,
                checked_by=check.checked_by.name if check else "",
                checked_at=check.checked_at if check else None,
            )
        )
    return tuple(shown)


def person_shown(party: Party) -> PersonShown:
    """One person, masked."""
    identity = secrets.opened_word(party.id, "identity", party.identity_encrypted)
    phone = secrets.opened_word(party.id, "phone", party.phone_encrypted)
    return PersonShown(
        party.role, party.name, mask_identity(identity), mask_phone(phone), party.relation, party.deceased,
        party.died_on, party.identity_note,
    )  # fmt: skip
