"""States are a cache of the lines: through every act, what folds is what the tables say."""

from tests.seals.cast import AT, LIJIAWAN, TODAY, Cast, kinds_of
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Custody, Seal, SigningCertificate
from zhengyin.seals.workflow import CUSTODY, SEAL, SIGNING


def test_tables_and_lines_agree_to_the_end(cast: Cast) -> None:
    custody = cast.kept()
    agree()
    director = cast.actor("ljw_director")
    actions.report_loss(seal_id=custody.seal_id, lost_at=AT, circumstances="被盗", actor=director, at=AT)
    actions.end_custody(custody_id=custody.pk, on=TODAY, reason="报失", actor=director, at=AT)
    agree()
    certificate = SigningCertificate.objects.get(committee_id=LIJIAWAN)
    actions.revoke_signing_certificate(
        certificate_id=certificate.pk, reason="补发印章", actor=cast.actor("pt_officer"), at=AT
    )
    agree()


def agree() -> None:
    for seal in Seal.objects.order_by("id"):
        assert SEAL.replay(kinds_of(seal.pk)) == seal.state
    for custody in Custody.objects.order_by("id"):
        assert CUSTODY.replay(kinds_of(custody.pk)) == custody.state
    for certificate, state in queries.certificate_states():
        assert SIGNING.replay(kinds_of(certificate)) == state
