"""The append-only ledger: a chain per book, its head, its checkpoints. Only registers writes it."""
