"""Apply: a resident on the phone, or the handler for whoever stands at the counter."""

import secrets as random
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict
from uuid import UUID, uuid4

from django.db import transaction

from zhengyin.catalogue.entries import Form
from zhengyin.catalogue.kinds import Tie
from zhengyin.catalogue.policy import Answer
from zhengyin.certificates import secrets
from zhengyin.certificates.actions.judged import judged, rule_of
from zhengyin.certificates.actions.taking import carry_out
from zhengyin.certificates.asked import Application, PersonGiven, certified_in, number_of, tidied
from zhengyin.certificates.kinds import Again
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.policy.apply import refusals_to_apply
from zhengyin.certificates.queries.facts import facts_for_apply
from zhengyin.certificates.queries.judging import as_json
from zhengyin.certificates.queries.materials import asked_for_by
from zhengyin.certificates.queries.serving import Serving, typed_into
from zhengyin.certificates.typed import plain_phone, tidy
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import CERTIFICATE, Act
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Organization
from zhengyin.registers.lines import Signature
from zhengyin.shared.codes import new_tracking_code
from zhengyin.shared.names import normalise_name
from zhengyin.shared.refusal import refuse_if

ONLINE = "申请人（网上预约）"  # a line outlives the personal fields: no name of a resident in it


@dataclass(frozen=True, slots=True)
class Served:
    """What a case keeps of the entry that serves it, as it stood when it was applied for."""

    form: Form
    ties: tuple[Tie, ...] = ()
    materials: tuple[str, ...] = ()
    valid_days: int = 0
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class Applied:
    """What the resident takes home: the code is shown once and stored nowhere.

    Empty where the applicant left no telephone: it is asked for with the code, so the code leads nowhere.
    """

    certificate_id: UUID
    tracking_code: str


@transaction.atomic
@regions.remembering()
def apply(
    *,
    organization_id: UUID,
    application: Application,
    actor: Actor | None,
    at: datetime,
    as_id: UUID | None = None,
    tracking_code: str = "",
) -> Applied:
    """Take an application. Without an actor the resident applies, on the public page.

    A form sent twice brings the same `as_id`: the second time IntegrityError, nothing is written.
    The public page brings the code too, made for that form, to show it again to whoever clicked twice.
    Refused with everything that stands in the way; then nothing is written.
    """
    application = tidied(application)
    organization = Organization.objects.get(pk=organization_id)
    offices = actor.offices_at(organization_id) if actor else frozenset({Office.RESIDENT})
    step = CERTIFICATE.step(None, Act.APPLY_AGAIN if application.follows else Act.APPLY, offices)
    serving, facts = facts_for_apply(organization, application, at)
    refuse_if(refusals_to_apply(facts))
    served = served_by(organization, serving)
    application = replace(application, values=typed_into(served.form, application))
    code = tracking_code or new_tracking_code()
    certificate = row_of(
        organization, application, answer=serving.answer, served=served, code=code, at=at, as_id=as_id
    )
    applicant = write_persons(certificate, application)
    if actor is None:
        signature = Signature(applicant.id, ONLINE, Office.RESIDENT.value, None)
    else:
        signature = actor.signature(Office.HANDLER)
    carry_out(certificate, step, signature, at, **said_of(certificate, application, applicant))
    return Applied(certificate.id, code if applicant.phone_index else "")


def served_by(organization: Organization, serving: Serving) -> Served:
    """What the entry gives; a paper of free words has no guide, so its days are the pack's."""
    entry, form = serving.entry, serving.form
    assert form is not None  # a yes has one
    if entry is not None and entry.form is not None:
        return Served(form, entry.ties, asked_for_by(entry), entry.valid_days, entry.working_days)
    numbers = regions.settings_for(organization.county_code).numbers
    return Served(form, working_days=numbers.free_words_working_days)


class Written(TypedDict):
    """What the line of an application says."""

    columns: dict[str, str]
    personal: dict[str, str]


def said_of(certificate: Certificate, application: Application, applicant: Party) -> Written:
    """The rule the case rests on, who wants it, how it came in."""
    columns = {
        "item_code": certificate.entry_code,
        **rule_of(certificate),
        "basis": certificate.basis,
        "demanding_unit": certificate.demanding_unit,
        "channel": WORDS[f"channel.{application.channel.value}"],
    }
    personal = {"applicant": applicant.name}
    if follows := application.follows:
        columns |= {"again": WORDS[f"again.{follows.again.value}"], "old_number": follows.number}
        personal |= {"reason": follows.reason}
    return {"columns": columns, "personal": personal}


def row_of(
    organization: Organization,
    application: Application,
    *,
    answer: Answer,
    served: Served,
    code: str,
    at: datetime,
    as_id: UUID | None = None,
) -> Certificate:
    """The certificate with the rule, the form and the words it rests on from now on."""
    new = as_id or uuid4()
    certificate = Certificate(
        id=new,
        county_code=organization.county_code,
        organization=organization,
        title=served.form.title,
        question=as_json(application.question),
        form=served.form.model_dump(mode="json"),
        brought_title=application.brought.title if application.brought else "",
        materials="\n".join(served.materials),
        valid_days=served.valid_days,
        working_days=served.working_days,
        unit_class=application.question.unit_class,
        demanding_unit=application.question.demanding_unit,
        purpose=application.purpose,
        channel=application.channel.value,
        ties=",".join(sorted(tie.value for tie in application.question.ties)),
        sufficient_ties=",".join(sorted(tie.value for tie in served.ties)),
        fields_encrypted=secrets.sealed_fields(new, tidy(served.form, application.values)),
        text_salt=random.token_hex(16),
        copies=application.copies,
        applied_at=at,
        tracking_index=secrets.tracking_index(code),
        **follows(application),
        state="applied",
    )
    judged(certificate, answer)
    certificate.save(force_insert=True)
    return certificate


def follows(application: Application) -> dict[str, UUID | None]:
    """Which paper it corrects or doubles."""
    return {
        "corrects_id": followed(application, Again.CORRECTION),
        "reissues_id": followed(application, Again.REISSUE),
    }


def followed(application: Application, again: Again) -> UUID | None:
    """The paper it is to correct, or to double."""
    follows = application.follows
    return follows.certificate_id if follows and follows.again is again else None


def write_persons(certificate: Certificate, application: Application) -> Party:
    """Write applicant, certified and proxy; return the applicant."""
    given = [(Role.APPLICANT, 1, application.applicant)]
    certified = enumerate(certified_in(application), 1)
    given += [(Role.CERTIFIED, position, person) for position, person in certified]
    given += [(Role.PROXY, 1, application.proxy)] if application.proxy else []
    parties = [_party(certificate, role, position, person) for role, position, person in given]
    Party.objects.bulk_create(parties)
    return parties[0]


def _party(certificate: Certificate, role: Role, position: int, person: PersonGiven) -> Party:
    new = uuid4()
    identity, phone = number_of(person), plain_phone(person.phone)
    return Party(
        id=new,
        certificate=certificate,
        role=role.value,
        position=position,
        name=normalise_name(person.name),
        identity_kind=person.identity_kind if identity else "",
        identity_encrypted=secrets.sealed_word(new, "identity", identity),
        identity_index=secrets.identity_index(identity),
        identity_note=person.identity_note,
        phone_encrypted=secrets.sealed_word(new, "phone", phone),
        phone_index=secrets.phone_tail_index(phone),
        relation=person.relation,
        deceased=person.deceased or person.died_on is not None,
        died_on=person.died_on,
    )
