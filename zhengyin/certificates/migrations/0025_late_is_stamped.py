"""A paper entered late was stamped before the register knew of it: it is never void as unstamped.

A trigger and no CHECK: what was voided so before the rule stays as the register has it.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION certificates_late_is_stamped() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'a paper stamped first is not void as unstamped'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_late_is_stamped';
END $$;
CREATE TRIGGER certificate_late_is_stamped BEFORE UPDATE ON certificates_certificate
    FOR EACH ROW
    WHEN (NEW.pad_number <> '' AND NEW.void_kind = 'unstamped' AND OLD.void_kind <> 'unstamped')
    EXECUTE FUNCTION certificates_late_is_stamped();
"""
GUARD_BACK = """
DROP TRIGGER certificate_late_is_stamped ON certificates_certificate;
DROP FUNCTION certificates_late_is_stamped();
"""


class Migration(migrations.Migration):
    dependencies = [("certificates", "0024_letter_taken_back")]
    operations = [migrations.RunSQL(GUARD, GUARD_BACK)]
