"""A committee's signing certificate: issued with the seal, revoked when its key is no longer trusted."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from cryptography import x509
from django.conf import settings
from django.db import transaction

from zhengyin.documents.authority import Credential, issue_committee_certificate
from zhengyin.people.actor import Actor
from zhengyin.regions.models import Committee
from zhengyin.regions.queries import is_demonstration
from zhengyin.registers.actions import NOTHING
from zhengyin.registers.lines import Signature
from zhengyin.seals.actions.record import step_of, write
from zhengyin.seals.models import CountyAuthority, SigningCertificate
from zhengyin.seals.policy.certificates import (
    KeyLossFacts,
    RevokeFacts,
    refusals_to_certify,
    refusals_to_report_key_loss,
    refusals_to_revoke,
)
from zhengyin.seals.policy.seal import CommitteeFacts
from zhengyin.seals.queries.cards import hold_seals
from zhengyin.seals.queries.facts import committee_facts, facts_for_certify
from zhengyin.seals.queries.signing import authority_of, valid_certificates
from zhengyin.seals.workflow import SIGNING, CertificateAct, CertificateState
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.shared.refusal import refuse_if

CERTIFICATE_LASTS = timedelta(days=5 * 365)  # 产品默认; never longer than its authority
REPLACED = "到期前换发"


@transaction.atomic
def issue_signing_certificate(*, organization_id: UUID, actor: Actor, at: datetime) -> SigningCertificate:
    """Give a committee whose certificate was revoked, has run out or soon will a new one.

    One that still holds ends in the same moment: two never sign at once. Its papers stay checkable,
    they are checked as of the day they were signed.
    Refused: another_township, seal_not_in_use, signing_certificate_in_force,
    county_authority_missing, wrong_office.
    """
    hold_seals(organization_id)
    committee = Committee.objects.select_for_update(of=("self",)).get(pk=organization_id)
    facts = facts_for_certify(organization_id, committee.county_code, at)
    refuse_if(refusals_to_certify(facts, actor, day_of(at)))
    for old in valid_certificates(organization_id, at).select_for_update(of=("self",)):
        revoke(old, facts.committee, reason=REPLACED, actor=actor, at=at)
    return certify(facts.committee, committee.county_code, actor=actor, at=at)


def certify(committee: CommitteeFacts, county_code: str, *, actor: Actor, at: datetime) -> SigningCertificate:
    """Make the key, issue the certificate, write both; the caller asked the rules."""
    step, signature = step_of(SIGNING, None, CertificateAct.ISSUE, committee, actor)
    authority = authority_of(county_code, at)
    assert authority is not None
    until = min(at + CERTIFICATE_LASTS, authority.valid_until)
    row = Committee.objects.get(pk=committee.organization_id)
    made = issue_committee_certificate(
        authority=authority_credential(authority),
        name=committee.name,
        code=row.uscc or row.code,
        demonstration=is_demonstration(),
        valid_from=at,
        valid_until=until,
        passphrase=settings.SIGNING_PASSPHRASE,
    )
    certificate = SigningCertificate.objects.create(
        committee=row,
        authority=authority,
        name=committee.name,
        serial=serial_of(made.certificate_pem),
        certificate_pem=made.certificate_pem.decode(),
        key_pem=made.key_pem.decode(),
        valid_from=at,
        valid_until=until,
        county_code=county_code,
    )
    _note(certificate, step.line, signature, at=at)
    return certificate


@transaction.atomic
def revoke_signing_certificate(
    *, certificate_id: UUID, reason: str, actor: Actor, at: datetime
) -> SigningCertificate:
    """Stop a certificate: nothing is signed with it from now on.

    Refused: another_township, reason_missing, wrong_state, wrong_office.
    """
    certificate = _held(certificate_id)
    committee = committee_facts(certificate.committee_id)
    refuse_if(refusals_to_revoke(RevokeFacts(committee, reason), actor, day_of(at)))
    revoke(certificate, committee, reason=reason.strip(), actor=actor, at=at)
    return certificate


@transaction.atomic
def report_key_loss(
    *, certificate_id: UUID, lost_at: datetime, circumstances: str, actor: Actor, at: datetime
) -> SigningCertificate:
    """Stop a certificate whose key may be in other hands; what was sealed since `lost_at` is in doubt.

    Refused: another_township, loss_lies_ahead, key_lost_before_issued, circumstances_missing,
    wrong_state, wrong_office.
    """
    certificate = _held(certificate_id)
    committee = committee_facts(certificate.committee_id)
    state = CertificateState.REVOKED if certificate.revoked_at else CertificateState.VALID
    step, signature = step_of(SIGNING, state, CertificateAct.REPORT_KEY_LOSS, committee, actor)
    facts = KeyLossFacts(committee, certificate.valid_from, lost_at, circumstances, at)
    refuse_if(refusals_to_report_key_loss(facts, actor, day_of(at)))
    certificate.revoked_at, certificate.lost_at = at, lost_at
    certificate.save(update_fields=("revoked_at", "lost_at"))
    said = {"lost_at": lost_at.astimezone(SHANGHAI).isoformat(timespec="minutes")}
    _note(certificate, step.line, signature, at=at, said=said, reason=circumstances.strip())
    return certificate


def _held(certificate_id: UUID) -> SigningCertificate:
    """The certificate under lock, the seals first: a paper is sealed wholly before or wholly after."""
    rows = SigningCertificate.objects.all()
    hold_seals(rows.values_list("committee_id", flat=True).get(pk=certificate_id))
    return rows.select_for_update(of=("self",)).get(pk=certificate_id)


def revoke(
    certificate: SigningCertificate,
    committee: CommitteeFacts,
    *,
    reason: str,
    actor: Actor,
    at: datetime,
    act: CertificateAct = CertificateAct.REVOKE,
) -> None:
    """Revoke it and write the line; the caller asked the rules."""
    state = CertificateState.REVOKED if certificate.revoked_at else CertificateState.VALID
    step, signature = step_of(SIGNING, state, act, committee, actor)
    certificate.revoked_at = at
    certificate.save(update_fields=("revoked_at",))
    _note(certificate, step.line, signature, at=at, reason=reason)


def _note(
    certificate: SigningCertificate,
    kind: str,
    signature: Signature,
    *,
    at: datetime,
    said: Mapping[str, str] = NOTHING,
    reason: str = "",
) -> None:
    """The line of an act on a certificate; `reason` is free words, so it lies beside it."""
    write(
        kind=kind, owner=certificate.committee_id, county_code=certificate.county_code,
        subject=certificate.pk, signature=signature, at=at,
        columns={**columns_of(certificate.name, certificate.serial, certificate.valid_until), **said},
        personal={"reason": reason} if reason else NOTHING,
    )  # fmt: skip


def authority_credential(authority: CountyAuthority) -> Credential:
    """The authority as `documents` takes it."""
    pem, key = authority.certificate_pem.encode(), authority.key_pem.encode()
    return Credential(pem, key, pem)


def serial_of(certificate_pem: bytes) -> str:
    """The serial number in hexadecimal, as other tools print it."""
    return f"{x509.load_pem_x509_certificate(certificate_pem).serial_number:x}"


def columns_of(name: str, serial: str, until: datetime) -> dict[str, str]:
    """What a line says of a certificate."""
    return {"name": name, "serial": serial, "valid_until": day_of(until).isoformat()}
