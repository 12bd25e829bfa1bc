"""A row of a stored file is written once, by everybody who is not the owner of the database."""

from django.db import migrations

WRITE_ONCE = """
REVOKE UPDATE, DELETE ON documents_storedfile FROM zhengyin_app;
CREATE FUNCTION documents_storedfile_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'the row of a stored file does not change' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER documents_storedfile_stays BEFORE UPDATE ON documents_storedfile
    FOR EACH ROW EXECUTE FUNCTION documents_storedfile_stays();
"""

AGAIN = """
DROP TRIGGER documents_storedfile_stays ON documents_storedfile;
DROP FUNCTION documents_storedfile_stays();
GRANT UPDATE, DELETE ON documents_storedfile TO zhengyin_app;
"""


class Migration(migrations.Migration):
    dependencies = (("documents", "0001_initial"),)
    operations = (migrations.RunSQL(WRITE_ONCE, AGAIN),)
