"""The rows a pack turns into, written in bulk. Called by load_pack only, inside its transaction."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import uuid5

from django.db.models import Model

from zhengyin.regions import names
from zhengyin.regions.models import Committee, County, Division, Organization, Unit, UnitClass
from zhengyin.regions.models import Pack as PackRow
from zhengyin.regions.names import CommitteeKind, OrganizationKind, key_of, organization_id
from zhengyin.regions.packs import Pack, Settings
from zhengyin.regions.packs.places import DivisionRow, Level


def put_pack(pack: Pack, today: date, at: datetime) -> None:
    """Write every row of the pack over what stands there."""
    content = {"calendar": pack.calendar.model_dump(mode="json")} if not pack.settings else {}
    row = PackRow(name=pack.name, title=pack.title, digest=pack.digest, content=content, loaded_at=at)
    _put([row], "name", ["title", "digest", "content", "loaded_at"])
    _put(_classes(pack), "key", ["name", "party", "investigating", "order"])
    _put(map(_division, pack.divisions), "code", ["name", "level", "parent", "county_code", "pinyin"])
    _put(_counties(pack), "code", ["name", "pack", "overrides", "settings"])
    _put(_organizations(pack, today), "id", ["name", "division", "county_code"])
    fixed = ["township", "name", "short_name", "kind", "issuer"]
    spoken = ["spoken", "pinyin", "initials", "spoken_pinyin", "spoken_initials"]
    _put(_committees(pack), "organization", [*fixed, *spoken])
    Unit.objects.filter(county_code__in=pack.settings).update(listed=False)
    _put(_units(pack), "id", ["name", "unit_class", "confirmed", "listed", "order"])


def put_committee(row: DivisionRow, township: str) -> None:
    """Write one committee that stands in no pack."""
    Division.objects.bulk_create([_division(row)])
    Organization.objects.bulk_create([_organization(OrganizationKind.COMMITTEE, row, row.name)])
    Committee.objects.bulk_create([_committee(row, township)])


def _put(rows: Iterable[Model], key: str, fields: Sequence[str]) -> None:
    """Insert, or update `fields` of what is there. An empty load is no error."""
    found = list(rows)
    if found:
        type(found[0])._default_manager.bulk_create(
            found, update_conflicts=True, unique_fields=[key], update_fields=list(fields)
        )


def _classes(pack: Pack) -> Iterable[UnitClass]:
    for order, one in enumerate(pack.classes.classes):
        yield UnitClass(**one.model_dump(), order=order)


def _division(row: DivisionRow) -> Division:
    return Division(
        code=row.code,
        name=row.name,
        level=row.level,
        parent_id=row.parent or None,
        county_code=row.county_code,
        pinyin=names.syllables_of(row.name),
    )


def _counties(pack: Pack) -> Iterable[County]:
    for code, settings in pack.settings.items():
        yield County(
            code=code,
            name=settings.county_name,
            pack_id=pack.name,
            overrides=pack.overrides.get(code, {}),
            settings=settings.model_dump(mode="json"),
        )


def _organizations(pack: Pack, today: date) -> Iterable[Organization]:
    for row in pack.divisions:
        if row.level is Level.COMMITTEE:
            yield _organization(OrganizationKind.COMMITTEE, row, row.name)
        elif row.level is Level.TOWNSHIP:
            yield _organization(OrganizationKind.TOWNSHIP, row, row.name)
        elif row.level is Level.PREFECTURE:
            yield _organization(OrganizationKind.CITY, row, f"{row.name}主管部门")
        elif row.level is Level.COUNTY:
            yield from _of_county(row, pack.settings[row.code], today)


def _of_county(row: DivisionRow, settings: Settings, today: date) -> Iterable[Organization]:
    yield _organization(OrganizationKind.COUNTY_LEAD, row, settings.lead_body_on(today).name)
    yield _organization(OrganizationKind.AUDIT, row, f"{row.name}纪检、巡察、审计机关")
    yield _organization(OrganizationKind.ADMINISTRATION, row, f"{row.name}系统管理")
    for name in settings.joint_reviewers:
        yield _organization(OrganizationKind.DEPARTMENT, row, name, name)


def _organization(kind: OrganizationKind, row: DivisionRow, name: str, several: str = "") -> Organization:
    key = key_of(kind, row.code, several)
    return Organization(
        id=organization_id(key),
        key=key,
        kind=kind,
        division_id=row.code,
        name=name,
        county_code=row.county_code,
    )


def _committees(pack: Pack) -> Iterable[Committee]:
    townships = {row.code: row.name for row in pack.divisions if row.level is Level.TOWNSHIP}
    for row in pack.divisions:
        if row.level is Level.COMMITTEE:
            yield _committee(row, townships[row.parent])


def _committee(row: DivisionRow, township: str) -> Committee:
    kind = names.committee_kind(row.code, row.name)
    pinyin, initials = names.pinyin_of(row.name), names.initials_of(row.name)
    return Committee(
        organization_id=organization_id(key_of(OrganizationKind.COMMITTEE, row.code)),
        township_id=organization_id(key_of(OrganizationKind.TOWNSHIP, row.parent)),
        county_code=row.county_code,
        code=row.code,
        name=row.name,
        short_name=names.short_name(row.name),
        kind=kind,
        issuer=kind is not CommitteeKind.VIRTUAL,
        spoken=township + row.name,
        pinyin=pinyin,
        initials=initials,
        spoken_pinyin=names.pinyin_of(township) + pinyin,
        spoken_initials=names.initials_of(township) + initials,
    )


def _units(pack: Pack) -> Iterable[Unit]:
    for county, settings in pack.settings.items():
        for order, unit in enumerate(pack.units):
            yield Unit(
                id=uuid5(names.NAMESPACE, f"unit:{county}:{unit.key}"),
                county_code=county,
                key=unit.key,
                name=unit.name.replace("{county}", settings.county_name),
                unit_class_id=unit.unit_class,
                confirmed=unit.confirmed,
                listed=True,
                order=order,
            )
