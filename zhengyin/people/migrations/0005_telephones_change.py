"""A person's telephone may be changed, and of a person nothing else."""

from typing import ClassVar

from django.db import migrations

ALLOW = """
REVOKE UPDATE (created_at) ON people_person FROM zhengyin_app;
GRANT UPDATE (phone_encrypted, phone_tail) ON people_person TO zhengyin_app;
"""
FORBID = """
REVOKE UPDATE (phone_encrypted, phone_tail) ON people_person FROM zhengyin_app;
GRANT UPDATE (created_at) ON people_person TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """These columns also let a row be locked, for which created_at was granted before."""

    dependencies: ClassVar = [("people", "0004_kept")]
    operations: ClassVar = [migrations.RunSQL(ALLOW, FORBID)]
