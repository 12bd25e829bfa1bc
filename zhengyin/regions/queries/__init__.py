"""Reading places, committees, units and settings. Public facts: nothing here is hidden from anybody."""

from zhengyin.regions.queries.committees import (
    CommitteeCard,
    CommitteeFound,
    UnsettledName,
    committee,
    committee_by_code,
    find_committees,
    reasons_not_to_issue_then,
    reasons_of_the_end,
    unsettled_names,
)
from zhengyin.regions.queries.ended import Ended, end_in_words
from zhengyin.regions.queries.facts import (
    facts_for_confirm_legal_name,
    facts_for_record_end,
    facts_for_set_counter,
    lead_of,
)
from zhengyin.regions.queries.places import Place, children, counties, find_places, full_name, place
from zhengyin.regions.queries.remembering import remembered, remembering
from zhengyin.regions.queries.settings import (
    calendar,
    is_demonstration,
    is_practice,
    is_provisional,
    office_telephones,
    settings_for,
)
from zhengyin.regions.queries.units import UnitCard, UnitClassCard, unit_classes, units

__all__ = [
    "CommitteeCard",
    "CommitteeFound",
    "Ended",
    "Place",
    "UnitCard",
    "UnitClassCard",
    "UnsettledName",
    "calendar",
    "children",
    "committee",
    "committee_by_code",
    "counties",
    "end_in_words",
    "facts_for_confirm_legal_name",
    "facts_for_record_end",
    "facts_for_set_counter",
    "find_committees",
    "find_places",
    "full_name",
    "is_demonstration",
    "is_practice",
    "is_provisional",
    "lead_of",
    "office_telephones",
    "place",
    "reasons_not_to_issue_then",
    "reasons_of_the_end",
    "remembered",
    "remembering",
    "settings_for",
    "unit_classes",
    "units",
    "unsettled_names",
]
