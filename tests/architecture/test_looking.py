"""Everybody of the cast looks at every page of the desks, at a case in each state: no look writes.

The database refuses to write while a page is looked at, so a page that would fails here.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.test import override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.certificates import cast, pads
from tests.certificates.cast import officer
from tests.deliberation import cast as held
from tests.supervision import inspections, letters
from tests.web.admission import test_pages as admission
from tests.web.bases import test_pages as bases
from tests.web.cleanup import test_pages as cleanup
from tests.web.consultation import test_pages as consultation
from tests.web.desk import LIJIAWAN, Officer, desk_database, desks
from tests.web.deskcast import ADMINISTRATION, AUDIT, HUINING, PINGTOUCHUAN
from tests.web.guidance import test_pages as guidance
from tests.web.handler.test_refuse import ASKED, SAID
from tests.web.keeping import outings
from tests.web.plans import test_pages as plans
from tests.web.walking import ANYWAY, Walk, huining, photo
from tests.workuse import cast as stamped
from tests.world import World
from zhengyin.admission.models import JointMeeting, Proposal, Question
from zhengyin.catalogue.bases.models import BasisChange
from zhengyin.certificates import actions
from zhengyin.certificates.models import Attachment, FormPage, Grant, Pad, Slip
from zhengyin.certificates.workflow import State
from zhengyin.cleanup.models import PlanTask, Review, Round, RoundUnit, WorkPlan
from zhengyin.consultation.models import Addressee, Consultation, Enclosure, ListedItem, Opinion
from zhengyin.deliberation.models import Meeting, Notice, Objection
from zhengyin.guidance.models import Enquiry
from zhengyin.outbox.models import Message
from zhengyin.people.models import Account, Appointment, Device, Reset
from zhengyin.registers.queries import now
from zhengyin.seals import actions as seals
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Custody, Handover, Impression, Seal, SigningCertificate, TakeOut
from zhengyin.seals.policy.handover import Listing
from zhengyin.shared.days import day_of
from zhengyin.supervision.models import AccessLetter, AnswerPhoto, Finding, Inspection, Look, Violation
from zhengyin.supervision.months import month_of
from zhengyin.web.doors import PUBLIC, door_of
from zhengyin.workuse import actions as work
from zhengyin.workuse.models import WorkFile, WorkGrant, WorkUse

__all__ = ["desk_database", "desks"]
CAST = {
    "hn.ljw.clerk": LIJIAWAN, "hn.ljw.director": LIJIAWAN, "hn.ljw.custodian": LIJIAWAN,
    "hn.ljw.deputy": LIJIAWAN, "hn.ljw.supervisor": LIJIAWAN, "hn.ljw.secretary": LIJIAWAN,
    "hn.pt.officer": PINGTOUCHUAN, "hn.lead": HUINING, "hn.system": ADMINISTRATION,
    "hn.security": ADMINISTRATION, "hn.audit": ADMINISTRATION, "hn.auditor": AUDIT,
}  # fmt: skip
WAYS = ("director", "handler", "member", "custodian", "second", "township", "department", "system")
# Pages only somebody in a moment of their own sees; each has its own tests.
# Of offices whose work comes later; what an auditor opened is read in that session only.
SEEN_ELSEWHERE = {
    "desk-office", "auditor-look", "auditor-volume", "keeping-paper", "keeping-scan",
    "filing-signed", "township-signed-paper", "township-second-script", "enquiry-answer",
    # a year that is over: tests/web/archive
    "archive-year", "archive-label", "archive-receipt", "township-archive", "township-archive-receipt",
}  # fmt: skip
# Shown only with what was typed a page before.
TYPED = {"work-confirm": {"impressions": "4", "checked": "yes"}}


@dataclass(frozen=True, slots=True)
class Page:
    """An address of a desk by name, with what stands in it."""

    name: str
    parts: tuple[str, ...]


def pages(resolver: URLResolver, before: tuple[str, ...] = ()) -> Iterator[Page]:
    for pattern in resolver.url_patterns:
        parts = (*before, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            yield from pages(pattern, parts)
        elif isinstance(pattern, URLPattern):
            door = door_of(pattern.callback)
            if door and door.open is not PUBLIC:
                yield Page(pattern.name or "", parts)


def days_on(days: int) -> str:
    return (day_of(now()) + timedelta(days=days)).isoformat()


def a_case_in_each_state(world: World) -> dict[State, Walk]:
    """Brought there by the pages themselves."""

    def new() -> Walk:
        walk = huining(world)
        walk.__dict__.update(people)  # one log-in each
        return walk

    first = huining(world)
    people = {name: getattr(first, name) for name in ("handler", "director", "custodian")}
    brought = new().brought().accept().start().check().verify().approve().seal()
    walks = [new().apply(), new().apply().accept(), new().apply().accept().start(), new().verified(),
             new().approved(), brought, new().sealed().deliver()]  # fmt: skip
    returned, withdrawn, granted = new().verified(), new().apply(), new().approved()
    returned.director.post("director-return", returned.case, reason="住址再核对")
    withdrawn.handler.post("handler-withdraw", withdrawn.case, reason="不办了")
    granted.grant()
    asked, refused = new().apply(), new()
    asked.handler.post("handler-ask", asked.case, missing="户口簿原件")
    refused.handler.post("handler-refuse-demand", **ASKED, **SAID, case_id=str(refused.case))
    refused.handler.post("letters-draft", refused.case, unit="会宁县安居房屋租赁公司", answer_by=days_on(15))
    refused.director.agree("letters-approve", refused.case)
    void, corrected, second = new(), new(), new()  # by the acts: a phone has no more than three codes at once
    void.case, (corrected.case, _) = cast.delivered(), cast.corrected()
    cast.void(void.case, cast.officer("hn.ljw.director"))
    second.case = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    second.director.agree("director-approve", second.case, kin="no")
    others = (returned, withdrawn, granted, asked, refused, void, corrected, second)
    cases = {State(walk.row.state): walk for walk in (*walks, *others)}
    assert set(cases) == set(State)
    return cases


def ids(model: object, most: int = 3) -> list[object]:
    return list(model.objects.order_by("pk").values_list("pk", flat=True)[:most])  # type: ignore[attr-defined]


def fillings(cases: dict[State, Walk], at: UUID) -> dict[str, list[object]]:
    """What may stand in an address, by the name it has there."""
    people = Appointment.objects.filter(organization_id=LIJIAWAN).order_by("pk")
    proved = list(WorkGrant.objects.filter(used_at=None).values_list("pk", "work_use_id"))
    return {
        "organization_id": [at],
        "case_id": [*(walk.case for walk in cases.values()), *(case for _, case in proved), *ids(WorkUse, 9)],
        "case": [walk.case.hex for walk in cases.values()],
        "grant_id": [*ids(Grant, 9), *(grant for grant, _ in proved)],
        "file_id": ids(WorkFile, 4),
        "number": [1, 99],
        "committee_id": [LIJIAWAN],
        "at_id": [LIJIAWAN, PINGTOUCHUAN, HUINING, ADMINISTRATION],
        "owner_id": [LIJIAWAN, PINGTOUCHUAN],
        "person_id": list(people.values_list("person_id", flat=True).distinct().order_by("person_id")[:3]),
        "appointment_id": list(people.values_list("pk", flat=True)[:4]),
        "seal_id": list(Seal.objects.filter(committee_id=LIJIAWAN).values_list("pk", flat=True)),
        "impression_id": ids(Impression) or [UUID(int=1)],
        "custody_id": list(Custody.objects.filter(seal__committee_id=LIJIAWAN).values_list("pk", flat=True)),
        "certificate_id": list(
            SigningCertificate.objects.filter(committee_id=LIJIAWAN).values_list("pk", flat=True)
        ),
        "handover_id": ids(Handover) or [UUID(int=1)],
        "paper": ["document", "minutes"],
        "account_id": list(
            Account.objects.filter(username__startswith="hn.ljw").values_list("pk", flat=True)
        ),
        "reset_id": ids(Reset) or [UUID(int=1)],
        "device_id": ids(Device) or [UUID(int=1)],
        "way": list(WAYS),
        "office": ["handler", "director", "custodian", "township"],
        "notice_id": ids(Notice),
        "meeting_id": [*ids(Meeting), *ids(JointMeeting)],
        "proposal_id": ids(Proposal),
        "question_id": ids(Question, 99),
        "consultation_id": list(Consultation.objects.filter(body=HUINING).values_list("pk", flat=True)),
        "enclosure_id": ids(Enclosure),
        "addressee_id": list(Addressee.objects.filter(body=None).order_by("pk").values_list("pk", flat=True)),
        "opinion_id": ids(Opinion),
        "item_id": ids(ListedItem),
        "round_id": ids(Round),
        "review_id": ids(Review),
        "unit_id": ids(RoundUnit),
        "plan_id": ids(WorkPlan),
        "task_id": ids(PlanTask),
        "basis_id": [bases.basis().pk],
        "change_id": ids(BasisChange),
        "cause_id": ids(BasisChange),
        "item": [bases.CODE],
        "enquiry_id": ids(Enquiry),
        "kind": ["admit", "exit", "file", "adjust", "service"],
        "objection_id": ids(Objection),
        "letter_id": ids(AccessLetter),
        "look_id": ids(Look),
        "month": [month_of(day_of(now())).key, "2026-13"],
        "year": [day_of(now()).year, day_of(now()).year - 1, 1999],
        "attachment_id": ids(Attachment),
        "page_id": ids(FormPage),
        "pad_id": ids(Pad),
        "take_out_id": ids(TakeOut),
        "book": ["seals", "journal"],
        "no": [2, 4, 999],
        "slip_id": ids(Slip, 9),
        "message_id": ids(Message) or [UUID(int=1)],
        "inspection_id": ids(Inspection),
        "finding_id": ids(Finding),
        "photo_id": ids(AnswerPhoto),
        "violation_id": ids(Violation),
    }


def a_slip_at_each_end() -> None:
    """One entered and to be put right, one void, the rest of a first pad collected; a second one begun."""
    pad, keeper = pads.printed(slips=3), cast.officer("hn.ljw.custodian")
    pads.enter(pads.slip(pad), pads.given(approved_by=None), keeper)
    actions.spoil_slip(slip_id=pads.slip(pad, 2).pk, reason="damaged", actor=keeper, at=now())
    actions.close_pad(pad_id=pad.pk, unused=[pads.slip(pad, 3).no], actor=keeper, at=now())
    pads.printed(slips=1)


def a_lost_seal_and_an_impression(world: World) -> None:
    """A special seal is lost, so that the cases above still have one to be sealed with."""
    above, boss = Officer(world, "hn.pt.officer", PINGTOUCHUAN), officer("hn.ljw.director")
    seal = Seal.objects.get(committee_id=LIJIAWAN)
    above.post("township-record-impression", LIJIAWAN, seal.pk, taken=photo(), **ANYWAY)
    above.post("township-order-seal", LIJIAWAN, kind="special", purpose="档案专用章")
    other = Seal.objects.get(committee_id=LIJIAWAN, state="engraving")
    day = days_on(0)
    issued = {"made_on": day, "issued_on": day, "received_by": "李国栋"}
    above.post("township-issue-seal", LIJIAWAN, other.pk, **issued)
    seals.report_loss(seal_id=other.pk, lost_at=now(), circumstances="被盗", actor=boss, at=now())


def deliberate(case: UUID) -> None:
    """Something of each kind hangs on a case; a letter opens the committee's register."""
    held.object_to(held.post(case))
    held.convene(case)
    letters.look(letters.record(), officer("hn.auditor"))
    hand_over()
    letter, keeper = stamped.sealed(stamped.introduction()), officer("hn.ljw.custodian")
    work.print_copies(work_use_id=letter.pk, actor=keeper, at=now())
    stamped.approved(stamped.introduction())
    stamped.grant(stamped.approved(), officer("hn.ljw.custodian"))


def hand_over() -> None:
    """李家湾's seal begins to be handed over, and is counted."""
    chief, seal = officer("hn.ljw.director"), Seal.objects.get(committee_id=LIJIAWAN, state="in_use")
    row = seals.open_handover(
        seal_id=seal.pk, reason=HandoverReason.CHANGE, changed_on=day_of(now()), actor=chief, at=now()
    )
    listed = Listing("完好", "钥匙一把", "无", "", "", "")
    seals.list_for_handover(handover_id=row.pk, listing=listed, actor=chief, at=now())


def admit(world: World) -> None:
    """One item is consulted on, one stands on the agenda of a joint meeting."""
    asked, heard = admission.consulting(world), admission.consulting(world, item_name="另一项情况说明")
    admission.answer_all(heard)
    lead = admission.lead(world)
    lead.post("admission-sum-up", heard.pk, summary="都没有意见")
    lead.post("joint-call", title="联审会议", place="县民政局", held_on=days_on(0), items=[str(heard.pk)])
    assert asked.questions.exists()
    guidance.asked(world)


def consult(world: World) -> None:
    """A draft with its enclosure, one that units answer, one whose result is published."""
    consultation.drafted(world)
    consultation.enclosed(world)
    for row in (consultation.sent(world), consultation.closed(world)):
        assert row.addressees.exists()
    consultation.published(world)


def clean_up(world: World) -> None:
    """A round in which a township and somebody without a desk review, and a plan with a task."""
    row = cleanup.given(world)
    cleanup.give(world, row, "ISS-XY-07", unit=None, name="会宁县供水公司（示例）")
    township = Officer(world, "hn.pt.officer", PINGTOUCHUAN)
    township.post("cleanup-answer", row.pk, cleanup.of(row).pk, **cleanup.keeping())
    plans.tasked(admission.lead(world), plans.made(admission.lead(world)))


def inspect() -> None:
    """A planned inspection, an answered finding that was fed back, a violation."""
    finding = inspections.answer(inspections.rectifying(), photos=(cast.page(5),))
    inspections.feed_back(finding)
    inspections.planned(title="再查一次")
    inspections.recorded()


def look(who: Officer, page: Page, parts: tuple[object, ...]) -> int:
    """The status of one look, in a transaction that cannot write."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        address = reverse(page.name, kwargs=dict(zip(page.parts, parts, strict=True)))
        answer = who.client.get(address, TYPED.get(page.name, {}))
    return int(answer.status_code)


@override_settings(PRACTICE_URL="https://lx.example", PRACTICE_KEY="given to both sides")
def test_nobody_writes_by_looking(desks: World) -> None:
    cases = a_case_in_each_state(desks)
    deliberate(cases[State.VERIFIED].case)
    admit(desks)
    bases.changed(desks, scan=photo())
    consult(desks)
    clean_up(desks)
    inspect()
    cases[State.ACCEPTED].handler.post(
        "handler-materials", cases[State.ACCEPTED].case, **{"m0-became": "seen", "m0-shot": photo()}
    )
    a_slip_at_each_end()
    outings.out(desks)
    a_lost_seal_and_an_impression(desks)
    statuses: dict[str, set[int]] = {}
    for username, at in CAST.items():
        who, filled = Officer(desks, username, at), fillings(cases, at)
        for page in pages(get_resolver()):
            for parts in itertools.product(*(filled[part] for part in page.parts)):
                status = look(who, page, parts)
                statuses.setdefault(page.name, set()).add(status)
                if status in (403, 405):  # not this person's desk, or an act: so for every other case
                    break
    assert all(status < 500 for seen in statuses.values() for status in seen), statuses
    unseen = {name for name, seen in statuses.items() if not seen & {200, 302, 405}}
    assert unseen <= SEEN_ELSEWHERE, unseen
