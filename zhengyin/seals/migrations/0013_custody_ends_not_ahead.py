"""When the end of a custody was recorded; the database refuses one that lies ahead."""

from django.db import migrations, models
from django.db.models import Q

# Before this, an end could be recorded of a day ahead: it counts as recorded on that day.
FILL = """
ALTER TABLE seals_custody DISABLE TRIGGER USER;
UPDATE seals_custody
    SET ended_at = greatest(recorded_at, valid_until::timestamp AT TIME ZONE 'Asia/Shanghai')
    WHERE state = 'closed';
ALTER TABLE seals_custody ENABLE TRIGGER USER;
SET CONSTRAINTS ALL IMMEDIATE;
"""
# One that has not begun ends on its own first day: nobody ever kept the seal by it.
NOT_AHEAD = """
ALTER TABLE seals_custody ADD CONSTRAINT seals_custody_ends_not_ahead CHECK
    (ended_at IS NULL
     OR valid_until <= greatest(valid_from, (ended_at AT TIME ZONE 'Asia/Shanghai')::date));
"""


class Migration(migrations.Migration):
    dependencies = (("seals", "0012_in_hand"),)

    operations = (
        migrations.RemoveConstraint(model_name="custody", name="seals_custody_state_fits"),
        migrations.AddField(model_name="custody", name="ended_at", field=models.DateTimeField(null=True)),
        migrations.RunSQL(FILL, ""),
        migrations.AddConstraint(
            model_name="custody",
            constraint=models.CheckConstraint(
                name="seals_custody_state_fits",
                condition=Q(state="kept", ended_at=None)
                | Q(state="closed", valid_until__isnull=False, ended_at__isnull=False),
            ),
        ),
        migrations.RunSQL(
            NOT_AHEAD, "ALTER TABLE seals_custody DROP CONSTRAINT seals_custody_ends_not_ahead;"
        ),
    )
