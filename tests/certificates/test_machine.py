"""Any acts of any people in any order, over the turn of a year: what must never be never is.

A step is an act on the papers, the seal or the books of one village, fitting or not. A model of a dozen
facts says beforehand of the simple ones whether they may happen; after each step the statements of `never`
are asked of the database. 500 steps in the ordinary run; `make test-long` takes 10,000
(ZHENGYIN_MACHINE_STEPS). Hypothesis gives a number a step, from which the act is drawn by its weight; a
failure says the walk that led there, to be pasted into a test.
"""

import os
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from django.db import connection, connections, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.certificates.life_base import CLERK, DIRECTOR
from tests.certificates.life_papers import PaperRules
from tests.certificates.life_seal import SealRules
from tests.certificates.life_year import YearRules
from tests.certificates.never import NEVER
from tests.certificates.turning import load_before, turn_of_year
from tests.certificates.walked import WALK
from tests.conftest import connect_to
from zhengyin.cli.audited import sources
from zhengyin.registers.audit.report import audit

STEPS = int(os.environ.get("ZHENGYIN_MACHINE_STEPS", "500"))
A_LIFE = 100  # steps at most; then another village's life begins
LIVES = 2 * STEPS // A_LIFE  # Hypothesis ends some of them early
BEFORE = (timedelta(days=9), timedelta(days=2), timedelta(hours=3))  # the turn of the year
OFTEN = {
    "approve", "seal office certificate", "seal office work", "seal out certificate", "seal out work",
    "ask out", "approve out", "leave", "bring back", "lose", "stop", "restore", "order", "collect", "issue",
    "entrust", "open handover", "complete handover", "act for", "lend", "take back", "print pad",
    "enter late marked", "enter late unmarked", "prepare year", "sign year", "close year",
}  # fmt: skip


class Life(PaperRules, SealRules, YearRules):
    """One village's papers, seal and books, from some days before a year ended."""

    def begin(self) -> None:
        """Two papers wait for the seal."""
        for of_work in (False, True):
            self.walk("bring", of_work=of_work, who=CLERK)
            self.walk("approve", which=0, who=DIRECTOR)

    def what_must_never_be(self) -> None:
        with connection.cursor() as cursor:
            for name, statement in NEVER.items():
                cursor.execute(statement)
                assert cursor.fetchall() == [], name
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture(scope="module")
def turning(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A committed database of the village before the turn of the year."""
    name, before = harness.copy_of(harness.template()), str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(name)
        load_before(turn_of_year(), tmp_path_factory.mktemp("packs"))
        yield
        connect_to(before)
    harness.drop(name)


class Machine(RuleBasedStateMachine):
    """A life in one transaction that is rolled back; the audit finds nothing wrong with its books."""

    tally: Counter[str]

    @initialize(before=st.sampled_from(BEFORE))
    def begin(self, before: timedelta) -> None:
        self.around = transaction.atomic()
        self.around.__enter__()
        self.life = Life(turn_of_year(), before, self.tally)
        self.life.begin()

    @rule(number=st.integers(0, 2**64 - 1))
    def act(self, number: int) -> None:
        try:
            self.life.step(Random(f"{number} {len(self.life.said)}"))  # Hypothesis likes some numbers
        except Exception as error:
            before = self.life.turn - self.life.began
            error.add_note("\n".join((f"{before} before the turn", *self.life.said)))
            raise
        self.tally["steps"] += 1

    @invariant()
    def what_must_never_be(self) -> None:
        self.life.what_must_never_be()

    def teardown(self) -> None:
        if not hasattr(self, "around"):
            return
        try:
            assert audit(sources()).breaks == ()
        finally:
            transaction.set_rollback(True)
            self.around.__exit__(None, None, None)


@pytest.mark.clause("H3.2.2a", "H3.2.3a", "H3.2.4b", "H3.2.4c", "H3.2.4e", "H3.2.3e")
def test_any_order_of_acts(turning: None) -> None:
    tally: Counter[str] = Counter()
    run_state_machine_as_test(
        type("Lives", (Machine,), {"tally": tally}),
        settings=settings(
            max_examples=LIVES, stateful_step_count=A_LIFE, deadline=None, database=None,
            derandomize=STEPS <= 500, phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    assert tally["steps"] >= STEPS
    print(*(f"{count:5} {what}" for what, count in sorted(tally.items())), sep="\n")  # what -s shows
    # Short lives may leave out three; that every one of them happens in CI too is asserted of the walk below.
    missing = {name for name in OFTEN if not tally[name]}
    assert len(missing) <= (3 if STEPS <= 500 else 0), missing


def refused(tally: Counter[str], name: str) -> str:
    """The codes with which it was refused, all in one text."""
    return " ".join(said for said in tally if said.startswith(f"{name} refused"))


@pytest.mark.clause("H3.2.4b", "H3.2.4c", "H3.2.3e")
def test_a_walk_through_the_acts(turning: None) -> None:
    """Every act in an order in which it happens, and the chief refusals."""
    tally: Counter[str] = Counter()
    with transaction.atomic():
        life = Life(turn_of_year(), timedelta(days=2), tally)
        life.begin()
        for name, said in WALK:
            life.walk(name, **said)
            life.what_must_never_be()
        assert audit(sources()).breaks == ()
        transaction.set_rollback(True)
    assert {name for name in OFTEN if not tally[name]} == set()
    assert "seal_is_out" in refused(tally, "seal office certificate")
    assert "seal_not_out" in refused(tally, "seal out work")
    assert "no_seal_in_use" in refused(tally, "seal office work")
    assert "year_closed" in refused(tally, "straggle")
    assert "approver_may_not_seal" in refused(tally, "seal office certificate")
