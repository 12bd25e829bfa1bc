"""公共服务事项、工作任务 come and go by the same way, on the banner's own form; they are never issued."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.admission import paper, services
from tests.admission.cast import AT, BANNER, DECIDED, HUINING, NEW_YEAR, TODAY
from tests.seals.cast import Cast, refused
from zhengyin.admission import actions
from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal, Service
from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.models import ListEntry, ListVersion
from zhengyin.catalogue.queries import lists_in
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import lines_of

GACHA = organization_id("committee:150623103203")
LATER = replace(DECIDED, number="鄂民发〔2026〕40号（示例）")


@pytest.mark.clause("O3.2b")
def test_a_service_comes_and_goes_on_its_own_form_and_is_on_no_list_of_certificates(cast: Cast) -> None:
    versions, entries = ListVersion.objects.count(), ListEntry.objects.count()
    row = services.approved(cast)
    assert row.form_name == "社区公共服务事项准入申报表" and services.codes(NEW_YEAR) == []
    services.publish(cast, row)
    row.refresh_from_db()
    assert (row.state, row.item_code) == ("proposal_published", "SV-ZR-01")
    assert services.codes(NEW_YEAR - timedelta(days=1)) == [] and services.codes(NEW_YEAR) == ["SV-ZR-01"]
    assert {line.kind for line in lines_of(row.pk)} >= {"proposal.consulted", "proposal.published"}
    assert (ListVersion.objects.count(), ListEntry.objects.count()) == (versions, entries)
    assert catalogue.entry(GACHA, "SV-ZR-01", NEW_YEAR) is None
    assert "独居老人走访" not in {one.entry.name for one in lists_in(BANNER, NEW_YEAR).listed.values()}
    stop = NEW_YEAR + timedelta(days=30)
    gone = services.approved(cast, Kind.EXIT, item_code="SV-ZR-01", stop_on=stop)
    services.publish(cast, gone, decided=replace(LATER, takes_effect_on=stop))
    assert services.codes(stop - timedelta(days=1)) == ["SV-ZR-01"] and services.codes(stop) == []
    assert Service.objects.get().ended_by == Proposal.objects.get(pk=gone.pk).decision


@pytest.mark.clause("O3.2b", "O2.1b")
@pytest.mark.parametrize(
    "change, codes",
    [
        ({}, []),
        ({"entry": {**services.ENTRY, "bases": []}}, ["service_unfinished"]),
        ({"entry": {**services.ENTRY, "what": ""}}, ["service_unfinished"]),
        ({"said": {**services.SAID, "why_here": " "}}, ["piece_missing"]),
        ({"said": {**services.SAID, "volume": ""}}, []),
    ],
)
def test_what_its_form_must_say(cast: Cast, change: dict[str, object], codes: list[str]) -> None:
    row = services.drafted(cast, **change)
    if not codes:
        return
    with refused(*codes):
        actions.submit(
            proposal_id=row.pk, paper_id=paper.scan(), received_on=TODAY, actor=cast.actor("od_lead"), at=AT
        )


def test_a_service_under_the_name_of_a_forbidden_certificate_is_not_taken_in(cast: Cast) -> None:
    """Near miss: any other name is."""
    forbidden = next(
        one.entry.name for one in lists_in(BANNER, TODAY).listed.values() if one.entry.kind == "prohibited"
    )
    row, fine = services.submitted(cast, item_name=forbidden), services.submitted(cast)
    with refused("proposal_prohibited"):
        actions.accept(proposal_id=row.pk, actor=cast.actor("od_lead"), at=AT)
    actions.accept(proposal_id=fine.pk, actor=cast.actor("od_lead"), at=AT)


def test_where_the_pack_has_no_such_form_there_is_none(cast: Cast) -> None:
    with refused("form_of_another_place"):
        services.drafted(cast, county=HUINING)
    assert not Proposal.objects.exists()


def test_a_service_ends_once_and_what_stands_is_not_let_in_again(cast: Cast) -> None:
    services.admitted(cast)
    again = services.drafted(cast, liaison="刘主任")
    with refused("item_already_listed"):
        actions.submit(
            proposal_id=again.pk, paper_id=paper.scan(), received_on=TODAY, actor=cast.actor("od_lead"), at=AT
        )
    stop = NEW_YEAR + timedelta(days=30)
    gone = services.approved(cast, Kind.EXIT, item_code="SV-ZR-01", stop_on=stop)
    Service.objects.update(in_force_until=stop, ended_by=Service.objects.get().decision)
    with refused("item_changed_since"):
        services.publish(cast, gone, decided=replace(LATER, takes_effect_on=stop))


def test_one_document_decides_several(cast: Cast) -> None:
    row, other = services.approved(cast), services.approved(cast, item_name="汛期巡查")
    services.publish(cast, row, other)
    assert services.codes(NEW_YEAR) == ["SV-ZR-01", "SV-ZR-02"]
    assert len({one.decision for one in Service.objects.all()}) == 1
