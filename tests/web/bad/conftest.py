"""The worlds that the forms are tried in."""

from tests.supervision.conftest import past, past_database

__all__ = ["past", "past_database"]
