"""A signing key reported lost is told like a lost seal until another is issued, and filed by its name."""

from dataclasses import replace
from datetime import datetime
from unittest.mock import patch
from uuid import uuid4

from django.db.models import Q

from tests.seals.cast import AT, HUINING, LIJIAWAN, Cast, later
from tests.seals.filed import key_of, rows
from zhengyin.people.offices import Office
from zhengyin.regions.names import Ending
from zhengyin.registers import actions as registers
from zhengyin.registers import lines
from zhengyin.seals import actions
from zhengyin.seals.lines.signing import KEY_LOST
from zhengyin.seals.models import SigningCertificate
from zhengyin.seals.queries.filings import Part, line_to_file
from zhengyin.seals.queries.signing import keys_gone
from zhengyin.shared.days import day_of

HERE = Q(committee_id=LIJIAWAN)


def lose(cast: Cast, at: datetime = AT) -> SigningCertificate:
    key = SigningCertificate.objects.get(committee_id=LIJIAWAN, revoked_at=None)
    return actions.report_key_loss(
        certificate_id=key.pk, lost_at=AT, circumstances="电脑被盗", actor=cast.actor("ljw_clerk"), at=at
    )


def test_it_is_gone_until_another_is_issued(cast: Cast) -> None:
    cast.issued()
    assert keys_gone(HERE) == ()
    lose(cast, later(1))
    (gone,) = keys_gone(HERE)
    assert (gone.committee, gone.since, gone.stopped_at) == ("李家湾村", AT, later(1))
    assert keys_gone(~HERE) == ()
    actions.issue_signing_certificate(organization_id=LIJIAWAN, actor=cast.actor("pt_officer"), at=later(2))
    assert keys_gone(HERE) == ()


def test_a_revoked_one_is_not_gone(cast: Cast) -> None:
    cast.issued()
    key = SigningCertificate.objects.get(committee_id=LIJIAWAN)
    actions.revoke_signing_certificate(
        certificate_id=key.pk, reason="换算法", actor=cast.actor("pt_officer"), at=AT
    )
    assert keys_gone(HERE) == ()


def test_one_of_a_committee_that_ended_alarms_nobody(cast: Cast) -> None:
    cast.issued()
    lose(cast)
    actions.end_committee(
        organization_id=LIJIAWAN, how=Ending.ABOLISHED, ended_on=day_of(AT), into_id=None,
        document="县政府批复（示例）", actor=cast.actor("pt_officer"), at=AT,
    )  # fmt: skip
    assert keys_gone(HERE) == ()


def test_a_loss_is_filed_by_the_name_of_the_certificate(cast: Cast) -> None:
    cast.issued()
    key = lose(cast)
    (row,) = (row for row in rows(Part.OPEN) if row.title == "校验证书挂失")
    assert row.about == key.name
    assert line_to_file(key_of(key.pk)) is not None


def test_a_loss_before_the_rule_is_no_filing(cast: Cast) -> None:
    """Its reason was a column then; it would have been overdue from the first day."""
    now, subject = lines.kind_of(KEY_LOST), uuid4()
    then = replace(now, columns=(*now.columns, *now.personal), personal=())
    with patch.dict(lines._declared, {KEY_LOST: then}):
        registers.write(
            kind=KEY_LOST, owner=LIJIAWAN, county_code=HUINING, subject=subject, happened_at=AT,
            signature=cast.actor("ljw_director").signature(Office.DIRECTOR),
            columns={**dict.fromkeys(("name", "serial", "valid_until", "lost_at"), "某"), "reason": "被盗"},
        )  # fmt: skip
    assert rows(Part.OPEN, days=30) == ()
    assert line_to_file(key_of(subject)) is None
