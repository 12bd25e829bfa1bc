"""Both packs with their lists and people, as the room of admission enters them."""

from tests.admission.conftest import cast, in_listed_database, listed_database

__all__ = ["cast", "in_listed_database", "listed_database"]
