"""What the database itself says about rounds, reviews and tasks, to every hand in psql."""

from django.db import migrations

ROUND = """
CREATE FUNCTION cleanup_round_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    goes CONSTANT text[] := ARRAY['state', 'ended_at', 'decision_id'];
    decision public.catalogue_listdecision;
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'round_open'
        OR TG_OP = 'UPDATE' AND (OLD.state, NEW.state) NOT IN (
            ('round_open', 'round_closed'), ('round_open', 'round_cancelled')) THEN
        RAISE EXCEPTION 'a round is opened, then closed or cancelled'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'round_path';
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - goes IS DISTINCT FROM to_jsonb(OLD) - goes THEN
        RAISE EXCEPTION 'what a round was opened with stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'round_stays';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.state = 'round_closed' AND EXISTS (
        SELECT 1 FROM public.cleanup_review
        WHERE round_id = NEW.id AND state IN ('review_open', 'review_answered')) THEN
        RAISE EXCEPTION 'a round is closed when every entry was reviewed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'round_reviewed_whole';
    END IF;
    IF NEW.decision_id IS NOT NULL THEN
        SELECT * INTO decision FROM public.catalogue_listdecision WHERE id = NEW.decision_id;
        IF decision.county_code <> NEW.county_code OR decision.takes_effect_on <> NEW.ends_on THEN
            RAISE EXCEPTION 'what ends, ends by the county''s own document on the round''s day'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'round_ends_on_its_day';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER round_guard BEFORE INSERT OR UPDATE ON cleanup_round
    FOR EACH ROW EXECUTE FUNCTION cleanup_round_guard();
"""
ROUND_BACK = "DROP TRIGGER round_guard ON cleanup_round; DROP FUNCTION cleanup_round_guard();"

REVIEW = """
CREATE FUNCTION cleanup_review_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands text;
    goes CONSTANT text[] := ARRAY['state'] || CASE
        WHEN OLD.state = NEW.state THEN ARRAY['unit_id']
        WHEN NEW.state IN ('review_open', 'review_answered') THEN ARRAY[
            'verdict', 'basis', 'reason', 'instead', 'answered_by', 'answered_on', 'way', 'scan_id']
        WHEN NEW.state = 'review_changed' THEN ARRAY['proposal_id']
        ELSE '{}'::text[] END;
BEGIN
    SELECT state INTO stands FROM public.cleanup_round WHERE id = NEW.round_id FOR SHARE;
    IF stands <> 'round_open' THEN
        RAISE EXCEPTION 'entries are reviewed while their round is open'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'review_while_open';
    END IF;
    IF NEW.unit_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM public.cleanup_roundunit WHERE id = NEW.unit_id AND round_id = NEW.round_id) THEN
        RAISE EXCEPTION 'a unit reviews entries of its own round'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'review_by_its_unit';
    END IF;
    IF TG_OP = 'INSERT' AND NEW.state <> 'review_open'
        OR TG_OP = 'UPDATE' AND (OLD.state, NEW.state) NOT IN (
            ('review_open', 'review_open'), ('review_open', 'review_answered'),
            ('review_answered', 'review_open'), ('review_answered', 'review_kept'),
            ('review_answered', 'review_changed'), ('review_answered', 'review_ended')) THEN
        RAISE EXCEPTION 'a review is answered, then concluded'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'review_path';
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - goes IS DISTINCT FROM to_jsonb(OLD) - goes THEN
        RAISE EXCEPTION 'each step writes its own, and what was found stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'review_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER review_guard BEFORE INSERT OR UPDATE ON cleanup_review
    FOR EACH ROW EXECUTE FUNCTION cleanup_review_guard();
"""
REVIEW_BACK = "DROP TRIGGER review_guard ON cleanup_review; DROP FUNCTION cleanup_review_guard();"

TASK = """
CREATE FUNCTION cleanup_task_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    goes CONSTANT text[] := ARRAY['state', 'note', 'done_on'];
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'task_open' OR TG_OP = 'UPDATE' AND OLD.state <> 'task_open' THEN
        RAISE EXCEPTION 'a task is open, then done or dropped'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'task_path';
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - goes IS DISTINCT FROM to_jsonb(OLD) - goes THEN
        RAISE EXCEPTION 'a task stays as it was given; another one is another task'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'task_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER task_guard BEFORE INSERT OR UPDATE ON cleanup_plantask
    FOR EACH ROW EXECUTE FUNCTION cleanup_task_guard();
"""
TASK_BACK = "DROP TRIGGER task_guard ON cleanup_plantask; DROP FUNCTION cleanup_task_guard();"

# Of the plan FOR UPDATE is taken, which asks for the right to update; what it says stays all the same.
PLAN = """
CREATE FUNCTION cleanup_plan_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'a plan stays as it was made; another one is another plan'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_stays';
END $$;
CREATE TRIGGER plan_guard BEFORE UPDATE ON cleanup_workplan
    FOR EACH ROW EXECUTE FUNCTION cleanup_plan_guard();
"""
PLAN_BACK = "DROP TRIGGER plan_guard ON cleanup_workplan; DROP FUNCTION cleanup_plan_guard();"
TABLES = "cleanup_round, cleanup_roundunit, cleanup_review, cleanup_workplan, cleanup_plantask"
RIGHTS = f"""
REVOKE DELETE, TRUNCATE ON {TABLES} FROM zhengyin_app;
REVOKE UPDATE ON cleanup_roundunit FROM zhengyin_app;
"""
RIGHTS_BACK = f"GRANT UPDATE, DELETE ON {TABLES} TO zhengyin_app;"


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (("cleanup", "0001_initial"),)
    operations = (
        migrations.RunSQL(ROUND, ROUND_BACK),
        migrations.RunSQL(REVIEW, REVIEW_BACK),
        migrations.RunSQL(TASK, TASK_BACK),
        migrations.RunSQL(PLAN, PLAN_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
