"""The pad on paper: two slips a sheet, each with its number and its own code."""

from collections.abc import Mapping
from uuid import UUID

from zhengyin.certificates.paper import contacts_of
from zhengyin.certificates.slips import slip_number
from zhengyin.documents.codes import address_of
from zhengyin.documents.paper.emergency import EmergencyPaper, EmergencySlip
from zhengyin.documents.paper.parts import Issuer, mark_for
from zhengyin.regions import queries as regions


def pad_paper(organization_id: UUID, codes: Mapping[int, tuple[str, str]]) -> EmergencyPaper:
    """The slips with these numbers: token and check code by number."""
    card = regions.committee(organization_id)
    return EmergencyPaper(
        issuer=Issuer(card.issuer_place, card.issuer_name),
        slips=tuple(
            EmergencySlip(slip_number(no), address_of(token), code) for no, (token, code) in codes.items()
        ),
        site=contacts_of(card).site,
        help=f"{card.township_name} {card.township_telephone}",
        within=regions.settings_for(card.county_code).numbers.late_entry_working_days,
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
    )
