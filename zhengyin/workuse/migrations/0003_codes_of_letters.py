"""A letter of introduction gets its codes with its seal, and keeps them."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

BEFORE = import_module("zhengyin.workuse.migrations.0002_guards").REQUEST.partition("CREATE TRIGGER")[0]
BEFORE = BEFORE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
AFTER = BEFORE.replace("'document_id'];", "'document_id', 'token_index', 'check_code_index'];")
assert AFTER != BEFORE


class Migration(migrations.Migration):
    """The guard lets the seal write the codes; a constraint keeps them to sealed letters."""

    dependencies = (("workuse", "0002_guards"),)
    operations = (
        migrations.AddField("workuse", "token_index", models.BinaryField(null=True, unique=True)),
        migrations.AddField("workuse", "check_code_index", models.BinaryField(null=True, unique=True)),
        migrations.AddConstraint(
            "workuse",
            models.CheckConstraint(
                condition=Q(token_index=None, check_code_index=None)
                | Q(
                    token_index__isnull=False,
                    check_code_index__isnull=False,
                    kind="work_introduction",
                    state__in=["work_sealed", "work_filed"],
                ),
                name="work_use_only_sealed_letters_have_codes",
            ),
        ),
        migrations.RunSQL(AFTER, BEFORE),
    )
