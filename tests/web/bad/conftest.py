"""The worlds that the forms are tried in."""

from tests.archive.conftest import last_year, year_database
from tests.supervision.conftest import past, past_database

__all__ = ["last_year", "past", "past_database", "year_database"]
