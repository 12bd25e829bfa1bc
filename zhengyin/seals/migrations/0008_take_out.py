"""Take-outs of a seal, and what the database itself says about them."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

# A seal leaves only with whoever keeps it that day; only its due time moves while it is out.
GUARD = """
CREATE FUNCTION seals_takeout_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    in_use boolean := (SELECT state = 'in_use' FROM public.seals_seal WHERE id = NEW.seal_id);
BEGIN
    IF TG_OP = 'INSERT' AND (NEW.state <> 'out_asked' OR NOT in_use) THEN
        RAISE EXCEPTION 'a take-out begins by being asked for, of a seal in use'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_take_out_path';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.id, NEW.seal_id, NEW.reason, NEW.place, NEW.from_at, NEW.carrier_id, NEW.asked_by_id,
            NEW.asked_at, NEW.county_code)
            IS DISTINCT FROM
            (OLD.id, OLD.seal_id, OLD.reason, OLD.place, OLD.from_at, OLD.carrier_id, OLD.asked_by_id,
            OLD.asked_at, OLD.county_code)
            OR OLD.decided_at IS NOT NULL
            AND (NEW.decided_by_id, NEW.decided_at) IS DISTINCT FROM (OLD.decided_by_id, OLD.decided_at)
            OR OLD.left_at IS NOT NULL AND NEW.left_at IS DISTINCT FROM OLD.left_at THEN
            RAISE EXCEPTION 'what was asked for, approved and left stays as it was written'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_take_out_stays';
        END IF;
        IF NEW.until_at <> OLD.until_at
            AND (OLD.state <> 'taken_out' OR NEW.state <> 'taken_out' OR NEW.until_at < OLD.until_at) THEN
            RAISE EXCEPTION 'a due time only moves on, and only while the seal is out'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_take_out_due';
        END IF;
        IF (OLD.state, NEW.state) NOT IN (
            ('out_asked', 'out_approved'), ('out_asked', 'out_declined'), ('out_asked', 'out_withdrawn'),
            ('out_approved', 'out_withdrawn'), ('out_approved', 'taken_out'), ('taken_out', 'taken_out'),
            ('taken_out', 'brought_back'), ('taken_out', 'lost_outside')) THEN
            RAISE EXCEPTION 'a take-out does not go from % to %', OLD.state, NEW.state
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_take_out_path';
        END IF;
        IF OLD.state = 'out_approved' AND NEW.state = 'taken_out' AND (
            NOT in_use
            OR NEW.left_at < NEW.from_at OR NEW.left_at >= NEW.until_at
            OR NOT EXISTS (SELECT FROM public.seals_custody AS custody
                WHERE custody.seal_id = NEW.seal_id AND custody.person_id = NEW.carrier_id
                AND daterange(custody.valid_from, custody.valid_until)
                    @> (NEW.left_at AT TIME ZONE 'Asia/Shanghai')::date)) THEN
            RAISE EXCEPTION 'a seal leaves in the approved time, with whoever keeps it that day'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_take_out_with_its_keeper';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_takeout_guard BEFORE INSERT OR UPDATE ON seals_takeout
    FOR EACH ROW EXECUTE FUNCTION seals_takeout_guard();
REVOKE DELETE ON seals_takeout FROM zhengyin_app;
"""
GUARD_BACK = """
GRANT DELETE ON seals_takeout TO zhengyin_app;
DROP TRIGGER seals_takeout_guard ON seals_takeout;
DROP FUNCTION seals_takeout_guard();
"""


class Migration(migrations.Migration):
    """Add the table and its guard; the tests try each by raw SQL."""

    dependencies = [
        ("people", "0005_telephones_change"),
        ("seals", "0007_handover_guards"),
    ]

    operations = [
        migrations.CreateModel(
            name="TakeOut",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("state", models.CharField(max_length=16)),
                ("reason", models.CharField(max_length=200)),
                ("place", models.CharField(max_length=120)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField()),
                ("asked_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("left_at", models.DateTimeField(null=True)),
                ("back_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("county_code", models.CharField(max_length=12)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "carrier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "seal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="take_outs", to="seals.seal"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True), models.Q(("place", ""), _negated=True)
                        ),
                        name="seals_take_out_says_why_and_where",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until_at__gt", models.F("from_at"))),
                        name="seals_take_out_runs_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["out_asked"]),
                                ("decided_at", None),
                                ("decided_by", None),
                                ("left_at", None),
                                ("ended_at", None),
                                ("ended_by", None),
                            ),
                            models.Q(
                                ("state__in", ["out_approved"]),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("left_at", None),
                                ("ended_at", None),
                                ("ended_by", None),
                            ),
                            models.Q(
                                ("state__in", ["taken_out"]),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("left_at__isnull", False),
                                ("ended_at", None),
                                ("ended_by", None),
                            ),
                            models.Q(
                                ("state__in", ["brought_back", "lost_outside"]),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("left_at__isnull", False),
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                            ),
                            models.Q(
                                ("state__in", ["out_declined"]),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("left_at", None),
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                            ),
                            models.Q(
                                ("state__in", ["out_withdrawn"]),
                                models.Q(
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                                    models.Q(("decided_at", None), ("decided_by", None)),
                                    _connector="OR",
                                ),
                                ("left_at", None),
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="seals_take_out_state_fits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["brought_back"]),
                                ("back_at__gte", models.F("left_at")),
                                ("back_at__isnull", False),
                                ("back_at__lte", models.F("ended_at")),
                            ),
                            models.Q(
                                models.Q(("state__in", ["brought_back"]), _negated=True), ("back_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="seals_take_out_back_between",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(
                                models.Q(("decided_by", models.F("carrier")), _negated=True),
                                models.Q(("decided_by", models.F("asked_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="seals_take_out_approved_by_another",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["out_asked", "out_approved", "taken_out"])),
                        fields=("seal",),
                        name="seals_one_open_take_out",
                    ),
                ],
            },
        ),
        migrations.RunSQL(GUARD, GUARD_BACK),
    ]
