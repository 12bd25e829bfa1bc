"""Every act begins alike: lock the row, find the step; and ends alike: the state and its line.

Certificate and 告知函 alike: each has its table, and both write into the committee's journal.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from zhengyin.certificates.models import Certificate, Letter
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.workflow import CERTIFICATE, LETTER, Act, LetterAct, LetterState, State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_of
from zhengyin.registers.actions import NOTHING, Line, write
from zhengyin.registers.lines import Signature
from zhengyin.shared.workflow import A, S, Step

BY_CODE = "申请人（凭查询码）"  # a line outlives the personal fields: no name of a resident in it
About = Certificate | Letter


def taken(certificate_id: UUID, act: Act, actor: Actor) -> tuple[Certificate, Step[State, Act], Signature]:
    """Lock a certificate and return it with the row of the table and the signature that act needs.

    Raises Refused where state or office do not fit; the row is locked until the transaction ends.
    """
    certificate = held(certificate_id)
    return certificate, *signed_step(certificate, act, actor)


def held(certificate_id: UUID) -> Certificate:
    """Lock a certificate's row until the transaction ends, and read it only then."""
    return Certificate.objects.select_for_update(of=("self",)).get(pk=certificate_id)


def signed_step(certificate: Certificate, act: Act, actor: Actor) -> tuple[Step[State, Act], Signature]:
    """The row of the table for a held certificate, and who signs. Raises Refused."""
    return step_of(CERTIFICATE, State(certificate.state), act, certificate.organization_id, actor)


def letter_taken(
    certificate_id: UUID, act: LetterAct, actor: Actor
) -> tuple[Letter, Step[LetterState, LetterAct], Signature]:
    """The same for the letter of a case; Letter.DoesNotExist where there is none."""
    rows = Letter.objects.select_for_update(of=("self",)).select_related("certificate")
    letter = rows.get(certificate_id=certificate_id)
    return letter, *step_of(LETTER, LetterState(letter.state), act, letter.organization_id, actor)


def taken_by_resident(certificate_id: UUID, act: Act) -> tuple[Certificate, Step[State, Act], Signature]:
    """The same for the applicant on the tracking page; the caller has checked code and telephone."""
    certificate = held(certificate_id)
    step = CERTIFICATE.step(State(certificate.state), act, {Office.RESIDENT})
    applicant = certificate.parties.get(role=Role.APPLICANT)
    return certificate, step, Signature(applicant.id, BY_CODE, Office.RESIDENT.value, None)


def carry_out(
    about: About,
    step: Step[S, A],
    signature: Signature,
    at: datetime,
    *,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
    text_digest: str = "",
    document_digest: str = "",
) -> Line:
    """Save the row in its new state and write the act's line into the committee's journal."""
    about.state = step.after.value
    about.save()
    return journal(
        about, step.line, signature, at,
        columns=columns, personal=personal, text_digest=text_digest, document_digest=document_digest,
    )  # fmt: skip


def journal(
    about: About,
    kind: str,
    signature: Signature,
    at: datetime,
    *,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
    text_digest: str = "",
    document_digest: str = "",
) -> Line:
    """Write a line about a case, or about its letter, into the committee's journal."""
    return write(
        kind=kind,
        owner=about.organization_id,
        county_code=about.county_code,
        subject=about.id,
        happened_at=at,
        signature=signature,
        columns={"item": about.title, **columns},
        personal=personal,
        text_digest=text_digest,
        document_digest=document_digest,
    )
