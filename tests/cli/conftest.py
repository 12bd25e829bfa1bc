"""A county's authority and a sealed file, as the documents' own tests have them."""

from tests.documents.conftest import county, sealed

__all__ = ["county", "sealed"]
