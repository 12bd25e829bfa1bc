"""应急用印单: a pad's slips follow one another over all pads and years, and each comes to one end."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

PROTECT = django.db.models.deletion.PROTECT
ENDED = {"ended_at__isnull": False, "ended_by__isnull": False}
ONE_END = (
    Q(state="slip_issued", certificate=None, reason="", failed="", ended_at=None, ended_by=None)
    | Q(state="slip_entered", certificate__isnull=False, reason="", **ENDED)
    | Q(
        state="slip_spoiled",
        certificate=None,
        reason__in=["miswritten", "damaged", "lost"],
        failed="",
        **ENDED,
    )
    | Q(state="slip_unused", certificate=None, reason="", failed="", **ENDED)
)
GUARD = """
ALTER TABLE certificates_slip
    ADD COLUMN prev_no integer GENERATED ALWAYS AS (nullif(no - 1, 0)) STORED,
    ADD CONSTRAINT slip_follows FOREIGN KEY (organization_id, prev_no)
        REFERENCES certificates_slip (organization_id, no);

CREATE FUNCTION certificates_slip_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    -- prev_no is made after this trigger: here it is empty in every new row
    later CONSTANT text[] := ARRAY['rectified_at', 'rectified_by_id', 'prev_no'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'slip_issued' OR NOT EXISTS (
            SELECT FROM certificates_pad pad WHERE pad.id = NEW.pad_id AND pad.state = 'pad_open'
                AND pad.organization_id = NEW.organization_id AND NEW.no BETWEEN pad.first_no AND pad.last_no
        ) THEN
            RAISE EXCEPTION 'a slip is printed in the range of its pad'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'slip_of_its_pad';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.state <> 'slip_issued' AND (to_jsonb(NEW) - later IS DISTINCT FROM to_jsonb(OLD) - later
            OR OLD.rectified_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a slip comes to one end'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'slip_ends_once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER slip_guard BEFORE INSERT OR UPDATE ON certificates_slip
    FOR EACH ROW EXECUTE FUNCTION certificates_slip_guard();

CREATE FUNCTION certificates_pad_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.state = 'pad_closed' OR EXISTS (
        SELECT FROM certificates_slip slip WHERE slip.pad_id = OLD.id AND slip.state = 'slip_issued'
    ) THEN
        RAISE EXCEPTION 'a pad is closed once, when every slip has its end'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'pad_closes_last';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER pad_guard BEFORE UPDATE ON certificates_pad
    FOR EACH ROW EXECUTE FUNCTION certificates_pad_guard();

REVOKE UPDATE, DELETE, TRUNCATE ON certificates_pad, certificates_slip, certificates_grantedslip
    FROM zhengyin_app;
GRANT UPDATE (state, closed_at, closed_by_id) ON certificates_pad TO zhengyin_app;
GRANT UPDATE (state, reason, certificate_id, failed, ended_at, ended_by_id, rectified_at, rectified_by_id)
    ON certificates_slip TO zhengyin_app;
GRANT UPDATE (used_at) ON certificates_grantedslip TO zhengyin_app;
"""
GUARD_BACK = """
DROP TRIGGER pad_guard ON certificates_pad;
DROP FUNCTION certificates_pad_guard();
DROP TRIGGER slip_guard ON certificates_slip;
DROP FUNCTION certificates_slip_guard();
ALTER TABLE certificates_slip DROP CONSTRAINT slip_follows, DROP COLUMN prev_no;
"""


def to(model: str, *, null: bool = False, name: str = "+") -> models.ForeignKey:
    return models.ForeignKey(on_delete=PROTECT, related_name=name, to=model, null=null)


def new_id() -> models.UUIDField:
    return models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


class Migration(migrations.Migration):
    dependencies = [
        ("certificates", "0015_resident_attaches"),
        ("documents", "0003_found_by_digest"),
        ("people", "0005_telephones_change"),
        ("regions", "0003_kept"),
    ]
    operations = [
        migrations.CreateModel(
            name="Pad",
            fields=[
                ("id", new_id()),
                ("county_code", models.CharField(max_length=12)),
                ("state", models.CharField(max_length=12)),
                ("first_no", models.PositiveIntegerField()),
                ("last_no", models.PositiveIntegerField()),
                ("issued_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("organization", to("regions.organization")),
                ("document", to("documents.storedfile")),
                ("issued_by", to("people.person")),
                ("closed_by", to("people.person", null=True)),
            ],
            options={
                "constraints": (
                    models.CheckConstraint(
                        condition=Q(first_no__gte=1, last_no__gte=F("first_no")), name="pad_has_a_range"
                    ),
                    models.CheckConstraint(
                        condition=Q(state="pad_open", closed_at=None, closed_by=None)
                        | Q(state="pad_closed", closed_at__isnull=False, closed_by__isnull=False),
                        name="pad_closed_by_somebody",
                    ),
                )
            },
        ),
        migrations.CreateModel(
            name="Slip",
            fields=[
                ("id", new_id()),
                ("county_code", models.CharField(max_length=12)),
                ("no", models.PositiveIntegerField()),
                ("state", models.CharField(max_length=12)),
                ("token_index", models.BinaryField(unique=True)),
                ("check_code_index", models.BinaryField(unique=True)),
                ("reason", models.CharField(default="", max_length=12)),
                ("failed", models.TextField(default="")),
                ("ended_at", models.DateTimeField(null=True)),
                ("rectified_at", models.DateTimeField(null=True)),
                (
                    "certificate",
                    models.OneToOneField(
                        null=True, on_delete=PROTECT, related_name="pad_slip", to="certificates.certificate"
                    ),
                ),
                ("ended_by", to("people.person", null=True)),
                ("rectified_by", to("people.person", null=True)),
                ("organization", to("regions.organization")),
                ("pad", to("certificates.pad", name="slips")),
            ],
            options={
                "constraints": (
                    models.CheckConstraint(condition=ONE_END, name="slip_has_one_end"),
                    models.CheckConstraint(
                        condition=Q(rectified_at=None, rectified_by=None)
                        | (~Q(failed="") & Q(rectified_at__isnull=False, rectified_by__isnull=False)),
                        name="slip_rectified_where_it_failed",
                    ),
                    models.UniqueConstraint(fields=("organization", "no"), name="slip_number_once"),
                )
            },
        ),
        migrations.CreateModel(
            name="GrantedSlip",
            fields=[
                (
                    "grant",
                    models.OneToOneField(
                        on_delete=PROTECT, primary_key=True, related_name="slip", serialize=False,
                        to="certificates.grant",
                    ),
                ),
                ("used_at", models.DateTimeField(null=True)),
                ("slip", to("certificates.slip")),
            ],
            options={
                "constraints": (
                    models.UniqueConstraint(
                        fields=("slip",), condition=Q(used_at__isnull=False), name="slip_entered_by_one_grant"
                    ),
                )
            },
        ),
        migrations.RunSQL(GUARD, GUARD_BACK),
    ]  # fmt: skip
