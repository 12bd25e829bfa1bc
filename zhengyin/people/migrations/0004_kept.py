"""What the audit leans on is not rewritten: log-ins, resets, persons, accounts, factors.

The application closes, confirms and ends; it deletes none of these rows and changes no other column.
Which migrations ran is not its business either.
"""

from typing import ClassVar

from django.db import migrations

# Table: the columns the application's own acts write later on.
CHANGED = {
    "people_session": "closed_at, closed_because, ends_on",
    "people_reset": "confirmed_by_id, confirmed_at, seen_at",
    "people_person": "created_at",  # nothing writes it; a row is locked only with a right to some column
    "people_account": "password, last_login, is_active, must_change_password",
    "people_device": "revoked_at",
    "people_codesheet": "ended_at",
    "people_sheetcode": "used_at",
}
FORBID = "".join(
    f"REVOKE UPDATE, DELETE ON {table} FROM zhengyin_app;GRANT UPDATE ({columns}) ON {table} TO zhengyin_app;"
    for table, columns in CHANGED.items()
)
ALLOW = "".join(f"GRANT UPDATE, DELETE ON {table} TO zhengyin_app;\n" for table in CHANGED)
APPOINTMENTS = "REVOKE DELETE ON people_appointment FROM zhengyin_app;"
APPOINTMENTS_BACK = "GRANT DELETE ON people_appointment TO zhengyin_app;"
RAN = "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM zhengyin_app;"
RAN_BACK = "GRANT INSERT, UPDATE, DELETE ON django_migrations TO zhengyin_app;"


class Migration(migrations.Migration):
    """Take back what the default rights gave."""

    dependencies: ClassVar = [("people", "0003_separations")]
    operations: ClassVar = [
        migrations.RunSQL(FORBID, ALLOW),
        migrations.RunSQL(APPOINTMENTS, APPOINTMENTS_BACK),
        migrations.RunSQL(RAN, RAN_BACK),
    ]
