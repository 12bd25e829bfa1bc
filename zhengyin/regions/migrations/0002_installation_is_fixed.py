"""示例 or 正式 is fixed when the database is made: the row can be neither changed nor removed."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION public.regions_installation_is_fixed() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'regions_installation_is_fixed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER regions_installation_is_fixed BEFORE UPDATE OR DELETE ON public.regions_installation
    FOR EACH ROW EXECUTE FUNCTION public.regions_installation_is_fixed();
REVOKE UPDATE, DELETE ON public.regions_installation FROM zhengyin_app;
"""
BACKWARD = """
DROP TRIGGER regions_installation_is_fixed ON public.regions_installation;
DROP FUNCTION public.regions_installation_is_fixed();
"""


class Migration(migrations.Migration):
    dependencies = [("regions", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
