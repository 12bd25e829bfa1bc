"""What is published before a county has filled its guides."""

from tests.catalogue.cast import TODAY
from tests.catalogue.test_load_lists import COUNTY
from zhengyin.catalogue.published import published


def test_a_real_installation_says_what_is_not_known_yet(real: None) -> None:
    found = published(COUNTY, TODAY)
    assert (
        not found.demonstration and found.notice == "" and not any(one.demonstration for one in found.entries)
    )
    pending = [one for one in found.entries if one.guide and one.guide.pending]
    assert pending and all(one.answer and not one.answer.is_yes for one in pending)
