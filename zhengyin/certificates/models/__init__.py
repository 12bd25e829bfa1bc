"""Tables of the room; read through queries, changed by actions alone."""

from zhengyin.certificates.models.certificate import Certificate
from zhengyin.certificates.models.delivery import Delivery
from zhengyin.certificates.models.fact import CheckedFact
from zhengyin.certificates.models.grant import Grant, GrantedPaper
from zhengyin.certificates.models.letter import Letter
from zhengyin.certificates.models.mandate import Mandate
from zhengyin.certificates.models.material import Attachment, Material
from zhengyin.certificates.models.notice import Notice
from zhengyin.certificates.models.pad import GrantedSlip, Pad, Slip
from zhengyin.certificates.models.page import FormPage
from zhengyin.certificates.models.party import Party

__all__ = [
    "Attachment",
    "Certificate",
    "CheckedFact",
    "Delivery",
    "FormPage",
    "Grant",
    "GrantedPaper",
    "GrantedSlip",
    "Letter",
    "Mandate",
    "Material",
    "Notice",
    "Pad",
    "Party",
    "Slip",
]
