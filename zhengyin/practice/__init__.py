"""Practising outside the books: a database of its own, in which everything may be tried."""
