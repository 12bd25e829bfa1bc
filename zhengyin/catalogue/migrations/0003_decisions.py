"""The document that decides a version of a county's own lists, and what the database says about it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

# A version of a county's own list says by which decision, and begins no earlier than that document.
DECIDED = """
CREATE FUNCTION catalogue_version_decided() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    decision public.catalogue_listdecision;
    document public.catalogue_listdocument;
BEGIN
    IF NEW.decision_id IS NULL THEN
        IF NEW.document_id ~ '^(own|emergency)_' THEN
            RAISE EXCEPTION 'a version of a county''s own list says by which decision'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'catalogue_version_decided';
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO decision FROM public.catalogue_listdecision WHERE id = NEW.decision_id;
    SELECT * INTO document FROM public.catalogue_listdocument WHERE key = NEW.document_id;
    IF document.level <> 'county' OR document.division_code <> decision.county_code
        OR NEW.takes_effect_on < decision.takes_effect_on
        OR NEW.takes_effect_on < (NEW.recorded_at AT TIME ZONE 'Asia/Shanghai')::date THEN
        RAISE EXCEPTION 'a decision changes its own county''s lists, and nothing before today'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'catalogue_version_decided';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decided BEFORE INSERT ON catalogue_listversion
    FOR EACH ROW EXECUTE FUNCTION catalogue_version_decided();
"""
DECIDED_BACK = """
DROP TRIGGER decided ON catalogue_listversion;
DROP FUNCTION catalogue_version_decided();
"""
RIGHTS = "REVOKE UPDATE, DELETE ON catalogue_listdecision FROM zhengyin_app;"
RIGHTS_BACK = "GRANT UPDATE, DELETE ON catalogue_listdecision TO zhengyin_app;"


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0002_guards"),
        ("documents", "0003_found_by_digest"),
        ("people", "0005_telephones_change"),
    ]

    operations = [
        migrations.CreateModel(
            name="ListDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("county_code", models.CharField(max_length=12)),
                ("number", models.CharField(max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("issued_by", models.CharField(max_length=200)),
                ("signed_by", models.CharField(max_length=30)),
                ("reviewed_by", models.CharField(max_length=60)),
                ("reviewed_on", models.DateField()),
                ("filing_number", models.CharField(blank=True, max_length=60)),
                ("issued_on", models.DateField()),
                ("takes_effect_on", models.DateField()),
                ("valid_until", models.DateField(null=True)),
                ("emergency", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="listversion",
            name="decision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="catalogue.listdecision",
            ),
        ),
        migrations.AddConstraint(
            model_name="listdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number", ""), _negated=True),
                    models.Q(("title", ""), _negated=True),
                    models.Q(("issued_by", ""), _negated=True),
                    models.Q(("signed_by", ""), _negated=True),
                    models.Q(("reviewed_by", ""), _negated=True),
                ),
                name="list_decision_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="listdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("issued_on__lte", models.F("takes_effect_on")),
                    ("reviewed_on__lte", models.F("issued_on")),
                    models.Q(
                        ("valid_until", None),
                        ("valid_until__gte", models.F("takes_effect_on")),
                        _connector="OR",
                    ),
                ),
                name="list_decision_runs_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="listdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("emergency", False), ("valid_until__isnull", False), _connector="OR"),
                name="list_decision_emergency_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="listdecision",
            constraint=models.UniqueConstraint(
                fields=("county_code", "number"), name="list_decision_number_once"
            ),
        ),
        migrations.RunSQL(DECIDED, DECIDED_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    ]
