"""The printed papers: a dataclass and a typst file each, with the same name."""

from zhengyin.documents.paper.admission import AdmissionPaper
from zhengyin.documents.paper.advice import AdvicePaper
from zhengyin.documents.paper.archive import ArchivePaper
from zhengyin.documents.paper.card import CardPaper
from zhengyin.documents.paper.certificate import CertificatePaper
from zhengyin.documents.paper.codesheet import CodeSheetPaper
from zhengyin.documents.paper.consultation import ConsultationPaper
from zhengyin.documents.paper.emergency import EmergencyPaper, EmergencySlip
from zhengyin.documents.paper.filing import FilingPaper
from zhengyin.documents.paper.formrecord import FormRecordPaper, Picture
from zhengyin.documents.paper.handover import HandoverPaper
from zhengyin.documents.paper.inspection import InspectionPaper
from zhengyin.documents.paper.leaflet import LeafletPaper
from zhengyin.documents.paper.letter import LetterPaper
from zhengyin.documents.paper.minutes import MinutesPaper
from zhengyin.documents.paper.notice import NoticePaper
from zhengyin.documents.paper.parts import (
    Contacts,
    Draft,
    Issuer,
    Mark,
    Overflow,
    Paper,
    Registered,
    mark_for,
)
from zhengyin.documents.paper.poster import PosterPaper
from zhengyin.documents.paper.receipt import ReceiptPaper, ReceiptSlip
from zhengyin.documents.paper.register import RegisterColumn, RegisterPaper, RegisterRow
from zhengyin.documents.paper.sealpaper import SealPaper
from zhengyin.documents.paper.slips import Slip, SlipsPaper

__all__ = [
    "AdmissionPaper",
    "AdvicePaper",
    "ArchivePaper",
    "CardPaper",
    "CertificatePaper",
    "CodeSheetPaper",
    "ConsultationPaper",
    "Contacts",
    "Draft",
    "EmergencyPaper",
    "EmergencySlip",
    "FilingPaper",
    "FormRecordPaper",
    "HandoverPaper",
    "InspectionPaper",
    "Issuer",
    "LeafletPaper",
    "LetterPaper",
    "Mark",
    "MinutesPaper",
    "NoticePaper",
    "Overflow",
    "Paper",
    "Picture",
    "PosterPaper",
    "ReceiptPaper",
    "ReceiptSlip",
    "RegisterColumn",
    "RegisterPaper",
    "RegisterRow",
    "Registered",
    "SealPaper",
    "Slip",
    "SlipsPaper",
    "mark_for",
]
