"""A committee is abolished or merged: its seals stop the same day, are collected; its books stay."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.seals.cast import AT, HARIGENTU, HUISHIMEN, LIJIAWAN, PINGTOUCHUAN, TODAY, Cast, kinds_of, refused
from tests.seals.test_constraints import refuses
from tests.seals.test_handover import begin
from tests.seals.test_life import collect, destroy, lose, replace, restore
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.regions.names import Ending
from zhengyin.registers.queries import lines_of
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Seal, SigningCertificate, Stop
from zhengyin.seals.workflow import SealState
from zhengyin.shared.refusal import Refused

PAPER = "会政发〔2026〕12号"


def end(cast: Cast, who: str = "pt_officer", organization_id: UUID = LIJIAWAN, **said: object) -> Committee:
    values: dict[str, object] = {
        "how": Ending.MERGED, "ended_on": TODAY, "into_id": PINGTOUCHUAN, "document": PAPER, **said,
    }  # fmt: skip
    return actions.end_committee(
        organization_id=organization_id,
        actor=cast.actor(who),
        at=AT,
        **values,  # type: ignore[arg-type]
    )


@pytest.mark.clause("H3.2.1d")
def test_the_seal_stops_the_same_day_and_is_collected(cast: Cast) -> None:
    seal = cast.kept().seal
    end(cast)
    seal.refresh_from_db()
    assert seal.state == SealState.STOPPED
    assert Stop.objects.get(seal=seal).reason == "seal_committee_ended"
    card = regions.committee(LIJIAWAN)
    assert not card.may_issue and [one.code for one in card.reasons] == ["committee_ended"]
    assert card.ended is not None and (card.ended.into_code, card.ended.document) == ("620422115201", PAPER)
    assert not SigningCertificate.objects.filter(committee_id=LIJIAWAN, revoked_at=None).exists()
    with pytest.raises(Refused):
        queries.signer_for(LIJIAWAN, AT)
    with refused("committee_ended", "stopped_for_good"):
        restore(cast, seal)
    collect(cast, seal)
    destroy(cast, seal)
    assert kinds_of(seal.pk)[-3:] == ["seal.stopped", "seal.collected", "seal.destroyed"]
    assert [line.kind for line in lines_of(LIJIAWAN)][-1] == "committee.ended"


@pytest.mark.clause("H3.2.1d")
def test_nothing_is_made_or_issued_for_it_any_more(cast: Cast) -> None:
    cast.issued()
    new = replace(cast)
    end(cast)
    new.refresh_from_db()
    assert new.state == SealState.CALLED_OFF
    with refused("committee_ended", "replacement_reason_missing"):
        cast.ordered()


def test_a_lost_seal_stays_lost(cast: Cast) -> None:
    seal = lose(cast, cast.issued())
    end(cast)
    assert [row.reason for row in Stop.objects.filter(seal=seal)] == ["seal_lost"]
    collect(cast, seal)


@pytest.mark.parametrize(
    "said, reason",
    [
        ({"ended_on": TODAY + timedelta(days=1)}, "end_lies_ahead"),
        ({"document": " "}, "end_document_missing"),
        ({"into_id": None}, "merged_into_nobody"),
        ({"into_id": LIJIAWAN}, "merged_into_nobody"),
        ({"into_id": HARIGENTU}, "merged_into_nobody"),  # of another county
        ({"how": Ending.ABOLISHED}, "abolished_into_somebody"),
    ],
)
def test_what_the_paper_must_say(cast: Cast, said: dict[str, object], reason: str) -> None:
    cast.issued()
    with refused(reason):
        end(cast, **said)


def test_nothing_is_merged_into_what_has_ended(cast: Cast) -> None:
    end(cast, organization_id=PINGTOUCHUAN, how=Ending.ABOLISHED, into_id=None)
    with refused("merged_into_nobody"):
        end(cast)


@pytest.mark.parametrize("who", ["hs_officer", "as_officer", "ljw_director", "od_lead"])
@pytest.mark.clause("H3.2.1d")
def test_only_its_own_township_records_it(cast: Cast, who: str) -> None:
    cast.issued()
    with refused("only_its_township_records_the_end"):
        end(cast, who)


@pytest.mark.clause("H3.2.1d")
def test_the_county_may_record_it_too(cast: Cast) -> None:
    """A township itself may be merged away."""
    seal, new = cast.kept().seal, replace(cast)
    row = begin(cast, seal)
    end(cast, "hn_lead")
    for one in (seal, new, row):
        one.refresh_from_db()
    assert (seal.state, new.state, row.state) == ("stopped", "seal_called_off", "broken_off")
    assert not SigningCertificate.objects.filter(committee_id=LIJIAWAN, revoked_at=None).exists()
    assert lines_of(LIJIAWAN)[-1].office == "county_lead"


def test_it_ends_once_and_for_good(cast: Cast) -> None:
    end(cast)
    with refused("committee_ended_already"):
        end(cast)
    change = "UPDATE regions_committee SET ended_on = NULL, ended_how = '', merged_into_id = NULL,"
    refuses(
        "regions_committee_ended_stays",
        f"{change} end_document = '' WHERE organization_id = %s",
        LIJIAWAN,
    )
    refuses(
        "regions_committee_ended_stays",
        "UPDATE regions_committee SET ended_on = ended_on - 1 WHERE organization_id = %s",
        LIJIAWAN,
    )


@pytest.mark.parametrize(
    "change",
    [
        "ended_on = '2026-11-20'",
        "ended_on = '2026-11-20', end_document = 'x'",
        "ended_on = '2026-11-20', end_document = 'x', ended_how = 'merged'",
        "ended_on = '2026-11-20', ended_how = 'abolished'",
        "ended_on = '2026-11-20', end_document = 'x', ended_how = 'merged', merged_into_id = organization_id",
        "end_document = 'x'",
    ],
)
def test_an_end_is_whole(cast: Cast, change: str) -> None:
    refuses(
        "regions_committee_ends_whole",
        f"UPDATE regions_committee SET {change} WHERE organization_id = %s",
        HUISHIMEN,
    )


@pytest.mark.clause("H3.2.1d")
def test_the_database_issues_no_seal_to_it(cast: Cast) -> None:
    seal = cast.ordered()
    Committee.objects.filter(pk=LIJIAWAN).update(ended_on=TODAY, ended_how="abolished", end_document=PAPER)
    refuses("seals_ended_never", "UPDATE seals_seal SET star = star WHERE id = %s", seal.pk)


def test_late_papers_are_judged_by_the_day(cast: Cast) -> None:
    end(cast, ended_on=date(2026, 11, 1))
    before, after = AT - timedelta(days=40), AT
    assert regions.reasons_not_to_issue_then(LIJIAWAN, before) == ()
    assert [one.code for one in regions.reasons_not_to_issue_then(LIJIAWAN, after)] == ["committee_ended"]


def test_the_doubt_begins_with_the_day_of_the_paper(cast: Cast) -> None:
    seal = cast.issued()
    end(cast, ended_on=date(2026, 11, 1))
    stop = Stop.objects.get(seal=Seal.objects.get(pk=seal.pk))
    assert stop.since < stop.stopped_at == AT
