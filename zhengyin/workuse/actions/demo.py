"""Letters of introduction of last year for the demonstration: a year that is over, to be closed.

By the same acts as any other, by people who held their offices then. The lines say when they were
written, as every line does: at set-up.
"""

from datetime import date, datetime, time

from django.db import transaction

from zhengyin.people.actions.sessions import close_session, open_session
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account
from zhengyin.people.policy.factors import Factor
from zhengyin.people.queries import actor_for
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.regions.packs import Demo
from zhengyin.regions.packs.demo import DemoCommittee, DemoLetter
from zhengyin.regions.queries import is_demonstration
from zhengyin.registers.queries import now
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.shared.refusal import Refusal, Refused
from zhengyin.workuse.actions.ask import ask
from zhengyin.workuse.actions.decide import approve
from zhengyin.workuse.actions.grant import grant
from zhengyin.workuse.actions.seal import seal
from zhengyin.workuse.asked import WorkAsked
from zhengyin.workuse.facts import NOT_MAJOR
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.policy.introduction import Letter
from zhengyin.workuse.queries.content import digest_of

VALID_DAYS = 7
NOON = time(12, tzinfo=SHANGHAI)


@transaction.atomic
def load_demo_letters(*, demo: Demo, at: datetime) -> int:
    """Give out the letters of the cast, one copy each; return how many. Loading twice does nothing.

    Needs the cast of people and their seals. Refused: not_a_demonstration, and whatever the acts refuse.
    """
    if not is_demonstration():
        raise Refused([Refusal("not_a_demonstration")])
    return sum(_load(demo, one, letter, at) for one in demo.committees for letter in one.letters_last_year)


def _load(demo: Demo, one: DemoCommittee, letter: DemoLetter, at: datetime) -> bool:
    owner = organization_id(key_of(OrganizationKind.COMMITTEE, one.code))
    then = datetime.combine(date(day_of(at).year - 1, letter.month, letter.day), NOON)
    if WorkUse.objects.filter(organization_id=owner, year=then.year, matter=letter.matter).exists():
        return False
    handler, approver, custodian = (
        _logged_in(demo, key, at, then) for key in (letter.handler, letter.approver, letter.custodian)
    )
    asked = WorkAsked(
        kind=Kind.INTRODUCTION, scope=letter.scope, matter=letter.matter, copies=1, for_resident=None,
        major=NOT_MAJOR, letter=Letter(letter.to, demo.person(letter.bearer).name, 1, VALID_DAYS),
    )  # fmt: skip
    row = ask(organization_id=owner, asked=asked, actor=handler, at=then)
    approve(work_use_id=row.pk, near_relative=False, seen=digest_of(row), actor=approver, at=then)
    held = grant(work_use_id=row.pk, actor=custodian, at=then)
    seal(
        work_use_id=row.pk, grant_id=held.pk, copies=1, impressions=2, near_relative=False, checked=None,
        actor=custodian, at=then,
    )  # fmt: skip
    for actor in (handler, approver, custodian):
        assert actor.session_id is not None
        close_session(session_id=actor.session_id, because="set_up", at=now())
    return True


def _logged_in(demo: Demo, key: str, at: datetime, then: datetime) -> Actor:
    """A session of now, for the lines are written now; the offices are those of `then`."""
    account = Account.objects.select_related("person").get(username=demo.person(key).login)
    session = open_session(account=account, factor=Factor.APP, device=None, address_prefix="", at=at)
    return actor_for(account, session.id, then)
