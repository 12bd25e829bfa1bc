"""Accept: the handler has checked who stands there and what ties them to the place."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.kinds import Said, Tie
from zhengyin.certificates.actions.judged import judged, rule_of
from zhengyin.certificates.actions.materials import MaterialGiven, new_in, reasons_against, write_down
from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.asked import IdentityMethod
from zhengyin.certificates.facts.applying import AcceptFacts
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.accept import refusals_to_accept
from zhengyin.certificates.queries.judging import (
    as_json,
    interest_without_reason,
    sufficient_ties,
    with_what_the_handler_said,
)
from zhengyin.certificates.queries.mandates import mandates_of
from zhengyin.certificates.queries.wording import proxy_of
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

INTEREST = {Said.YES: "涉及", Said.NO: "不涉及", Said.NOT_ASKED: ""}


@transaction.atomic
@regions.remembering()
def accept(
    *,
    certificate_id: UUID,
    identity_method: IdentityMethod,
    identity_note: str,
    ties: Collection[Tie],
    public_interest: Said = Said.NOT_ASKED,
    public_interest_reason: str = "",
    materials: Sequence[MaterialGiven] = (),
    actor: Actor,
    at: datetime,
) -> None:
    """Take the application in; from here the clock runs.

    `public_interest` is the handler's answer where an appointment left that question open (O2.1d).
    What was brought is written down with it: both, or where one is refused neither.
    """
    certificate, step, signature = taken(certificate_id, Act.ACCEPT, actor)
    confirmed, identity_note = frozenset(ties), identity_note.strip()
    question = with_what_the_handler_said(
        certificate, at, ties=confirmed,
        public_interest=public_interest, public_interest_reason=public_interest_reason.strip(),
    )  # fmt: skip
    answer = catalogue.answer_to(certificate.organization_id, question)
    facts = AcceptFacts(
        answer, identity_method.value, identity_note, sufficient_ties(certificate), confirmed,
        interest_without_reason(question), proxy_of(certificate), mandates_of(certificate), day_of(at),
    )  # fmt: skip
    brought = new_in(certificate, materials)
    refuse_if((*refusals_to_accept(facts), *(reasons_against(certificate, brought) if brought else ())))
    if brought:
        write_down(certificate, brought, actor, at)
    certificate.question = as_json(question)
    judged(certificate, answer)
    certificate.handled_by_id, certificate.accepted_at = actor.person_id, at
    _keep_what_was_checked(certificate, facts)
    carry_out(
        certificate, step, signature, at, columns=_said(certificate, facts),
        personal={"identity_note": identity_note, "public_interest_reason": question.public_interest_reason},
    )  # fmt: skip


def _keep_what_was_checked(certificate: Certificate, facts: AcceptFacts) -> None:
    """How the applicant was recognised, and the ties that were confirmed."""
    certificate.identity_method = facts.identity_method
    certificate.ties = ",".join(sorted(tie.value for tie in facts.confirmed_ties))


def _said(certificate: Certificate, facts: AcceptFacts) -> dict[str, str]:
    """What the journal says of who stood there and what ties them to the place."""
    return {
        "identity_method": WORDS[f"identity_method.{facts.identity_method}"],
        "ties": "、".join(sorted(tie.words for tie in facts.confirmed_ties)),
        "public_interest": INTEREST[facts.answer.public_interest],
        **rule_of(certificate),
    }
