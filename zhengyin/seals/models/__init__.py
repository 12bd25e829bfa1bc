"""Tables of the room. Migrations 0002 and 0005 say in SQL what fields cannot."""

from zhengyin.seals.models.certificate import CountyAuthority, SigningCertificate
from zhengyin.seals.models.custody import Custody, Resolution
from zhengyin.seals.models.filing import Filing
from zhengyin.seals.models.handover import Handover
from zhengyin.seals.models.returned import Collection, Destruction, Impression
from zhengyin.seals.models.seal import Seal
from zhengyin.seals.models.stop import Stop
from zhengyin.seals.models.take_out import TakeOut

__all__ = [
    "Collection",
    "CountyAuthority",
    "Custody",
    "Destruction",
    "Filing",
    "Handover",
    "Impression",
    "Resolution",
    "Seal",
    "SigningCertificate",
    "Stop",
    "TakeOut",
]
