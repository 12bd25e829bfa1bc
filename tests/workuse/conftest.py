"""The loaded demonstration; every test works in it and is rolled back."""

from tests.certificates.conftest import in_world_database, world, world_database

__all__ = ["in_world_database", "world", "world_database"]
