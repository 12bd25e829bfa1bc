"""补登: a certificate stamped on paper first may show what no act here would have let pass, if it says so.

The conditions name the states they held in before; `pad_number` is all that is new in them.
"""

from django.db import migrations, models
from django.db.models import F, Q

APPROVED_ON = ["approved", "sealed", "delivered", "voided", "corrected"]
LATE = ~Q(pad_number="")
CONDITIONS = {
    "certificate_approved_by_somebody": ~Q(state__in=APPROVED_ON)
    | (~Q(approved_digest="") & (Q(approved_by__isnull=False) | LATE)),
    "certificate_soft_needs_second_approver": ~Q(state__in=APPROVED_ON, needs_second=True)
    | Q(countersigned_by__isnull=False)
    | LATE,
    "certificate_two_approvers_are_two": Q(countersigned_by__isnull=True)
    | ~Q(countersigned_by=F("approved_by"))
    | LATE,
    "certificate_approver_is_not_sealer": Q(sealed_by__isnull=True)
    | LATE
    | (
        ~Q(sealed_by=F("approved_by"))
        & (Q(countersigned_by__isnull=True) | ~Q(sealed_by=F("countersigned_by")))
    ),
}
# Entered only with the slip that names it; what the usual conditions forbid only where the slip says 待整改.
GUARD = """
CREATE FUNCTION certificates_late_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    slip certificates_slip;
BEGIN
    IF TG_OP = 'INSERT' OR (OLD.pad_number, OLD.state, NEW.state) <> ('', 'applied', 'sealed') THEN
        RAISE EXCEPTION 'only an entry names a slip, once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_names_its_slip';
    END IF;
    SELECT * INTO slip FROM certificates_slip s
        WHERE s.certificate_id = NEW.id AND s.organization_id = NEW.organization_id
            AND s.state = 'slip_entered';
    IF slip.id IS NULL OR NEW.pad_number <>
            '应急' || lpad(slip.no::text, greatest(4, length(slip.no::text)), '0') THEN
        RAISE EXCEPTION 'no slip of this number names this certificate'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_has_its_slip';
    END IF;
    IF slip.failed = '' AND (NEW.approved_by_id IS NULL OR NEW.approved_by_id = NEW.sealed_by_id
            OR NEW.countersigned_by_id IN (NEW.approved_by_id, NEW.sealed_by_id)
            OR NEW.needs_second AND NEW.countersigned_by_id IS NULL) THEN
        RAISE EXCEPTION 'an entry without its approvals says so'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_late_says_what_failed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_late_enters BEFORE INSERT ON certificates_certificate
    FOR EACH ROW WHEN (NEW.pad_number <> '') EXECUTE FUNCTION certificates_late_guard();
CREATE TRIGGER certificate_late_guard BEFORE UPDATE ON certificates_certificate
    FOR EACH ROW WHEN (NEW.pad_number IS DISTINCT FROM OLD.pad_number)
    EXECUTE FUNCTION certificates_late_guard();
"""
GUARD_BACK = """
DROP TRIGGER certificate_late_guard ON certificates_certificate;
DROP TRIGGER certificate_late_enters ON certificates_certificate;
DROP FUNCTION certificates_late_guard();
"""


class Migration(migrations.Migration):
    dependencies = [("certificates", "0016_pads")]
    operations = [
        migrations.AddField("certificate", "pad_number", models.CharField(default="", max_length=12)),
        *(migrations.RemoveConstraint("certificate", name) for name in CONDITIONS),
        *(
            migrations.AddConstraint("certificate", models.CheckConstraint(condition=condition, name=name))
            for name, condition in CONDITIONS.items()
        ),
        migrations.RunSQL(GUARD, GUARD_BACK),
    ]
