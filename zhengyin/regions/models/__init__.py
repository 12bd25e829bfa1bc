"""Tables of places and of what the packs say about them."""

from zhengyin.regions.models.installation import Installation
from zhengyin.regions.models.pack import County, Pack
from zhengyin.regions.models.place import Committee, Division, Organization
from zhengyin.regions.models.unit import Unit, UnitClass

__all__ = ["Committee", "County", "Division", "Installation", "Organization", "Pack", "Unit", "UnitClass"]
