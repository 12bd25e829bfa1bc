"""A letter of introduction keeps its number in its row too, so that it is found by where it leads.

The numbers of older letters are read from the book itself.
"""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

BEFORE = import_module("zhengyin.workuse.migrations.0003_codes_of_letters").AFTER
AFTER = BEFORE.replace("'document_id', ", "'document_id', 'letter_no', ")
assert AFTER != BEFORE
# What is sealed does not change, says the guard: the owner of the table sets it aside for this once.
FROM_THE_BOOK = """
ALTER TABLE workuse_workuse DISABLE TRIGGER work_use_guard;
UPDATE workuse_workuse w SET letter_no = e.no FROM registers_line e
WHERE e.subject = w.id AND e.owner = w.organization_id AND e.kind = 'register.introduction';
ALTER TABLE workuse_workuse ENABLE TRIGGER work_use_guard;
"""


class Migration(migrations.Migration):
    """The column, its numbers, and that a sealed letter has one, once."""

    dependencies = (("workuse", "0004_seal_in_hand"), ("registers", "0001_line"))
    operations = (
        migrations.AddField("workuse", "letter_no", models.PositiveIntegerField(null=True)),
        migrations.RunSQL(FROM_THE_BOOK, migrations.RunSQL.noop),
        migrations.RunSQL(AFTER, BEFORE),
        migrations.AddConstraint(
            "workuse",
            models.CheckConstraint(
                condition=Q(
                    kind="work_introduction",
                    state__in=["work_sealed", "work_filed"],
                    letter_no__isnull=False,
                )
                | ~Q(kind="work_introduction", state__in=["work_sealed", "work_filed"]) & Q(letter_no=None),
                name="work_use_letter_is_numbered",
            ),
        ),
        migrations.AddConstraint(
            "workuse",
            models.UniqueConstraint(
                fields=("organization", "year", "letter_no"), name="work_use_letter_number_once"
            ),
        ),
    )
