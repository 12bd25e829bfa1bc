"""Certificates: asked for, verified, approved, sealed, handed over."""
