"""A committee's head is kept for a minute, and only so many of them."""

from uuid import UUID, uuid4

import pytest

from zhengyin.web.verify import issuers


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[UUID]:
    """Whom the room of regions was asked for; nobody is kept before or after."""
    committees: list[UUID] = []
    monkeypatch.setattr(issuers.regions, "committee", lambda one: committees.append(one) or one)
    monkeypatch.setattr(issuers, "public_place", lambda card: card)
    issuers._place_in.cache_clear()
    yield committees
    issuers._place_in.cache_clear()


def test_a_place_is_kept_for_a_minute(asked: list[UUID], monkeypatch: pytest.MonkeyPatch) -> None:
    one = uuid4()
    for moment, times in ((600.0, 1), (659.9, 1), (660.0, 2)):
        monkeypatch.setattr(issuers.time, "monotonic", lambda moment=moment: moment)
        issuers.place_of(one)
        assert len(asked) == times


def test_no_more_are_kept_than_fit(asked: list[UUID], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuers.time, "monotonic", lambda: 600.0)
    for _ in range(issuers.MOST_KEPT + 10):
        issuers.place_of(uuid4())
    assert issuers._place_in.cache_info().currsize == issuers.MOST_KEPT
