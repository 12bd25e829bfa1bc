"""Tables of the room. Migration 0002 says in SQL what fields cannot."""

from zhengyin.seals.models.certificate import CountyAuthority, SigningCertificate
from zhengyin.seals.models.custody import Custody, Resolution
from zhengyin.seals.models.filing import Filing
from zhengyin.seals.models.seal import Seal
from zhengyin.seals.models.take_out import TakeOut

__all__ = ["CountyAuthority", "Custody", "Filing", "Resolution", "Seal", "SigningCertificate", "TakeOut"]
