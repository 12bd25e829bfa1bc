"""A paper asked for once more: what is taken over, what is not as it was, where both stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import zip_longest
from uuid import UUID

from zhengyin.catalogue.entries import FieldKind, Form
from zhengyin.certificates import secrets
from zhengyin.certificates.asked import Application, Channel, PersonGiven
from zhengyin.certificates.brought import brought_in
from zhengyin.certificates.changes import Change
from zhengyin.certificates.facts.afterwards import AgainFacts
from zhengyin.certificates.facts.deciding import Earlier
from zhengyin.certificates.free import TITLE
from zhengyin.certificates.kinds import Again
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.certificate import OVER
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.persons import Certified
from zhengyin.certificates.policy.again import refusals_to_ask_again
from zhengyin.certificates.queries.judging import from_json
from zhengyin.certificates.queries.sent import Contents, SentPerson, as_kept, contents_of
from zhengyin.certificates.queries.serving import serving
from zhengyin.certificates.typed import printed, words_problem
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import IN_FORCE, State
from zhengyin.registers.queries import RegisterLine
from zhengyin.shared.masking import mask_identity
from zhengyin.shared.refusal import Refusal

LONGEST_REASON = 200
ERASED_WORDS = "（原因已依法删除）"
OTHER_PERSONS = {Role.APPLICANT: "申请人", Role.PROXY: "代办人"}
NOBODY = SentPerson(Role.CERTIFIED, "", "", "", "", deceased=False, died_on=None)


@dataclass(frozen=True, slots=True)
class Followed:
    """The old paper, from the new case: why it is asked for again, and what changed."""

    id: UUID
    number: str
    again: Again
    reason: str
    in_force: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Following:
    """A newer case that corrects or doubles this paper."""

    id: UUID
    again: Again
    state: State
    number: str

    @property
    def words(self) -> str:
        """更正：核实中, or its number."""
        return f"{WORDS[f'again.{self.again}']}：{self.number or WORDS[self.state]}"


def application_of(certificate: Certificate, day: date) -> Application:
    """The application again, to be judged by the lists of `day`."""
    persons: dict[str, list[PersonGiven]] = {role: [] for role in Role}
    for party in Party.objects.filter(certificate=certificate).order_by("role", "position"):
        persons[party.role].append(_given(party))
    values = secrets.opened_fields(certificate.id, certificate.fields_encrypted)
    title, form = certificate.brought_title, Form.model_validate(certificate.form)
    brought = brought_in(title, form, values) if title else None
    own_title = {} if brought or certificate.entry_code else {TITLE.key: certificate.title}
    return Application(
        question=from_json(certificate.question, day),
        purpose=certificate.purpose,
        copies=certificate.copies,
        values={**values, **own_title},
        applicant=persons[Role.APPLICANT][0],
        channel=Channel.COUNTER,
        certified=tuple(persons[Role.CERTIFIED]),
        proxy=next(iter(persons[Role.PROXY]), None),
        brought=brought,
    )


def _given(party: Party) -> PersonGiven:
    identity = secrets.opened_word(party.id, "identity", party.identity_encrypted)
    given = PersonGiven(
        party.name, identity, identity_note=party.identity_note,
        phone=secrets.opened_word(party.id, "phone", party.phone_encrypted),
        relation=party.relation, deceased=party.deceased, died_on=party.died_on,
    )  # fmt: skip
    return replace(given, identity_kind=party.identity_kind) if identity else given


def facts_for_again(
    certificate: Certificate, application: Application, again: Again, *, reason: str, at: datetime
) -> AgainFacts:
    """What the rule looks at; the caller holds the old paper."""
    before = contents_of(certificate)
    served = serving(certificate.organization_id, application, at)
    after = as_kept(application, served.form or before.form)  # on a no the application is refused anyway
    problem = words_problem("为什么", reason, LONGEST_REASON)
    return AgainFacts(
        again=again,
        reason=reason,
        open_correction=open_correction(certificate),
        differs=tuple(change.what for change in changes(before, after)),
        problems=(problem,) if problem else (),
    )


def reasons_to_ask_again(certificate: Certificate) -> Iterator[Refusal]:
    """What stands in the way whatever will be typed: the same rule, everything else taken as said."""
    whole = AgainFacts(Again.CORRECTION, "写好了", open_correction(certificate), differs=("有改动",))
    return refusals_to_ask_again(whole)


def open_correction(certificate: Certificate) -> str:
    """Where the correction stands that is under way; empty without one."""
    running = Certificate.objects.filter(corrects=certificate).exclude(state__in=OVER)
    state = running.values_list("state", flat=True).first()
    return WORDS[state] if state else ""


def earlier_of(certificate: Certificate) -> Earlier | None:
    """The paper a case corrects or doubles, as it stands now."""
    pk = certificate.corrects_id or certificate.reissues_id
    if pk is None:
        return None
    number, state = Certificate.objects.values_list("number", "state").get(pk=pk)
    return Earlier(number, state in IN_FORCE)


def differs_from_the_reissued(certificate: Certificate) -> tuple[str, ...]:
    """Labels of what a paper that doubles another does not say as it does; how many copies is free."""
    if certificate.reissues is None:
        return ()
    before, after = contents_of(certificate.reissues), contents_of(certificate)
    return tuple(one.what for one in changes(before, replace(after, copies=before.copies)))


def followed(certificate: Certificate, lines: tuple[RegisterLine, ...]) -> Followed | None:
    """The old paper beside the new case; `lines` are the new case's."""
    old = certificate.corrects or certificate.reissues
    if old is None:
        return None
    first = next(line for line in lines if line.kind == "certificate.applied_again")
    reason = ERASED_WORDS if first.personal is None else first.personal["reason"]
    return Followed(
        old.id, old.number, Again.CORRECTION if certificate.corrects_id else Again.REISSUE, reason,
        old.state in IN_FORCE, changes(contents_of(old), contents_of(certificate)),
    )  # fmt: skip


def following(certificate: Certificate) -> tuple[Following, ...]:
    """Every newer case that did not come to nothing, the oldest first."""
    later = Certificate.objects.filter(corrects=certificate) | Certificate.objects.filter(
        reissues=certificate
    )
    rows = later.exclude(state__in=OVER).order_by("applied_at", "id")
    return tuple(
        Following(pk, Again.CORRECTION if corrects else Again.REISSUE, State(state), number)
        for pk, corrects, state, number in rows.values_list("id", "corrects_id", "state", "number")
    )


def changes(before: Contents, after: Contents) -> tuple[Change, ...]:
    """Everything said otherwise than before."""
    return (*_fields(before, after), *_around(before, after), *_certified(before, after))


def _fields(before: Contents, after: Contents) -> Iterator[Change]:
    """The fields of both forms: free words may be one sentence more or less."""
    old, new = printed(before.form, before.values), printed(after.form, after.values)
    for field in {field.key: field for field in (*after.form.fields, *before.form.fields)}.values():
        was, now = old.get(field.key, ""), new.get(field.key, "")
        if was == now:
            continue
        if field.kind is FieldKind.IDENTITY:
            hidden = mask_identity(was) == mask_identity(now)
            yield Change(field.label, mask_identity(was), mask_identity(now), hidden)
        else:
            yield Change(field.label, was, now)


def _around(before: Contents, after: Contents) -> Iterator[Change]:
    for label, was, now in (
        ("标题", before.form.title, after.form.title),
        ("需要单位", before.demanding_unit, after.demanding_unit), ("用途", before.purpose, after.purpose),
        ("份数", f"{before.copies}份", f"{after.copies}份"),
        *((label, _named(before, role), _named(after, role)) for role, label in OTHER_PERSONS.items()),
    ):  # fmt: skip
        if was != now:
            yield Change(label, was, now)


def _certified(before: Contents, after: Contents) -> Iterator[Change]:
    """Who is certified. Name and number of the first one are fields of the form."""
    pairs = zip_longest(_on_paper(before), _on_paper(after), fillvalue=NOBODY)
    for place, (was, now) in enumerate(pairs, 1):
        if was != now:
            old, new = _in_words(was), _in_words(now)
            yield Change("被证明人" if place == 1 else f"第{place}位被证明人", old, new, old == new)


def _on_paper(contents: Contents) -> list[SentPerson]:
    """The certified as they may stand on the paper: no telephone; the first one stands in the form."""
    first, *others = (one for one in contents.persons if one.role is Role.CERTIFIED)
    return [
        replace(NOBODY, deceased=first.deceased, died_on=first.died_on),
        *(replace(one, phone="") for one in others),
    ]


def _in_words(one: SentPerson) -> str:
    gone = Certified(one.name, deceased=one.deceased, died_on=one.died_on).gone
    return "，".join(part for part in (one.name, one.relation, mask_identity(one.identity), gone) if part)


def _named(contents: Contents, role: Role) -> str:
    """Names and how they are related; numbers and telephones stand on no paper."""
    found = (one for one in contents.persons if one.role is role)
    return "、".join(f"{one.name}（{one.relation}）" if one.relation else one.name for one in found)
