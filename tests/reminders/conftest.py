"""The loaded demonstration; every test works in it and is rolled back."""

from tests.archive.conftest import last_year, year_database
from tests.certificates.conftest import in_world_database, world, world_database
from tests.seals.conftest import cast, cast_database, in_cast_database
from tests.supervision.conftest import past, past_database

__all__ = [
    "cast",
    "cast_database",
    "in_cast_database",
    "in_world_database",
    "last_year",
    "past",
    "past_database",
    "world",
    "world_database",
    "year_database",
]
