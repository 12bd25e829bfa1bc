"""Nothing of a case is deleted by the application; what a grant and a delivery say does not change."""

from django.db import migrations

FORBID = """
    REVOKE DELETE, TRUNCATE ON certificates_certificate, certificates_party, certificates_checkedfact,
        certificates_grant, certificates_grantedpaper, certificates_delivery FROM zhengyin_app;
    REVOKE UPDATE ON certificates_grant, certificates_delivery FROM zhengyin_app;
"""
ALLOW = """
    GRANT DELETE ON certificates_certificate, certificates_party, certificates_checkedfact,
        certificates_grant, certificates_grantedpaper, certificates_delivery TO zhengyin_app;
    GRANT UPDATE ON certificates_grant, certificates_delivery TO zhengyin_app;
"""


class Migration(migrations.Migration):
    dependencies = [("certificates", "0001_initial")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
