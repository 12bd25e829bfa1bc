"""Both places with lists, people and tables of bases; what a test writes is rolled back."""

import pytest

from tests.admission.cast import AT
from tests.admission.conftest import cast as listed_cast
from tests.admission.conftest import in_listed_database, listed_database
from tests.seals.cast import PACKS, Cast
from zhengyin.catalogue.bases.loading import load_bases

__all__ = ["in_listed_database", "listed_cast", "listed_database"]


@pytest.fixture
def cast(listed_cast: Cast) -> Cast:
    for pack in ("national", "huining", "ordos"):
        load_bases(PACKS / pack, AT)
    return listed_cast
