"""Any acts in any order: the real database agrees with a model of ten lines, and its invariants hold.

Each step is an act on any seal, fitting or not. The model says beforehand whether it may happen; the
room must do it exactly then. After each step the invariants are asked of the database in SQL.
500 steps in the ordinary run; `make test-long` takes 10,000 (ZHENGYIN_MACHINE_STEPS).
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.seals.cast import AT, HUINING, LIJIAWAN, Cast, kinds_of
from zhengyin.documents import files
from zhengyin.regions.names import Ending
from zhengyin.seals import actions
from zhengyin.seals.actions import Wanted
from zhengyin.seals.kinds import HandoverReason, SealKind
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.policy.custody import Entrustment
from zhengyin.seals.policy.handover import Listing, Signed
from zhengyin.seals.policy.voiding import Withheld
from zhengyin.seals.workflow import CUSTODY, HANDOVER, SEAL
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused

STEPS = int(os.environ.get("ZHENGYIN_MACHINE_STEPS", "500"))
A_LIFE = 50  # steps from the first order on; then another village's life begins
ENGRAVING, IN_USE, STOPPED = "engraving", "in_use", "stopped"
COLLECTED, DESTROYED, CALLED_OFF = "seal_collected", "seal_destroyed", "seal_called_off"
LOST, DISPUTED, ENDED, VOID = "seal_lost", "seal_disputed", "seal_committee_ended", "seal_declared_void"
KEEPERS = ("ljw_custodian", "ljw_clerk")

NEVER = {
    "two official seals in use": """
        SELECT committee_id FROM seals_seal WHERE kind = 'official' AND state = 'in_use'
        GROUP BY committee_id HAVING count(*) > 1""",
    "one in use while an old one could be handed in": """
        SELECT a.id FROM seals_seal a JOIN seals_seal b USING (committee_id, kind, purpose)
        JOIN seals_stop x ON x.seal_id = b.id AND x.ended_at IS NULL
            AND x.reason NOT IN ('seal_lost', 'seal_declared_void')
        WHERE a.state = 'in_use' AND b.state = 'stopped'""",
    "standing still without a reason, or a reason without standing still": """
        SELECT s.id FROM seals_seal s WHERE (s.state = 'stopped') <> EXISTS (
            SELECT FROM seals_stop x WHERE x.seal_id = s.id AND x.ended_at IS NULL)
        AND s.state IN ('engraving', 'in_use', 'stopped')""",
    "custody given of a seal not in use": """
        SELECT c.id FROM seals_custody c JOIN seals_seal s ON s.id = c.seal_id
        WHERE c.recorded_at < s.issued_at OR EXISTS (SELECT FROM seals_stop x WHERE x.seal_id = s.id
            AND x.stopped_at <= c.recorded_at AND (x.ended_at IS NULL OR x.ended_at > c.recorded_at))""",
    "a seal of a committee that ended": """
        SELECT s.id FROM seals_seal s JOIN regions_committee c ON c.organization_id = s.committee_id
        WHERE c.ended_on IS NOT NULL AND s.state IN ('engraving', 'in_use')""",
    "destroyed and not collected before": """
        SELECT d.seal_id FROM seals_destruction d LEFT JOIN seals_collection c USING (seal_id)
        WHERE c.seal_id IS NULL OR c.collected_on > d.destroyed_on""",
    "a handover of a seal not in use": """
        SELECT h.id FROM seals_handover h JOIN seals_seal s ON s.id = h.seal_id
        WHERE h.state = 'handing_over' AND s.state <> 'in_use'""",
    "a custody of a seal that was collected": """
        SELECT c.id FROM seals_custody c JOIN seals_seal s ON s.id = c.seal_id
        WHERE c.state = 'kept' AND s.state IN ('seal_collected', 'seal_destroyed')""",
    "an office of custodian that outlived the last seal, or a seal kept without one": """
        SELECT a.id FROM people_appointment a JOIN seals_custody c ON c.appointment_id = a.id
        GROUP BY a.id HAVING (a.valid_until IS NULL) <> bool_or(c.state = 'kept')""",
    "a custodian who keeps two seals by two offices": """
        SELECT person_id FROM seals_custody WHERE state = 'kept'
        GROUP BY person_id HAVING count(DISTINCT appointment_id) > 1""",
    "a certificate that signs for a committee that ended": """
        SELECT k.id FROM seals_signingcertificate k JOIN regions_committee c
        ON c.organization_id = k.committee_id WHERE c.ended_on IS NOT NULL AND k.revoked_at IS NULL""",
}


Made = Seal | Custody | Handover


@dataclass
class Known:
    """What the model knows of one seal."""

    state: str = ENGRAVING
    reason: str = ""
    replaces: UUID | None = None
    kind: SealKind = SealKind.OFFICIAL
    keeper: str = ""  # who keeps it, or kept it last
    custody: UUID | None = None
    handover: int = 0  # the number of the open one
    broken_off: bool = False  # the last one ended with a stop

    def stop(self, reason: str) -> None:
        self.state, self.reason = STOPPED, reason
        self.handover, self.broken_off = 0, self.broken_off or bool(self.handover)

    @property
    def out(self) -> bool:
        """In the village's hands, and to be had back."""
        return self.state == IN_USE or (self.state == STOPPED and self.reason not in (LOST, VOID))


class Life(RuleBasedStateMachine):
    """The seals of one village, of two kinds, kept by two people, over two days, a step an hour."""

    cast: Cast

    @initialize()
    def begin(self) -> None:
        self.around = transaction.atomic()
        self.around.__enter__()
        self.at = AT
        self.seals: dict[UUID, Known] = {}
        self.handovers = 0
        self.scan = files.put(
            data=b"%PDF-signed", content_type="application/pdf", purpose="seal.handover", owner=LIJIAWAN,
            county_code=HUINING, at=AT,
        ).pk  # fmt: skip
        self.ended = False
        self.township = self.cast.actor("pt_officer")
        self.director = self.cast.actor("ljw_director")

    def teardown(self) -> None:
        if hasattr(self, "around"):
            transaction.set_rollback(True)
            self.around.__exit__(None, None, None)

    def done(self, may: bool, act: Callable[[], Made | None]) -> Made | None:
        """Do it, and see that it happened exactly where the model says so."""
        self.at += timedelta(hours=1)  # 50 of them lie before the database's clock
        try:
            made = act()
        except Refused as refused:
            assert not may, refused
            return None
        assert may, "it should have been refused"
        return made

    def chosen(self, which: int) -> tuple[UUID, Known]:
        ids = list(self.seals)
        key = ids[which % len(ids)] if ids else UUID(int=0)
        return key, self.seals.get(key, Known(state="none"))

    def others(self, key: UUID) -> list[Known]:
        kind = self.seals[key].kind
        return [known for other, known in self.seals.items() if other != key and known.kind is kind]

    @rule(kind=st.sampled_from(SealKind))
    def order(self, kind: SealKind) -> None:
        same = [known for known in self.seals.values() if known.kind is kind]
        may = not self.ended and all(known.state != ENGRAVING for known in same)
        made = self.done(may, lambda: actions.order_seal(
            organization_id=LIJIAWAN, kind=kind, purpose="档案专用章", reason="磨损", actor=self.township,
            at=self.at,
        ))  # fmt: skip
        if made is not None:
            assert isinstance(made, Seal)
            old = made.replaces_id
            assert old is None or self.seals[old].state in (IN_USE, STOPPED)
            assert old is not None or not any(known.out for known in same)
            self.seals[made.pk] = Known(replaces=old, kind=kind)

    def act_on(
        self, which: int, may: Callable[[UUID, Known], bool], act: Callable[[UUID], Seal]
    ) -> Known | None:
        key, known = self.chosen(which)
        if known.state == "none":
            return None
        return known if self.done(may(key, known), lambda: act(key)) is not None else None

    @rule(which=st.integers(0, 20))
    def issue(self, which: int) -> None:
        known = self.act_on(
            which,
            lambda key, seal: seal.state == ENGRAVING and not any(one.out for one in self.others(key)),
            lambda key: actions.issue_seal(
                seal_id=key, made_on=day_of(self.at), issued_on=day_of(self.at), received_by="李国栋",
                actor=self.township, at=self.at,
            ),
        )  # fmt: skip
        if known:
            known.state = IN_USE

    @rule(which=st.integers(0, 20))
    def call_off(self, which: int) -> None:
        known = self.act_on(
            which,
            lambda key, seal: (
                seal.state == ENGRAVING
                and (seal.replaces is None or self.seals[seal.replaces].state not in (COLLECTED, DESTROYED))
            ),
            lambda key: actions.call_off_seal(seal_id=key, reason="不换", actor=self.township, at=self.at),
        )
        if known:
            known.state = CALLED_OFF

    @rule(which=st.integers(0, 20))
    def report_loss(self, which: int) -> None:
        known = self.act_on(
            which,
            lambda key, seal: (
                seal.state == IN_USE or (seal.state == STOPPED and seal.reason in (DISPUTED, ENDED))
            ),
            lambda key: actions.report_loss(
                seal_id=key, lost_at=self.at, circumstances="被盗", actor=self.director, at=self.at
            ),
        )
        if known:
            known.stop(LOST)

    @rule(which=st.integers(0, 20))
    def stop(self, which: int) -> None:
        known = self.act_on(
            which,
            lambda key, seal: seal.state == IN_USE,
            lambda key: actions.stop_seal(seal_id=key, reason="争议", actor=self.township, at=self.at),
        )
        if known:
            known.stop(DISPUTED)

    @rule(which=st.integers(0, 20))
    def declare_void(self, which: int) -> None:
        known = self.act_on(
            which,
            lambda key, seal: seal.state == IN_USE or (seal.state == STOPPED and seal.reason == DISPUTED),
            lambda key: actions.declare_seal_void(
                seal_id=key, withheld=Withheld(self.at, "平政公告〔2026〕3号", "不交"), actor=self.township,
                at=self.at,
            ),
        )  # fmt: skip
        if known:
            known.stop(VOID)
            known.custody = None

    @rule(which=st.integers(0, 20))
    def restore(self, which: int) -> None:
        known = self.act_on(
            which,
            lambda key, seal: seal.state == STOPPED and not self.ended and seal.reason != VOID
            and all(one.state not in (ENGRAVING, IN_USE) for one in self.others(key)),
            lambda key: actions.restore_seal(seal_id=key, reason="好了", actor=self.township, at=self.at),
        )  # fmt: skip
        if known:
            known.state, known.reason = IN_USE, ""
            if known.broken_off:  # it goes on, under a number of its own
                self.handovers += 1
                known.handover, known.broken_off = self.handovers, False

    @rule(which=st.integers(0, 20))
    def collect(self, which: int) -> None:
        known = self.act_on(
            which,
            lambda key, seal: seal.state in (IN_USE, STOPPED) and (
                (seal.state == STOPPED and (seal.reason != DISPUTED or self.ended))
                or any(one.state == ENGRAVING and one.replaces == key for one in self.others(key))
            ),
            lambda key: actions.collect_seal(
                seal_id=key, collected_on=day_of(self.at), handed_in_by="李国栋", actor=self.township,
                at=self.at,
            ),
        )  # fmt: skip
        if known:
            known.state, known.handover, known.custody = COLLECTED, 0, None

    @rule(which=st.integers(0, 20))
    def destroy(self, which: int) -> None:
        known = self.act_on(
            which,
            lambda key, seal: seal.state == COLLECTED,
            lambda key: actions.destroy_seal(
                seal_id=key, destroyed_on=day_of(self.at), place="镇政府", how="锯断",
                witnesses=("赵大有", "钱进"), actor=self.township, at=self.at,
            ),
        )  # fmt: skip
        if known:
            known.state = DESTROYED

    @rule(which=st.integers(0, 20))
    def entrust(self, which: int) -> None:
        key, known = self.chosen(which)
        if known.state == "none":
            return
        made = self.done(known.state == IN_USE and not known.keeper, lambda: actions.appoint_custodian(
            seal_id=key, person_id=self.cast.person(KEEPERS[0]).pk, place="保险柜",
            ground=Entrustment(day_of(self.at), "委托书"), since=day_of(self.at), actor=self.director,
            at=self.at,
        ))  # fmt: skip
        if made is not None:
            known.custody, known.keeper = made.pk, KEEPERS[0]

    @rule(which=st.integers(0, 20))
    def end_custody(self, which: int) -> None:
        _, known = self.chosen(which)
        if known.custody is not None:
            custody = known.custody
            self.done(True, lambda: actions.end_custody(
                custody_id=custody, on=day_of(self.at), reason="换人", actor=self.director, at=self.at
            ))  # fmt: skip
            known.custody = None

    @rule(which=st.integers(0, 20))
    def open_handover(self, which: int) -> None:
        key, known = self.chosen(which)
        if known.state == "none":
            return
        may = known.state == IN_USE and bool(known.keeper) and not known.handover
        if self.done(may, lambda: actions.open_handover(
            seal_id=key, reason=HandoverReason.CHANGE, changed_on=day_of(self.at), actor=self.director,
            at=self.at,
        )):  # fmt: skip
            self.handovers += 1
            for one in self.seals.values():
                if one.state == IN_USE and one.keeper == known.keeper and not one.handover:
                    one.handover = self.handovers

    @rule(which=st.integers(0, 20))
    def complete_handover(self, which: int) -> None:
        """Counted and signed: all seals of the number pass to the other of the two at once."""
        key, known = self.chosen(which)
        if not known.handover:
            return
        row = Handover.objects.get(seal_id=key, state="handing_over")
        said = {"handover_id": row.pk, "actor": self.director}
        listing = Listing("完好", "钥匙两把", "登记簿5本", "", "没有", "无")
        actions.list_for_handover(listing=listing, at=self.at, **said)  # type: ignore[arg-type]
        heir = KEEPERS[1 - KEEPERS.index(known.keeper)]
        wanted = Wanted(
            self.cast.person(heir).pk, Entrustment(day_of(self.at), "委托书"), "柜", day_of(self.at)
        )
        signed = Signed(
            day_of(self.at), self.cast.person(known.keeper).pk, "",
            self.cast.person("ljw_supervisor").pk, self.scan,
        )  # fmt: skip
        self.done(True, lambda: actions.complete_handover(
            wanted=replace(wanted, since=day_of(self.at)), signed=signed, at=self.at, **said  # type: ignore[arg-type]
        ))  # fmt: skip
        number = known.handover
        for other, one in self.seals.items():
            if one.handover == number:
                one.keeper, one.handover = heir, 0
                one.custody = Custody.objects.get(seal_id=other, state="kept").pk

    @rule(luck=st.integers(0, 19))
    def end_committee(self, luck: int) -> None:
        """Seldom, for little happens afterwards."""
        if luck:
            return

        def act() -> None:
            actions.end_committee(
                organization_id=LIJIAWAN, how=Ending.ABOLISHED, ended_on=day_of(self.at), into_id=None,
                document="会政发〔2026〕12号", actor=self.township, at=self.at,
            )  # fmt: skip

        before = self.ended
        self.done(not before, act)
        self.ended = True
        for known in () if before else self.seals.values():
            if known.state == ENGRAVING:
                known.state = CALLED_OFF
            elif known.state == IN_USE:
                known.stop(ENDED)

    @invariant()
    def what_must_never_be(self) -> None:
        with connection.cursor() as cursor:
            for name, statement in NEVER.items():
                cursor.execute(statement)
                assert cursor.fetchall() == [], name

    @invariant()
    def tables_lines_and_model_agree(self) -> None:
        seals = Seal.objects.filter(committee_id=LIJIAWAN).order_by("id")
        stored = {row.pk: row.state for row in seals}
        assert stored == {key: known.state for key, known in getattr(self, "seals", {}).items()}
        for key, state in stored.items():
            assert SEAL.replay(kinds_of(key)) == state
        for custody in Custody.objects.filter(seal__committee_id=LIJIAWAN).order_by("id"):
            assert CUSTODY.replay(kinds_of(custody.pk)) == custody.state
        kept = Custody.objects.filter(seal__committee_id=LIJIAWAN, state="kept").order_by("id")
        known = {key: one.custody for key, one in getattr(self, "seals", {}).items() if one.custody}
        assert {one.seal_id: one.pk for one in kept} == known
        rows = Handover.objects.filter(committee_id=LIJIAWAN).order_by("id")
        open_ = {key for key, one in getattr(self, "seals", {}).items() if one.handover}
        assert {row.seal_id for row in rows if row.state == "handing_over"} == open_
        for row in rows:
            assert HANDOVER.replay(kinds_of(row.pk)) == row.state
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.clause("H3.2.1a", "H3.2.1b", "H3.2.1c", "H3.2.1d")
def test_any_order_of_acts(cast: Cast) -> None:
    actions.make_county_authority(county_code=HUINING, at=AT)
    run_state_machine_as_test(
        type("OneLife", (Life,), {"cast": cast}),
        settings=settings(
            max_examples=max(1, STEPS // A_LIFE), stateful_step_count=A_LIFE, deadline=None, database=None,
            derandomize=STEPS <= 500, phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
