"""Who keeps several seals of a committee holds the office of custodian once (decision 0033)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("seals", "0009_filing"),)

    operations = (
        migrations.AlterField(
            model_name="custody",
            name="appointment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="custodies",
                to="people.appointment",
            ),
        ),
    )
