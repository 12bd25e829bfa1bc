"""The 公共服务事项 and 工作任务 of a county: what is in force on a day, what stands or begins later."""

from datetime import date

from django.db.models import Q, QuerySet

from zhengyin.admission.models import Service
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.regions.queries import settings_for


def takes_services(county_code: str) -> bool:
    """The pack has a form for them."""
    return any(one.covers is FormCovers.SERVICES for one in settings_for(county_code).admission_forms)


def services_in(county_code: str, day: date) -> QuerySet[Service]:
    """Those in force on this day, by code."""
    return standing_services(county_code, day).filter(in_force_from__lte=day)


def standing_services(county_code: str, day: date) -> QuerySet[Service]:
    """Those in force on this day or later."""
    rows = Service.objects.filter(Q(in_force_until=None) | Q(in_force_until__gt=day))
    return rows.filter(county_code=county_code).order_by("code")
