"""来表盖章: the other side's form, page by page; never a blank page, none changed once it went on."""

from uuid import uuid4

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

GUARD = """
REVOKE UPDATE, DELETE, TRUNCATE ON certificates_formpage FROM zhengyin_app;
GRANT UPDATE (shown_id, flattened, ink, removed_by_id, removed_at) ON certificates_formpage TO zhengyin_app;

CREATE FUNCTION certificates_page_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.removed_at IS NOT NULL THEN
        RAISE EXCEPTION 'a page that was dropped stays dropped'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'page_stays';
    END IF;
    PERFORM FROM certificates_certificate c WHERE c.id = NEW.certificate_id
        AND (c.brought_title = ''
             OR c.state NOT IN ('applied', 'to_complete', 'accepted', 'verifying', 'returned')) FOR SHARE;
    IF FOUND THEN
        RAISE EXCEPTION 'the pages stay as they were when the form went on'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'page_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER page_stays BEFORE INSERT OR UPDATE ON certificates_formpage
    FOR EACH ROW EXECUTE FUNCTION certificates_page_stays();
"""
GUARD_BACK = """
DROP TRIGGER page_stays ON certificates_formpage;
DROP FUNCTION certificates_page_stays();
"""


def to(model: str, *, null: bool = False) -> "models.ForeignKey[models.Model | None, models.Model | None]":
    return models.ForeignKey(
        null=null, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model
    )


class Migration(migrations.Migration):
    dependencies = [("certificates", "0013_materials")]
    operations = [
        migrations.AddField("certificate", "brought_title", models.CharField(default="", max_length=50)),
        migrations.AddField("certificate", "slip", to("documents.storedfile", null=True)),
        migrations.AddConstraint(
            "certificate",
            models.CheckConstraint(
                condition=Q(brought_title="") | Q(title=Concat(Value("来表盖章："), F("brought_title"))),
                name="certificate_says_it_is_brought",
            ),
        ),
        migrations.AddConstraint(
            "certificate",
            models.CheckConstraint(
                condition=~Q(state__in=["sealed", "delivered", "voided", "corrected"])
                | Q(brought_title="")
                | Q(slip__isnull=False),
                name="certificate_brought_has_its_slip",
            ),
        ),
        migrations.CreateModel(
            name="FormPage",
            fields=[
                ("id", models.UUIDField(default=uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("flattened", models.BooleanField()),
                ("ink", models.PositiveSmallIntegerField()),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                ("added_by", to("people.person")),
                (
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pages",
                        to="certificates.certificate",
                    ),
                ),
                ("removed_by", to("people.person", null=True)),
                ("shown", to("documents.storedfile")),
                ("taken", to("documents.storedfile")),
            ],
            options={
                "constraints": (
                    models.UniqueConstraint(
                        fields=("certificate", "position"),
                        condition=Q(removed_at__isnull=True),
                        name="page_place_once",
                    ),
                    models.CheckConstraint(
                        condition=Q(position__gte=1, position__lte=6), name="page_known_place"
                    ),
                    models.CheckConstraint(condition=Q(ink__gte=25), name="page_is_not_blank"),
                    models.CheckConstraint(
                        condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                        | Q(removed_at__isnull=False, removed_by__isnull=False),
                        name="page_removed_by_somebody",
                    ),
                )
            },
        ),
        migrations.RunSQL(GUARD, GUARD_BACK),
    ]
