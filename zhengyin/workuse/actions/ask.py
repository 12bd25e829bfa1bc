"""Ask for the seal, and hand in anew what was returned: what is unfinished is refused here (H3.2.4d)."""

import secrets as randomness
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from zhengyin.catalogue.kinds import Lock
from zhengyin.deliberation import actions as deliberation
from zhengyin.documents.uploads import Checked
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.regions.packs.settings import USE_CLASS_LABELS
from zhengyin.registers import actions as registers
from zhengyin.shared.days import day_of
from zhengyin.shared.names import normalise_name
from zhengyin.shared.refusal import refuse_if
from zhengyin.workuse.actions.taking import Taken, carry_out, step_of, stored, taken
from zhengyin.workuse.asked import WorkAsked
from zhengyin.workuse.facts import NO_MAJORS, SURELY_NOT_MAJOR
from zhengyin.workuse.kinds import Role, Whose
from zhengyin.workuse.lines import JOURNAL
from zhengyin.workuse.models import WorkFile, WorkUse
from zhengyin.workuse.policy.ask import refusals_to_ask, unfinished_in
from zhengyin.workuse.policy.evidence import Inquiry
from zhengyin.workuse.policy.introduction import Letter
from zhengyin.workuse.policy.names import names_in
from zhengyin.workuse.queries.content import Looked, files_of, looked_at, with_kept
from zhengyin.workuse.queries.facts import facts_for_ask
from zhengyin.workuse.queries.scope import majors_of, scope_of
from zhengyin.workuse.secrets import sealed_personal
from zhengyin.workuse.words import WORDS
from zhengyin.workuse.workflow import WorkAct

APART, LISTED = "；", "、"
MOST_NAMED = 8  # places named one by one


@transaction.atomic
def ask(
    *, organization_id: UUID, asked: WorkAsked, actor: Actor, at: datetime, as_id: UUID | None = None
) -> WorkUse:
    """Hand a request in: one content, so many copies (H3.1a, H3.2.3b).

    A form sent twice brings the same `as_id`: the second time the request of the first is returned and
    nothing is written. The row's id is made of it and of who asks where: nobody chooses another's.
    Refused: wrong_office and the codes of policy.ask, all at once.
    """
    step, signature = step_of(None, WorkAct.ASK, organization_id, actor)
    new_id = uuid5(organization_id, f"{actor.person_id}:{as_id}") if as_id else uuid4()
    # Of two at once the second waits here, and then finds what the first made.
    deliberation.hold(organization_id, at)
    registers.hold(owner=organization_id, book=JOURNAL, year=day_of(at).year)
    if earlier := WorkUse.objects.filter(pk=new_id).first():
        return earlier
    work_use = WorkUse(
        id=new_id,
        county_code=regions.committee(organization_id).county_code,
        organization_id=organization_id,
        kind=asked.kind.value,
        salt=randomness.token_hex(16),
        asked_by_id=actor.person_id,
        asked_at=at,
    )
    _handed_in((work_use, step, signature), asked, at)
    return work_use


@transaction.atomic
def change(*, work_use_id: UUID, asked: WorkAsked, actor: Actor, at: datetime) -> WorkUse:
    """Hand in anew what came back: content and files as they are now.

    Where no file was given the kept ones are handed in again, and looked at again.
    """
    begun = taken(work_use_id, WorkAct.CHANGE, actor)
    deliberation.hold(begun[0].organization_id, at)  # nothing is put up about it meanwhile
    _handed_in(begun, with_kept(begun[0], asked), at)
    return begun[0]


def _handed_in(begun: Taken, asked: WorkAsked, at: datetime) -> None:
    work_use = begun[0]
    looked = looked_at(asked.files)
    facts = facts_for_ask(work_use, asked, looked, at)
    refuse_if(refusals_to_ask(facts))
    faults = unfinished_in(facts)
    work_use.unfinished = APART.join(fault.about for fault in faults)
    work_use.override = asked.override.value if faults and asked.override else ""
    work_use.needs_second = bool(faults)
    _typed(work_use, asked)
    work_use.pages, work_use.on_photos = sum(looked.counts), bool(looked.doubts)
    work_use.details |= unread_in(looked.doubts)
    work_use.approved_digest, work_use.approved_at = "", None
    work_use.approved_by = work_use.countersigned_by = None
    work_use.state = begun[1].after.value
    work_use.save()
    _keep(work_use, asked, looked, at, begun[2].person_id)
    carry_out(begun, at, columns=_said(work_use), personal={"whom": LISTED.join(names_in(asked.concerned))})


def _typed(work_use: WorkUse, asked: WorkAsked) -> None:
    entry = scope_of(work_use.county_code)[asked.scope]
    work_use.scope_code, work_use.scope_name = entry.code, entry.name
    work_use.scope_class = entry.of_class.value
    work_use.matter, work_use.copies = asked.matter.strip(), asked.copies
    is_major = asked.major not in NO_MAJORS
    work_use.major_code = asked.major if is_major else ""
    work_use.major_name = majors_of(work_use.county_code)[asked.major].name if is_major else ""
    work_use.whose = Whose.COMMITTEE.value if is_major else ""
    locks = regions.settings_for(work_use.county_code).rules.public_interest_locks
    work_use.lock = (Lock(locks.value) if is_major else Lock.NONE).value
    work_use.inquirer = asked.inquiry.inquirer.value if asked.inquiry and asked.inquiry.inquirer else ""
    sure = {"major": SURELY_NOT_MAJOR} if asked.major == SURELY_NOT_MAJOR else {}
    work_use.details = {**_of_letter(asked.letter), **_of_inquiry(asked.inquiry), **sure}
    work_use.personal_encrypted = sealed_personal(work_use.id, _personal(asked))


def unread_in(doubts: Sequence[str]) -> dict[str, str]:
    """What the custodian is asked to look at, in words that fit on a page."""
    more = "等" if len(doubts) > MOST_NAMED else ""
    return {"unread": "、".join(doubts[:MOST_NAMED]) + more} if doubts else {}


def _of_letter(letter: Letter | None) -> dict[str, str]:
    if letter is None:
        return {}
    return {
        "to": letter.to.strip(),
        "persons": str(letter.persons),
        "valid_days": str(letter.valid_days),
    }


def _of_inquiry(inquiry: Inquiry | None) -> dict[str, str]:
    if inquiry is None:
        return {}
    return {
        "unit": inquiry.unit.strip(),
        "letter_number": inquiry.letter_number.strip(),
        "letter_on": inquiry.letter_on.isoformat() if inquiry.letter_on else "",
    }


def _personal(asked: WorkAsked) -> dict[str, str]:
    said = {"concerned": LISTED.join(names_in(asked.concerned))}
    if asked.letter is not None:
        said["bearers"] = normalise_name(asked.letter.bearers)
    if asked.inquiry is not None:
        first, second = asked.inquiry.officers
        said |= {
            "officer": first.name.strip(), "officer_certificate": first.certificate.strip(),
            "second_officer": second.name.strip(), "second_certificate": second.certificate.strip(),
            "wanted": asked.inquiry.wanted.strip(),
        }  # fmt: skip
    return said


def _keep(work_use: WorkUse, asked: WorkAsked, looked: Looked, at: datetime, by: UUID) -> None:
    """Take the old files away and put the new ones in their places."""
    work_use.files.filter(removed_at=None).update(removed_at=at)
    counts = {Role.CONTENT: looked.counts, Role.LETTER: tuple(1 for _ in asked.letter_scans)}
    given: dict[Role, Sequence[Checked]] = {Role.CONTENT: asked.files, Role.LETTER: asked.letter_scans}
    for role, some in given.items():
        for place, (one, pages) in enumerate(zip(some, counts[role], strict=True), 1):
            WorkFile.objects.create(
                work_use=work_use, role=role.value, position=place, pages=pages,
                file=stored(work_use, one, at), added_by_id=by, added_at=at,
            )  # fmt: skip


def _said(work_use: WorkUse) -> dict[str, str]:
    return {
        "kind": WORDS[work_use.kind],
        "use_class": {one.value: label for one, label in USE_CLASS_LABELS.items()}[work_use.scope_class],
        "scope": work_use.scope_name,
        "major": work_use.major_name or WORDS.get(work_use.details.get("major", ""), ""),
        "copies": str(work_use.copies),
        "pages": str(work_use.pages),
        "digests": APART.join(one.file.sha256 for one in files_of(work_use)),
        "unfinished": work_use.unfinished,
        "override": WORDS[work_use.override] if work_use.override else "",
    }
