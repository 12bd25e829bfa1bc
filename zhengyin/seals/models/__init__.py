"""Tables of the room. Migration 0002 says in SQL what fields cannot."""

from zhengyin.seals.models.certificate import CountyAuthority, SigningCertificate
from zhengyin.seals.models.custody import Custody, Resolution
from zhengyin.seals.models.handover import Handover
from zhengyin.seals.models.seal import Seal

__all__ = ["CountyAuthority", "Custody", "Handover", "Resolution", "Seal", "SigningCertificate"]
