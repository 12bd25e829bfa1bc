"""A county authority, a committee under it, and one sealed certificate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import pytest

from tests.documents.papers import AT, CERTIFICATE
from zhengyin.documents.authority import Credential, issue_committee_certificate, make_county_authority
from zhengyin.documents.signing import sign
from zhengyin.documents.typesetting import typeset

PASSPHRASE = b"only for tests"
FROM = datetime(2026, 1, 1, tzinfo=timezone.utc)
UNTIL = datetime(2036, 1, 1, tzinfo=timezone.utc)


@dataclass(frozen=True)
class County:
    authority: Credential
    committee: Credential

    @property
    def roots(self) -> list[bytes]:
        return [self.authority.certificate_pem]


def make_county(name: str) -> County:
    authority = make_county_authority(
        name=name,
        code="620422",
        demonstration=True,
        valid_from=FROM,
        valid_until=UNTIL,
        passphrase=PASSPHRASE,
    )
    committee = issue_committee_certificate(
        authority=authority,
        name="会宁县平头川镇李家湾村村民委员会",
        code="620422105203",
        demonstration=True,
        valid_from=FROM,
        valid_until=UNTIL,
        passphrase=PASSPHRASE,
    )
    return County(authority, committee)


@pytest.fixture(scope="session")
def county() -> County:
    return make_county("会宁县民政局证明校验根证书")


@pytest.fixture(scope="session")
def other_county() -> County:
    return make_county("另一个县")


@pytest.fixture(scope="session")
def sealed(county: County) -> bytes:
    return sign(typeset(CERTIFICATE, AT).pdf, county.committee, passphrase=PASSPHRASE, at=AT)


@pytest.fixture
def files_folder(settings, tmp_path: Path) -> Iterator[Path]:  # type: ignore[no-untyped-def]
    settings.FILES_DIR = tmp_path / "files"
    yield settings.FILES_DIR
