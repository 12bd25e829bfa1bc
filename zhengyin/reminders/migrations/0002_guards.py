"""What the database itself says about choices and codes."""

from typing import ClassVar

from django.db import migrations

CODES = """
CREATE FUNCTION reminders_emailcode_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.used_at IS NOT NULL OR NEW.tries < OLD.tries THEN
        RAISE EXCEPTION 'a code is used once, and a wrong try stays counted'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reminders_code_once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reminders_emailcode_guard BEFORE UPDATE ON reminders_emailcode
    FOR EACH ROW EXECUTE FUNCTION reminders_emailcode_guard();
"""
CODES_BACK = """
DROP TRIGGER reminders_emailcode_guard ON reminders_emailcode;
DROP FUNCTION reminders_emailcode_guard();
"""
RIGHTS = """
REVOKE DELETE ON reminders_choice FROM zhengyin_app;
REVOKE UPDATE ON reminders_emailcode FROM zhengyin_app;
GRANT UPDATE (tries, used_at) ON reminders_emailcode TO zhengyin_app;
"""
RIGHTS_BACK = """
GRANT DELETE ON reminders_choice TO zhengyin_app;
GRANT UPDATE ON reminders_emailcode TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies: ClassVar = [("reminders", "0001_initial")]
    operations: ClassVar = [
        migrations.RunSQL(CODES, CODES_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    ]
