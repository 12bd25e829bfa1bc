"""The demonstration's people as actors with real sessions, and one case from question to paper."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from PIL import Image, ImageDraw

from tests.world import World
from zhengyin.catalogue.kinds import Ground, Said, Tie
from zhengyin.catalogue.policy import Question
from zhengyin.certificates import actions
from zhengyin.certificates.actions import CheckGiven, Receipt, VoidGiven
from zhengyin.certificates.asked import Application, Channel, IdentityMethod, MandateGiven, PersonGiven
from zhengyin.certificates.brought import Brought
from zhengyin.certificates.kinds import Covers, How, Kept, SignedBy, Voiding, Why
from zhengyin.certificates.models import Certificate, Letter, Party
from zhengyin.certificates.queries.again import application_of
from zhengyin.certificates.queries.wording import shown_digest
from zhengyin.certificates.workflow import State
from zhengyin.documents.uploads import Checked
from zhengyin.people.actions import open_session
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account
from zhengyin.people.policy.factors import Factor
from zhengyin.people.queries import actor_for
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

LIJIAWAN = organization_id("committee:620422115203")
PINGTOUCHUAN = organization_id("committee:620422115201")
HARIGENTU = organization_id("committee:150623103203")
HUISHIMEN = organization_id("committee:620422100003")
VILLAGES = {"hn.ljw": LIJIAWAN, "hn.ptc": PINGTOUCHUAN, "hn.hsm": HUISHIMEN, "od.hrgt": HARIGENTU}
RESIDENT = PersonGiven("马桂花", "620422196805120003", phone="0943-0000999")
VALUES = {
    "subject_name": "马桂花", "subject_sex": "女", "subject_identity": "620422196805120003",
    "household": "", "residence": "三社12号", "housing": "自有住房", "lived_since": "2009-03-01",
}  # fmt: skip


def officer(username: str, at: datetime | None = None) -> Actor:
    """Log in, as far as the room of people is concerned."""
    at = at or now()
    account = Account.objects.get(username=username)
    session = open_session(account=account, factor=Factor.APP, device=None, address_prefix="", at=at)
    return actor_for(account, session.id, at)


def application(item: str = "ISS-ZQ-01", unit_class: str = "bank", **values: str) -> Application:
    question = Question(
        day=day_of(now()), entry_code=item, asked_for="居住证明", confirmed=True, unit_class=unit_class,
        demanding_unit="中国农业银行会宁县支行", ties_asked=True, ties=frozenset({Tie.REGISTERED}),
    )  # fmt: skip
    return Application(
        question=question, purpose="申请农户小额贷款", copies=1, values={**VALUES, **values},
        applicant=RESIDENT, channel=Channel.COUNTER,
    )  # fmt: skip


def kinship() -> Application:
    """The prohibited item under its named exception: for a notary, all three conditions met."""
    usual = application(household="李家湾村三社", relative_name="马德山", relation="父亲")
    question = replace(
        usual.question, entry_code="PROH-01", unit_class="notary", demanding_unit="会宁县公证处",
        exception_conditions=(Said.YES, Said.YES, Said.YES), public_interest=Said.NO,
    )  # fmt: skip
    return replace(usual, question=question, purpose="办理继承公证")


def soft() -> Application:
    """A prohibited matter that 会宁 lets through for a policy gap: two approvers (据实出具)."""
    usual = application(household="李家湾村三社", spouse_name="李德祥")
    question = replace(
        usual.question, entry_code="ISS-CQ-02", ground=Ground.POLICY_GAP,
        ground_reason="档案已毁，民政局查不到", own_duty=Said.YES, verifiable=Said.YES,
    )  # fmt: skip
    return replace(usual, question=question)


def brought(facts: Sequence[str] = ("person", "residence"), note: str = "") -> Application:
    """The other side's form instead of our paper; 入住时间 is not vouched for, so it is not typed."""
    usual = application(lived_since="")
    return replace(usual, brought=Brought("住房租赁备案申请表", frozenset(facts), note), copies=2)


def page(lines: int = 8) -> Checked:
    """A photographed page with writing on it, or none."""
    picture = Image.new("RGB", (600, 800), "white")
    draw = ImageDraw.Draw(picture)
    for line in range(lines):
        draw.line((80, 100 + line * 70, 520, 104 + line * 70), fill="black", width=5)
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return Checked(out.getvalue(), "image/jpeg")


def photograph(case: UUID, actor: Actor, *pages: Checked) -> None:
    pictures = pages or (page(8), page(3))
    actions.photograph(certificate_id=case, pictures=pictures, actor=actor, at=now())


def brought_verified(village: str = "hn.ljw", checks: "Sequence[CheckGiven] | None" = None) -> UUID:
    """The form was photographed and what it says verified."""
    case, clerk = applied(village, brought()), officer(f"{village}.clerk")
    photograph(case, clerk)
    accept(case, clerk)
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=checks or CHECKS[:2], actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())
    return case


def brought_approved(village: str = "hn.ljw") -> UUID:
    case = brought_verified(village)
    agree(certificate_id=case, near_relative=False, actor=officer(f"{village}.director"), at=now())
    return case


CHECKS = (
    CheckGiven("person", "document_seen", "居民身份证", True),
    CheckGiven("residence", "group_head", "三社社长张有福", True),
    CheckGiven("since", "ledger", "户籍册第46页", True),
)
PERSONS = CheckGiven("persons_certified", "household_book", "户口簿", True)  # where several are certified
SOFT_CHECKS = (
    CheckGiven("person", "document_seen", "居民身份证", True),
    CheckGiven("marriage", "two_informants", "张有福、李德山", True),
)


def applied(village: str = "hn.ljw", wanted: Application | None = None, at: UUID | None = None) -> UUID:
    clerk = officer(f"{village}.clerk")
    place = at or VILLAGES[village]
    done = actions.apply(organization_id=place, application=wanted or application(), actor=clerk, at=now())
    return done.certificate_id


def apply(wanted: Application, clerk: Actor, village: str = "hn.ljw") -> UUID:
    done = actions.apply(organization_id=VILLAGES[village], application=wanted, actor=clerk, at=now())
    return done.certificate_id


def mandate(**changed: Any) -> MandateGiven:
    """李建国, the applicant's nephew, may apply and collect until the end of next month."""
    today = day_of(now())
    whole = MandateGiven(
        name="李建国", identity="620422199505120005", relation="侄子", covers=frozenset(Covers),
        given_on=today, until=today + timedelta(days=30), kept=Kept.ORIGINAL,
    )  # fmt: skip
    return replace(whole, **changed)


def record_mandate(case: UUID, clerk: Actor, **changed: Any) -> None:
    actions.record_mandate(certificate_id=case, given=mandate(**changed), actor=clerk, at=now())


def accept(case: UUID, clerk: Actor) -> None:
    proxy = Party.objects.filter(certificate_id=case, role="proxy").first()
    if proxy:
        record_mandate(case, clerk, name=proxy.name)
    actions.accept(
        certificate_id=case, identity_method=IdentityMethod.DOCUMENT, identity_note="",
        ties=[Tie.REGISTERED], actor=clerk, at=now(),
    )  # fmt: skip


def verify(case: UUID, clerk: Actor, checks: Sequence[CheckGiven] = CHECKS) -> UUID:
    """From the application to the director."""
    accept(case, clerk)
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=checks, actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())
    return case


def verified(
    village: str = "hn.ljw",
    wanted: Application | None = None,
    checks: Sequence[CheckGiven] = CHECKS,
    at: UUID | None = None,
) -> UUID:
    checks = (*checks, PERSONS) if wanted and len(wanted.certified) > 1 else checks
    return verify(applied(village, wanted, at), officer(f"{village}.clerk"), checks)


def seen_in(case: UUID) -> str:
    """The digest of the text as whoever decides has it before them."""
    return shown_digest(Certificate.objects.get(pk=case), day_of(now()))


def agree(*, certificate_id: UUID, near_relative: bool | None, actor: Actor, at: datetime) -> Certificate:
    """Approve what is on the page."""
    return actions.approve(
        certificate_id=certificate_id, near_relative=near_relative, seen=seen_in(certificate_id), actor=actor,
        at=at,
    )  # fmt: skip


def second(*, certificate_id: UUID, near_relative: bool | None, actor: Actor, at: datetime) -> Certificate:
    """Countersign what is on the page."""
    return actions.countersign(
        certificate_id=certificate_id, near_relative=near_relative, seen=seen_in(certificate_id), actor=actor,
        at=at,
    )  # fmt: skip


def let_go(*, certificate_id: UUID, actor: Actor, at: datetime) -> Letter:
    """Approve the letter that is on the page."""
    letter = Letter.objects.filter(certificate_id=certificate_id).first()
    seen = letter.text_digest if letter else ""
    return actions.approve_letter(certificate_id=certificate_id, seen=seen, actor=actor, at=at)


def approved(village: str = "hn.ljw", at: UUID | None = None) -> UUID:
    case = verified(village, at=at)
    agree(certificate_id=case, near_relative=False, actor=officer(f"{village}.director"), at=now())
    return case


def keeper(village: str) -> str:
    """The custodian's account; in the small village the clerk keeps the seal."""
    return f"{village}.clerk" if village == "hn.ptc" else f"{village}.custodian"


def seal(case: UUID, custodian: Actor, near_relative: bool | None = False) -> Receipt:
    """Seal with a fresh grant."""
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now())
    return seal_with(case, grant.id, custodian, near_relative)


def seal_with(case: UUID, grant: UUID, custodian: Actor, near_relative: bool | None = False) -> Receipt:
    copies = Certificate.objects.get(pk=case).copies
    return actions.seal(
        certificate_id=case, grant_id=grant, copies=copies, impressions=1, near_relative=near_relative,
        actor=custodian, at=now(),
    )  # fmt: skip


def sealed(village: str = "hn.ljw", at: UUID | None = None) -> tuple[UUID, Receipt]:
    case = approved(village, at)
    return case, seal(case, officer(keeper(village)))


def deliver(case: UUID, clerk: Actor, **changed: Any) -> None:
    words: dict[str, Any] = {
        "how": How.IN_PERSON, "recipient": "马桂花", "signed_by": SignedBy.SLIP,
        "signature_image": b"picture", "content_type": "image/jpeg", "at": now(), **changed,
    }  # fmt: skip
    actions.deliver(certificate_id=case, actor=clerk, **words)


def delivered(village: str = "hn.ljw") -> UUID:
    case, _ = sealed(village)
    deliver(case, officer(f"{village}.clerk"))
    return case


def void(case: UUID, director: Actor, **changed: Any) -> None:
    """All copies are back; or as said."""
    collected = Certificate.objects.get(pk=case).copies
    words: dict[str, Any] = {"kind": Voiding.COLLECTED, "why": Why.WRONG, "collected": collected, **changed}
    actions.void(certificate_id=case, given=VoidGiven(**words), actor=director, at=now())


def void_unstamped(case: UUID, custodian: Actor, why: Why | None = Why.SPOILED, note: str = "") -> None:
    actions.void_unstamped(certificate_id=case, why=why, note=note, actor=custodian, at=now())


def same_as(case: UUID, **values: str) -> Application:
    """The application of a case, for today, with other values in its form."""
    same = application_of(Certificate.objects.get(pk=case), day_of(now()))
    return replace(same, values={**same.values, **values})


def begin_correction(case: UUID, clerk: Actor, reason: str = "住址写错了", **values: str) -> UUID:
    wanted = same_as(case, **(values or {"residence": "四社7号"}))
    done = actions.begin_correction(
        certificate_id=case, application=wanted, reason=reason, actor=clerk, at=now()
    )
    return done.certificate_id


def reissue(case: UUID, clerk: Actor, copies: int = 1, reason: str = "原来的丢了") -> UUID:
    done = actions.reissue(certificate_id=case, copies=copies, reason=reason, actor=clerk, at=now())
    return done.certificate_id


def approve(case: UUID, village: str = "hn.ljw") -> UUID:
    """The rest of the way to the seal, for an application that was taken."""
    verify(case, officer(f"{village}.clerk"))
    agree(certificate_id=case, near_relative=False, actor=officer(f"{village}.director"), at=now())
    return case


def corrected(village: str = "hn.ljw") -> tuple[UUID, UUID]:
    """A paper that was corrected, and the one that took its place."""
    old = delivered(village)
    new = approve(begin_correction(old, officer(f"{village}.clerk")), village)
    seal(new, officer(keeper(village)))
    return old, new


def state_of(case: UUID) -> State:
    return State(Certificate.objects.get(pk=case).state)


def account(world: World, username: str) -> dict[str, str]:
    return world.account(username)
