"""What searches look at, as columns the database makes itself, in one index of each book.

The index of happened_at goes: days too are looked for in the new one, and a line costs no more to write.
"""

from django.db import migrations, models
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Left


def column(key: str) -> migrations.AddField:
    expression = Left(KeyTextTransform(key, Cast("columns", models.JSONField())), 100)
    field = models.GeneratedField(
        db_persist=True, expression=expression, output_field=models.TextField(null=True)
    )
    return migrations.AddField("entry", key, field)


class Migration(migrations.Migration):
    dependencies = (("ledger", "0002_guards"),)
    operations = (
        migrations.RemoveIndex("entry", "ledger_entry_happened"),
        column("matter"),
        column("demanding_unit"),
        column("handler"),
        migrations.AddIndex(
            "entry",
            models.Index(
                fields=["book", "no"],
                include=("happened_at", "pad_number", "matter", "demanding_unit", "handler"),
                name="ledger_entry_searched",
            ),
        ),
        migrations.AddIndex(
            "entry",
            models.Index(
                condition=models.Q(("pad_number", ""), _negated=True),
                fields=["book", "no"],
                name="ledger_entry_late",
            ),
        ),
    )
