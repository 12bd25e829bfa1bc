"""What stands in a line's own columns holds no number of a person or a telephone (docs/decisions/0037)."""

from django.db import migrations, models
from django.db.models import Q

NUMBER = r"[0-9]{11,}[0-9Xx]?|[0-9]{3,4}-?[0-9]{7,8}"
# Of what it is about, the rule has always refused numbers.
CLEAN = r"""
ALTER TABLE workuse_workuse DISABLE TRIGGER USER;
UPDATE workuse_workuse
    SET filed_as = regexp_replace(filed_as, '[0-9]{11,}[0-9Xx]?|[0-9]{3,4}-?[0-9]{7,8}', '（号码不写）', 'g');
ALTER TABLE workuse_workuse ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    dependencies = (("workuse", "0005_letter_number"),)

    operations = (
        migrations.RunSQL(CLEAN, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                name="work_use_is_plain", condition=~Q(matter__regex=NUMBER) & ~Q(filed_as__regex=NUMBER)
            ),
        ),
    )
