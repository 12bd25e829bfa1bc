"""What a refusal rests on, and the words of its 告知单."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.lists import Contact
from zhengyin.catalogue.policy import Answer, Way
from zhengyin.certificates import secrets
from zhengyin.certificates.facts.applying import RefuseFacts
from zhengyin.certificates.kinds import Ground
from zhengyin.certificates.models import Certificate, Notice, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.queries.completing import asked_to_complete
from zhengyin.certificates.queries.judging import judged_again
from zhengyin.certificates.told import BY_THE_LISTS, GROUND_OF, TITLES, WHERE, RefusalGiven, Steps, Told
from zhengyin.certificates.typed import words_problem
from zhengyin.documents import fonts
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of

LIMITS = {
    "why": ("为什么", 300),
    "where": ("去哪里办", 150),
    "bring": ("带什么", 150),
    "telephone": ("打电话", 60),
}


def tidied(given: RefusalGiven) -> RefusalGiven:
    """Trim what stands on the paper."""
    return replace(given, **{name: " ".join(getattr(given, name).split()) for name in LIMITS})


def facts_for_refuse(certificate: Certificate, given: RefusalGiven, at: datetime) -> RefuseFacts:
    """What the rule looks at."""
    return RefuseFacts(
        ground=given.ground,
        lists_say=GROUND_OF.get(judged_again(certificate, at).outcome, ""),
        asked_to_complete=asked_to_complete(certificate),
        why=given.why,
        where=given.where,
        problems=tuple(words for _, words in problems_of(given)),
    )


def problems_of(given: RefusalGiven) -> list[tuple[str, str]]:
    """(field, what does not fit the paper), by the same function on the page and in the act."""
    found = []
    for name, (label, most) in LIMITS.items():
        said = getattr(given, name)
        words = words_problem(label, said, most)
        odd = "、".join(fonts.uncovered(said))
        found.append((name, words or (f"“{odd}”这个字印不出来，请换一个字" if odd else "")))
    return [(name, words) for name, words in found if words]


def told_of(certificate: Certificate, given: RefusalGiven, handler: str, at: datetime) -> Told:
    """The words of the paper."""
    answer = judged_again(certificate, at)
    applicant = Party.objects.get(certificate=certificate, role=Role.APPLICANT)
    return Told(
        to=applicant.name,
        answer=answer_words(certificate, given, answer),
        why=given.why,
        basis=basis_words(certificate, given, answer),
        steps=given.steps + (other_ways(answer) if given.ground in BY_THE_LISTS else ()),
        stuck=stuck_words(
            catalogue.rules_for(certificate.organization_id, day_of(at)).complaint, Ground(given.ground)
        ),
        handler=handler,
        title=TITLES[Ground(given.ground)],
    )


def other_ways(answer: Answer) -> Steps:
    """What the lists know besides the first way, which the handler put into words of his own (H3.1d)."""
    return tuple(step for way in answer.ways[1:] for step in steps_of(way))


def steps_of(way: Way) -> Iterator[tuple[str, str]]:
    """去哪里, 带什么, 打电话: one each, as far as they are known."""
    where = f"{way.who}：{way.do}" + (f"（{way.where}）" if way.where else "")
    yield WHERE, where + ("（需本县（旗区）确认，去之前先打电话问）" if way.to_confirm else "")
    if way.bring:
        yield "带什么", "、".join(way.bring)
    if way.contact and way.contact.telephone:
        yield "打电话", f"{way.contact.name} {way.contact.telephone}"


def answer_words(certificate: Certificate, given: RefusalGiven, answer: Answer) -> str:
    """The lists' own answer, or that it cannot be this time."""
    return answer.headline if given.ground in BY_THE_LISTS else f"“{certificate.title}”这次不能开。"


def basis_words(certificate: Certificate, given: RefusalGiven, answer: Answer) -> str:
    """What the lists' no rests on; nothing where the lists would have let it through."""
    basis = "；".join(answer.basis) if answer.outcome.is_no else ""
    return basis or (certificate.basis or certificate.list_version if given.ground == Ground.RULE else "")


def stuck_words(complaint: Contact, ground: Ground) -> str:
    """Whom to call when it does not work out; the unit may ask too, where nobody is to issue it (H3.1d)."""
    whom = f"打{complaint.name} {complaint.telephone}" if complaint.telephone else f"找{complaint.name}"
    if ground is not Ground.RULE:
        return f"您觉得不合理，{whom}反映。"
    same = "打这个电话" if complaint.telephone else "向它"
    return f"对方还是要，请对方{whom}问；您觉得不合理，也{same}反映。"


def number_of(certificate: Certificate, year: int, no: int) -> str:
    """平头川镇李家湾村告字〔2026〕3号."""
    stem = regions.committee(certificate.organization_id).number_prefix.removesuffix("证字")
    return f"{stem}告字〔{year}〕{no}号"


def told_to(certificate: Certificate) -> Told | None:
    """What the case's 告知单 said; None where it has none."""
    notice = Notice.objects.filter(pk=certificate.pk).first()
    return told_in(notice) if notice else None


def told_in(notice: Notice) -> Told:
    """What a 告知单 said."""
    return Told.read(secrets.opened_told(notice.certificate_id, notice.told_encrypted))
