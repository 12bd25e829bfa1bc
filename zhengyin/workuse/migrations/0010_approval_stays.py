"""Who approved which text stays as approved; a letter whose stub is filed may be declared void."""

from importlib import import_module

from django.db import migrations, models

BEFORE = import_module("zhengyin.workuse.migrations.0009_voided").AFTER
AFTER = BEFORE.replace(
    "('work_sealed', 'work_voided')\n", "('work_sealed', 'work_voided'), ('work_filed', 'work_voided')\n"
).replace(
    "    IF OLD.state IN ('work_sealed', 'work_filed', 'work_withdrawn', 'work_voided')",
    """    IF OLD.state = 'work_awaiting_second' AND NEW.state IN ('work_awaiting_second', 'work_approved')
        AND (NEW.approved_by_id, NEW.approved_digest)
            IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_digest)
        OR OLD.state = 'work_approved' AND NEW.state IN ('work_approved', 'work_sealed')
        AND (NEW.approved_by_id, NEW.approved_at, NEW.approved_digest, NEW.countersigned_by_id)
            IS DISTINCT FROM
            (OLD.approved_by_id, OLD.approved_at, OLD.approved_digest, OLD.countersigned_by_id) THEN
        RAISE EXCEPTION 'who approved which text does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_approval_stays';
    END IF;
    IF NEW.state = 'work_voided' AND OLD.state = 'work_filed' AND NEW.kind <> 'work_introduction' THEN
        RAISE EXCEPTION 'what is filed lies in the box: of a letter only its stub does'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_filed_stays';
    END IF;
    IF OLD.state IN ('work_sealed', 'work_filed', 'work_withdrawn', 'work_voided')""",
)
assert "work_use_approval_stays" in AFTER and "('work_filed', 'work_voided')" in AFTER

# A number in a row is a number in the book: no row says sealed without its line.
LINE = """
CREATE FUNCTION workuse_sealed_has_its_line() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.registers_line AS line WHERE line.subject = NEW.id
        AND line.owner = NEW.organization_id AND line.text_digest = NEW.approved_digest
        AND line.kind = 'register.work' AND line.no = NEW.no) THEN
        RAISE EXCEPTION 'what is sealed stands in the register'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_sealed_has_its_line';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER work_use_sealed_has_its_line AFTER INSERT OR UPDATE OF state ON workuse_workuse
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'work_sealed')
    EXECUTE FUNCTION workuse_sealed_has_its_line();
"""
LINE_BACK = """
DROP TRIGGER work_use_sealed_has_its_line ON workuse_workuse;
DROP FUNCTION workuse_sealed_has_its_line();
"""


class Migration(migrations.Migration):
    """The guard again with what stays, and the line a seal leaves."""

    dependencies = (("workuse", "0009_voided"), ("registers", "0002_book"))
    operations = (
        migrations.RemoveConstraint(model_name="workuse", name="work_use_filed_somewhere"),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "work_filed"), models.Q(("filed_as", ""), _negated=True)),
                    models.Q(models.Q(("state", "work_filed"), _negated=True), ("filed_as", "")),
                    ("state", "work_voided"),
                    _connector="OR",
                ),
                name="work_use_filed_somewhere",
            ),
        ),
        migrations.RunSQL(AFTER, BEFORE),
        migrations.RunSQL(LINE, LINE_BACK),
    )
