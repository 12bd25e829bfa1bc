"""Looks are appended: what limits guessing cannot be wiped by the application."""

from django.db import migrations

FORBID = "REVOKE UPDATE, DELETE, TRUNCATE ON verification_seen FROM zhengyin_app;"
ALLOW = "GRANT UPDATE, DELETE ON verification_seen TO zhengyin_app;"


class Migration(migrations.Migration):
    dependencies = [("verification", "0001_initial")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
