"""Seals, who keeps them, and the certificates by which sealed papers can be checked."""
