"""The loaded lists and people of both places, as for admission."""

from tests.admission.conftest import cast, in_listed_database, listed_database

__all__ = ["cast", "in_listed_database", "listed_database"]
