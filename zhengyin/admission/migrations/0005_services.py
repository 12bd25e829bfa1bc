"""公共服务事项、工作任务: a form of their own, a table of their own, and what the database says about it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

# What was admitted stays; it ends once, by a decision, and not before that takes effect.
SERVICE = """
CREATE FUNCTION admission_service_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    goes CONSTANT text[] := ARRAY['in_force_until', 'ended_by_id'];
    begins date;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT takes_effect_on INTO begins FROM public.catalogue_listdecision
            WHERE id = NEW.decision_id AND county_code = NEW.county_code;
        IF begins IS NULL OR NEW.in_force_from < begins OR NEW.ended_by_id IS NOT NULL THEN
            RAISE EXCEPTION 'a service begins by a decision of its own county, and not before it'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'service_begins_by_a_decision';
        END IF;
        RETURN NEW;
    END IF;
    SELECT takes_effect_on INTO begins FROM public.catalogue_listdecision
        WHERE id = NEW.ended_by_id AND county_code = NEW.county_code;
    IF to_jsonb(NEW) - goes IS DISTINCT FROM to_jsonb(OLD) - goes OR OLD.ended_by_id IS NOT NULL
        OR begins IS NULL OR NEW.in_force_until < begins OR NEW.in_force_until > OLD.in_force_until THEN
        RAISE EXCEPTION 'a service stays as it was admitted and ends once, by a decision'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'service_ends_by_a_decision';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER service_guard BEFORE INSERT OR UPDATE ON admission_service
    FOR EACH ROW EXECUTE FUNCTION admission_service_guard();
"""
SERVICE_BACK = "DROP TRIGGER service_guard ON admission_service; DROP FUNCTION admission_service_guard();"
RIGHTS = "REVOKE DELETE, TRUNCATE ON admission_service FROM zhengyin_app;"
RIGHTS_BACK = "GRANT DELETE ON admission_service TO zhengyin_app;"


class Migration(migrations.Migration):
    """A column, a table, its guard."""

    dependencies = [
        ("admission", "0004_adjusting"),
        ("catalogue", "0003_decisions"),
        ("documents", "0003_found_by_digest"),
        ("people", "0006_who_watches"),
        ("regions", "0005_committees_end"),
    ]

    operations = [
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("county_code", models.CharField(max_length=12)),
                ("code", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=60)),
                ("what", models.CharField(max_length=10)),
                ("content", models.JSONField(default=dict)),
                ("applicant_name", models.CharField(max_length=60)),
                ("in_force_from", models.DateField()),
                ("in_force_until", models.DateField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name="proposal",
            name="covers",
            field=models.CharField(default="certificates", max_length=12),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("covers", "certificates"),
                    models.Q(("covers", "services"), ("kind__in", ["admit", "exit"])),
                    _connector="OR",
                ),
                name="proposal_covers_what_it_can",
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.listdecision"
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="ended_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalogue.listdecision",
            ),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(fields=["county_code", "in_force_from"], name="service_of_county"),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(("what__in", ["service", "task"])), name="service_known_what"
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), _negated=True),
                    models.Q(("code", ""), _negated=True),
                    models.Q(("applicant_name", ""), _negated=True),
                ),
                name="service_is_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_by", None), ("in_force_until", None)),
                    models.Q(
                        ("in_force_until__gte", models.F("in_force_from")), ("in_force_until__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="service_runs_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.UniqueConstraint(fields=("county_code", "code"), name="service_code_once"),
        ),
        migrations.RunSQL(SERVICE, SERVICE_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    ]
