"""Places, organizations and settings are written over by a pack, never deleted by the application."""

from typing import ClassVar

from django.db import migrations

TABLES = (
    "regions_pack, regions_county, regions_division, regions_organization, "
    "regions_committee, regions_unitclass, regions_unit"
)


class Migration(migrations.Migration):
    """Take back the right to delete."""

    dependencies: ClassVar = [("regions", "0002_installation_is_fixed")]
    operations: ClassVar = [
        migrations.RunSQL(
            f"REVOKE DELETE ON {TABLES} FROM zhengyin_app;", f"GRANT DELETE ON {TABLES} TO zhengyin_app;"
        )
    ]
