from tests.ledger.conftest import committee, own_database, taught

__all__ = ["committee", "own_database", "taught"]
