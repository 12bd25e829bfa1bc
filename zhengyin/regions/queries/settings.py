"""What was fixed at creation and what the packs decide."""

from datetime import date

from zhengyin.regions.models import County, Installation, Pack
from zhengyin.regions.packs import Settings
from zhengyin.regions.packs.calendar import Calendar
from zhengyin.regions.packs.reading import NATIONAL
from zhengyin.regions.packs.settings import Telephone
from zhengyin.regions.queries.remembering import remembered
from zhengyin.shared.days import WorkingCalendar


def is_demonstration() -> bool:
    """Say whether this database was made for demonstration; the strict answer before it is decided."""
    return remembered("demonstration", lambda: Installation.objects.filter(demonstration=True).exists())


def is_practice() -> bool:
    """Say whether this database was made to practise in; the strict answer before it is decided."""
    return remembered("practice", lambda: Installation.objects.filter(practice=True).exists())


def settings_for(county_code: str) -> Settings:
    """Return a county's settings; raises County.DoesNotExist for one no pack was loaded for."""
    return remembered(("settings", county_code), lambda: _settings(county_code))


def office_telephones(county_code: str) -> tuple[Telephone, ...]:
    """The office lines of a county, each with its source and the day that text was dated."""
    return settings_for(county_code).telephones


def calendar() -> WorkingCalendar:
    """The working days every limit is counted with; raises Pack.DoesNotExist before any load."""
    return remembered("calendar", lambda: _calendar().working())


def is_provisional(day: date) -> bool:
    """Say whether a due date on `day` may still move: its year's holidays are not published yet."""
    return _calendar().is_provisional(day)


def _settings(county_code: str) -> Settings:
    return Settings.model_validate(County.objects.values_list("settings", flat=True).get(pk=county_code))


def _calendar() -> Calendar:
    content = Pack.objects.values_list("content", flat=True).get(pk=NATIONAL)
    return Calendar.model_validate(content["calendar"])
