"""What the database itself says about work uses: the path, what an approval rests on, what is sealed."""

from django.db import migrations

REQUEST = """
CREATE FUNCTION workuse_request_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    decided CONSTANT text[] := ARRAY['state', 'approved_digest', 'approved_by_id', 'approved_at',
        'countersigned_by_id', 'sealed_by_id', 'sealed_at', 'impressions', 'year', 'no', 'number',
        'document_id'];
    afterwards CONSTANT text[] := ARRAY['state', 'printed_at', 'filed_as'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'work_asked' THEN
            RAISE EXCEPTION 'a request begins by being asked for'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_path';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.organization_id, NEW.county_code, NEW.kind, NEW.asked_by_id, NEW.asked_at)
        IS DISTINCT FROM
        (OLD.id, OLD.organization_id, OLD.county_code, OLD.kind, OLD.asked_by_id, OLD.asked_at)
    THEN
        RAISE EXCEPTION 'a request is of one committee'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_stays';
    END IF;
    IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
        ('work_asked', 'work_approved'), ('work_asked', 'work_awaiting_second'),
        ('work_asked', 'work_returned'),
        ('work_asked', 'work_withdrawn'), ('work_awaiting_second', 'work_approved'),
        ('work_awaiting_second', 'work_returned'), ('work_awaiting_second', 'work_withdrawn'),
        ('work_returned', 'work_asked'), ('work_returned', 'work_withdrawn'),
        ('work_approved', 'work_sealed'), ('work_approved', 'work_returned'), ('work_sealed', 'work_filed')
    ) THEN
        RAISE EXCEPTION 'a request does not go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_path';
    END IF;
    IF NEW.needs_second AND OLD.state = 'work_asked' AND NEW.state = 'work_approved' THEN
        RAISE EXCEPTION 'what is left blank needs two approvals'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_path';
    END IF;
    IF OLD.state IN ('work_awaiting_second', 'work_approved')
        AND to_jsonb(NEW) - decided IS DISTINCT FROM to_jsonb(OLD) - decided THEN
        RAISE EXCEPTION 'what was approved does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_approved_stays';
    END IF;
    IF OLD.state IN ('work_sealed', 'work_filed', 'work_withdrawn')
        AND to_jsonb(NEW) - afterwards IS DISTINCT FROM to_jsonb(OLD) - afterwards THEN
        RAISE EXCEPTION 'what is sealed does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_sealed_stays';
    END IF;
    IF OLD.printed_at IS NOT NULL AND NEW.printed_at IS DISTINCT FROM OLD.printed_at THEN
        RAISE EXCEPTION 'a letter is printed once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_printed_once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER work_use_guard BEFORE INSERT OR UPDATE ON workuse_workuse
    FOR EACH ROW EXECUTE FUNCTION workuse_request_guard();
"""
REQUEST_BACK = "DROP TRIGGER work_use_guard ON workuse_workuse; DROP FUNCTION workuse_request_guard();"

FILES = """
CREATE FUNCTION workuse_file_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands text;
BEGIN
    SELECT state INTO stands FROM public.workuse_workuse WHERE id = NEW.work_use_id FOR SHARE;
    IF TG_OP = 'UPDATE' AND OLD.removed_at IS NOT NULL THEN
        RAISE EXCEPTION 'what was taken away stays away'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_file_stays';
    END IF;
    IF (NEW.role = 'scan') <> (stands = 'work_sealed')
        OR NEW.role <> 'scan' AND stands NOT IN ('work_asked', 'work_returned') THEN
        RAISE EXCEPTION 'the files of a request stay while it is decided on, and after the seal'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_file_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER work_file_guard BEFORE INSERT OR UPDATE ON workuse_workfile
    FOR EACH ROW EXECUTE FUNCTION workuse_file_guard();
"""
FILES_BACK = "DROP TRIGGER work_file_guard ON workuse_workfile; DROP FUNCTION workuse_file_guard();"

RIGHTS = """
REVOKE DELETE, TRUNCATE ON workuse_workuse, workuse_workfile, workuse_workgrant FROM zhengyin_app;
REVOKE UPDATE ON workuse_workfile, workuse_workgrant FROM zhengyin_app;
GRANT UPDATE (removed_at) ON workuse_workfile TO zhengyin_app;
GRANT UPDATE (used_at) ON workuse_workgrant TO zhengyin_app;
"""
RIGHTS_BACK = """
REVOKE UPDATE (removed_at) ON workuse_workfile FROM zhengyin_app;
REVOKE UPDATE (used_at) ON workuse_workgrant FROM zhengyin_app;
GRANT UPDATE, DELETE ON workuse_workfile, workuse_workgrant TO zhengyin_app;
GRANT DELETE ON workuse_workuse TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (("workuse", "0001_initial"),)
    operations = (
        migrations.RunSQL(REQUEST, REQUEST_BACK),
        migrations.RunSQL(FILES, FILES_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
