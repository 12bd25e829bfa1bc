"""A 告知函 that was let go and not sent may be taken back: it gives up its number and is written anew."""

from django.db import migrations, models
from django.db.models import Q

NUMBERED = [
    "letter_approved", "letter_sent", "letter_basis_given", "letter_demand_dropped", "letter_unanswered",
]  # fmt: skip
GUARD = """
CREATE OR REPLACE FUNCTION certificates_letter_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.number = '' THEN
        RETURN NEW;
    END IF;
    IF (NEW.certificate_id, NEW.organization_id, NEW.county_code, NEW.unit, NEW.text_encrypted,
        NEW.text_digest, NEW.answer_by, NEW.drafted_by_id)
        IS DISTINCT FROM (OLD.certificate_id, OLD.organization_id, OLD.county_code, OLD.unit,
        OLD.text_encrypted, OLD.text_digest, OLD.answer_by, OLD.drafted_by_id) THEN
        RAISE EXCEPTION 'a letter that was let go stays as it is'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_stays';
    END IF;
    IF (OLD.state, NEW.state, NEW.number, NEW.previous_hash)
            = ('letter_approved', 'letter_returned', '', '')
        AND num_nonnulls(NEW.approved_by_id, NEW.approved_at, NEW.year, NEW.no) = 0 THEN
        RETURN NEW;  -- taken back before it left
    END IF;
    IF (NEW.approved_by_id, NEW.approved_at, NEW.year, NEW.no, NEW.number, NEW.previous_hash)
        IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_at, OLD.year, OLD.no, OLD.number,
        OLD.previous_hash) THEN
        RAISE EXCEPTION 'a letter that was let go stays as it is'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_stays';
    END IF;
    RETURN NEW;
END $$;
"""
GUARD_BACK = """
CREATE OR REPLACE FUNCTION certificates_letter_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.number <> '' AND (NEW.certificate_id, NEW.organization_id, NEW.county_code, NEW.unit,
        NEW.text_encrypted, NEW.text_digest, NEW.answer_by, NEW.drafted_by_id, NEW.approved_by_id,
        NEW.approved_at, NEW.year, NEW.no, NEW.number, NEW.previous_hash)
        IS DISTINCT FROM (OLD.certificate_id, OLD.organization_id, OLD.county_code, OLD.unit,
        OLD.text_encrypted, OLD.text_digest, OLD.answer_by, OLD.drafted_by_id, OLD.approved_by_id,
        OLD.approved_at, OLD.year, OLD.no, OLD.number, OLD.previous_hash) THEN
        RAISE EXCEPTION 'a letter that was let go stays as it is'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_stays';
    END IF;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("certificates", "0023_party_by_identity")]
    operations = [
        migrations.RunSQL(GUARD, GUARD_BACK),
        migrations.AddConstraint(
            "letter",
            models.CheckConstraint(
                condition=Q(state__in=NUMBERED) | Q(number="", approved_by__isnull=True),
                name="letter_not_let_go_has_no_number",
            ),
        ),
    ]
