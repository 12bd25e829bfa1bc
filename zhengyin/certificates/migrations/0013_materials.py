"""Materials and their pictures: nothing is deleted, a picture is never another one, and none comes late."""

from uuid import uuid4

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

WAYS = [("", "NOT_SAID"), ("handed_in", "HANDED_IN"), ("seen", "SEEN"), ("not_needed", "NOT_NEEDED")]
GUARD = """
REVOKE UPDATE, DELETE, TRUNCATE ON certificates_material, certificates_attachment FROM zhengyin_app;
GRANT UPDATE (became, recorded_by_id, recorded_at) ON certificates_material TO zhengyin_app;
GRANT UPDATE (removed_by_id, removed_at) ON certificates_attachment TO zhengyin_app;

CREATE FUNCTION certificates_material_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM certificates_certificate c WHERE c.id = NEW.certificate_id
        AND c.state NOT IN ('applied', 'to_complete', 'accepted', 'verifying', 'returned') FOR SHARE;
    IF FOUND THEN
        RAISE EXCEPTION 'materials stay as they were when the paper went on'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'material_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER material_stays BEFORE INSERT OR UPDATE ON certificates_material
    FOR EACH ROW EXECUTE FUNCTION certificates_material_stays();

CREATE FUNCTION certificates_attachment_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.removed_at IS NOT NULL THEN
        RAISE EXCEPTION 'what was taken away stays away'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_stays';
    END IF;
    PERFORM FROM certificates_certificate c JOIN certificates_material m ON m.certificate_id = c.id
        WHERE m.id = NEW.material_id
        AND c.state NOT IN ('applied', 'to_complete', 'accepted', 'verifying', 'returned') FOR SHARE OF c;
    IF FOUND THEN
        RAISE EXCEPTION 'pictures stay as they were when the paper went on'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attachment_stays BEFORE INSERT OR UPDATE ON certificates_attachment
    FOR EACH ROW EXECUTE FUNCTION certificates_attachment_stays();
"""
GUARD_BACK = """
DROP TRIGGER attachment_stays ON certificates_attachment;
DROP FUNCTION certificates_attachment_stays();
DROP TRIGGER material_stays ON certificates_material;
DROP FUNCTION certificates_material_stays();
"""


def by(model: str) -> "models.ForeignKey[models.Model, models.Model]":
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model)


class Migration(migrations.Migration):
    dependencies = [
        ("certificates", "0011_after_the_seal"),
        ("documents", "0003_found_by_digest"),
        ("people", "0004_kept"),
    ]
    operations = [
        migrations.AddField("certificate", "materials", models.TextField(default="")),
        migrations.CreateModel(
            name="Material",
            fields=[
                ("id", models.UUIDField(default=uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=60)),
                ("became", models.CharField(choices=WAYS, default="", max_length=12)),
                ("recorded_at", models.DateTimeField()),
                (
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="materials_brought",
                        to="certificates.certificate",
                    ),
                ),
                ("recorded_by", by("people.person")),
            ],
            options={
                "constraints": (
                    models.UniqueConstraint(fields=("certificate", "name"), name="material_named_once"),
                    models.CheckConstraint(condition=~Q(name=""), name="material_has_a_name"),
                    models.CheckConstraint(
                        condition=Q(became__in=[way for way, _ in WAYS]), name="material_known_way"
                    ),
                )
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.UUIDField(default=uuid4, editable=False, primary_key=True, serialize=False)),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                ("added_by", by("people.person")),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "material",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments",
                        to="certificates.material",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": (
                    models.CheckConstraint(
                        condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                        | Q(removed_at__isnull=False, removed_by__isnull=False),
                        name="attachment_removed_by_somebody",
                    ),
                )
            },
        ),
        migrations.RunSQL(GUARD, GUARD_BACK),
    ]  # fmt: skip
