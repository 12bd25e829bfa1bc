"""Whoever receives a paper checks it, without an account."""
