"""Words of a work use are judged when they are written: an older one that holds a number goes on its way."""

from django.db import migrations

TRIGGER = """
CREATE TRIGGER work_use_is_plain BEFORE INSERT OR UPDATE ON workuse_workuse
    FOR EACH ROW EXECUTE FUNCTION seals_plain_words('matter', 'filed_as');
"""


class Migration(migrations.Migration):
    dependencies = (("workuse", "0007_sealed_once"), ("seals", "0016_judged_when_written"))

    operations = (
        migrations.RemoveConstraint(model_name="workuse", name="work_use_is_plain"),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER work_use_is_plain ON workuse_workuse;"),
    )
