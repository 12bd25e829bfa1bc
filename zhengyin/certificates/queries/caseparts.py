"""What the page of a case gathers, part by part: each with the fields it fills."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from zhengyin.catalogue.entries import FormField
from zhengyin.catalogue.kinds import Lock, Tie
from zhengyin.certificates.changes import Change
from zhengyin.certificates.content import Text
from zhengyin.certificates.ended import Ended
from zhengyin.certificates.models import Certificate, Notice
from zhengyin.certificates.queries.again import (
    Followed,
    followed,
)
from zhengyin.certificates.queries.clock import due_on, lifted, still_locked
from zhengyin.certificates.queries.completing import ASKED, correctable, missing_of, values_with
from zhengyin.certificates.queries.ending import ended_in, void_note
from zhengyin.certificates.queries.judging import sufficient_ties
from zhengyin.certificates.queries.mandates import MandateShown, collector_in, mandates_shown
from zhengyin.certificates.queries.refusing import told_in
from zhengyin.certificates.queries.shown import FactShown, PersonShown, person_shown
from zhengyin.certificates.queries.timeline import (
    Happened,
    checked_again,
    happened,
    identity_checked,
    return_reason,
)
from zhengyin.certificates.queries.wording import (
    changed_since_seen,
    masked_text,
    parties_of,
    shown_digest,
)
from zhengyin.certificates.queries.worklists import NOT_TIMED
from zhengyin.certificates.told import Told
from zhengyin.certificates.workflow import State
from zhengyin.regions import queries as regions
from zhengyin.registers.queries import RegisterLine
from zhengyin.shared.days import day_of


class Kept(TypedDict):
    """What the page shows as it is kept."""

    id: UUID
    organization_id: UUID
    title: str
    demanding_unit: str
    purpose: str
    copies: int
    number: str
    pad_number: str
    basis: str
    list_version: str
    valid_until: date | None
    sealed_at: datetime | None
    document_id: UUID | None
    accepted_at: datetime | None
    working_days: int
    needs_second: bool
    channel: str
    brought_title: str


def kept_of(certificate: Certificate) -> Kept:
    return {
        "id": certificate.id,
        "organization_id": certificate.organization_id,
        "title": certificate.title,
        "demanding_unit": certificate.demanding_unit,
        "purpose": certificate.purpose,
        "copies": certificate.copies,
        "number": certificate.number,
        "pad_number": certificate.pad_number,
        "basis": certificate.basis,
        "list_version": certificate.list_version,
        "valid_until": certificate.valid_until,
        "sealed_at": certificate.sealed_at,
        "document_id": certificate.document_id,
        "accepted_at": certificate.accepted_at,
        "working_days": certificate.working_days,
        "needs_second": certificate.needs_second,
        "channel": certificate.channel,
        "brought_title": certificate.brought_title,
    }


class Wording(TypedDict):
    """The paper as it will look; of whoever decides, what they see and what changed since they last did."""

    text: Text
    text_digest: str
    changed: tuple[Change, ...]


def wording_of(certificate: Certificate, at: datetime, *, seen: bool) -> Wording:
    day = day_of(at)
    return {
        "text": masked_text(certificate, day),
        "text_digest": shown_digest(certificate, day) if seen else "",
        "changed": changed_since_seen(certificate, day) if seen else (),
    }


class Ties(TypedDict):
    """What ties the applicant to the place: as claimed, what suffices, as confirmed."""

    ties_claimed: tuple[Tie, ...]
    ties_sufficient: tuple[Tie, ...]
    ties_confirmed: str


def ties_of(certificate: Certificate) -> Ties:
    ties = tuple(Tie(tie) for tie in certificate.ties.split(",") if tie)
    return {
        "ties_claimed": ties,
        "ties_sufficient": tuple(sorted(sufficient_ties(certificate))),
        "ties_confirmed": "、".join(tie.words for tie in ties if certificate.accepted_at),
    }


class Way(TypedDict):
    """What the lines say of the way it went."""

    timeline: tuple[Happened, ...]
    identity_checked: str
    asked_to_complete: bool
    return_reason: str
    checked_again: tuple[str, ...]
    followed: Followed | None
    ended: Ended | None
    void_note: str


def way_of(certificate: Certificate, lines: tuple[RegisterLine, ...], facts: tuple[FactShown, ...]) -> Way:
    return {
        "timeline": happened(lines),
        "identity_checked": identity_checked(certificate, lines),
        "asked_to_complete": any(line.kind == ASKED for line in lines),
        "return_reason": return_reason(lines),
        "checked_again": checked_again(facts, lines),
        "followed": followed(certificate, lines),
        "ended": ended_in(lines),
        "void_note": void_note(lines),
    }


class Persons(TypedDict):
    """Whose it is, who applied for whom, who collects, who handles it."""

    persons: tuple[PersonShown, ...]
    applicant: str
    proxy: str
    collector: str
    mandates: tuple[MandateShown, ...]
    handler: str


def persons_of(certificate: Certificate, at: datetime) -> Persons:
    parties = parties_of(certificate)
    return {
        "persons": tuple(person_shown(party) for party in parties),
        "applicant": next(party.name for party in parties if party.role == "applicant"),
        "proxy": next((party.name for party in parties if party.role == "proxy"), ""),
        "collector": collector_in(certificate, day_of(at)),
        "mandates": mandates_shown(certificate),
        "handler": certificate.handled_by.name if certificate.handled_by else "",
    }


class Refused(TypedDict):
    """What was told, and under which number; of a case that was not refused nothing."""

    told: Told | None
    notice_number: str


def refused_of(certificate: Certificate) -> Refused:
    refused = certificate.state == State.REFUSED
    notice = Notice.objects.filter(pk=certificate.pk).first() if refused else None
    return {"told": told_in(notice) if notice else None, "notice_number": notice.number if notice else ""}


class Completing(TypedDict):
    """What the applicant was asked for, and the fields to complete it in."""

    missing: tuple[str, ...]
    correctable: tuple[FormField, ...]
    typed: Mapping[str, str]


def completing_of(certificate: Certificate, *, waits: bool) -> Completing:
    return {
        "missing": missing_of(certificate) if certificate.state == State.TO_COMPLETE else (),
        "correctable": correctable(certificate) if waits else (),
        "typed": values_with(certificate, {}) if waits else {},
    }


class Term(TypedDict):
    """The last day, the working days until then, and the lock that still stops the clock."""

    due_on: date | None
    days_left: int | None
    locked: Lock


def term_of(certificate: Certificate, at: datetime) -> Term:
    if certificate.accepted_at is None or certificate.state in NOT_TIMED:
        return {"due_on": None, "days_left": None, "locked": Lock.NONE}
    calendar, since = regions.calendar(), lifted({certificate.pk: certificate.lock}, at)
    due = due_on(certificate.pk, certificate.accepted_at, certificate.working_days, since, calendar)
    left = calendar.working_days_between(day_of(at), due) if due else None
    locked = still_locked(certificate.pk, certificate.lock, since)
    return {"due_on": due, "days_left": left, "locked": locked}
