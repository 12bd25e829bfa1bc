"""The registers of a committee that ended (撤并) are closed once it is over and no slip waits.

That they take no line from then on, the ledger sees to (ledger 0006).
"""

import uuid

import django.db.models.deletion
from django.db import migrations, models

GUARDS = """
CREATE FUNCTION archive_ended_registers_enter() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.closed_at > clock_timestamp() OR NOT EXISTS (SELECT FROM public.regions_committee AS one
            WHERE one.organization_id = NEW.organization_id
              AND one.ended_on <= (NEW.closed_at AT TIME ZONE 'Asia/Shanghai')::date) THEN
        RAISE EXCEPTION 'registers close for good when their committee ended'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_registers_of_an_ended_committee';
    END IF;
    IF EXISTS (SELECT FROM public.certificates_slip AS slip
            WHERE slip.organization_id = NEW.organization_id AND slip.state = 'slip_issued') THEN
        RAISE EXCEPTION 'what was stamped on a slip is entered first'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_registers_without_slips';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER archive_ended_registers_enter BEFORE INSERT ON archive_endedregisters
    FOR EACH ROW EXECUTE FUNCTION archive_ended_registers_enter();
REVOKE UPDATE, DELETE, TRUNCATE ON archive_endedregisters FROM zhengyin_app;
"""
BACK = """
DROP TRIGGER archive_ended_registers_enter ON archive_endedregisters;
DROP FUNCTION archive_ended_registers_enter();
GRANT UPDATE, DELETE ON archive_endedregisters TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add the table and its guards."""

    dependencies = (
        ("archive", "0002_guards"),
        ("certificates", "0027_seal_in_hand"),
        ("people", "0005_telephones_change"),
        ("regions", "0005_committees_end"),
        ("ledger", "0005_closed_books"),
    )
    operations = (
        migrations.CreateModel(
            name="EndedRegisters",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("county_code", models.CharField(max_length=12)),
                ("state", models.CharField(max_length=20)),
                ("heads", models.CharField(max_length=64)),
                ("lines", models.PositiveIntegerField()),
                ("closed_at", models.DateTimeField()),
                (
                    "closed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "organization",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.organization",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state", "registers_closed")), name="ended_registers_known_state"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("heads__regex", "^[0-9a-f]{64}$")),
                        name="ended_registers_heads_whole",
                    ),
                ],
            },
        ),
        migrations.RunSQL(GUARDS, BACK),
    )
