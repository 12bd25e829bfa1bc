"""What the database itself says about proposals, answers and joint meetings, to every hand in psql."""

from django.db import migrations

PROPOSAL = """
CREATE FUNCTION admission_proposal_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    goes CONSTANT text[] := ARRAY['state'] || CASE
        WHEN OLD.state = 'proposal_draft' AND NEW.state IN ('proposal_draft', 'proposal_submitted')
            THEN ARRAY[
            'applicant_name', 'liaison', 'telephone', 'item_code', 'item_name', 'entry', 'said', 'stop_on',
            'paper_id', 'received_on', 'submitted_at']
        WHEN NEW.state = 'proposal_refused' THEN ARRAY['rule', 'ended_at']
        WHEN NEW.state = 'proposal_accepted' THEN ARRAY['number']
        WHEN NEW.state = 'proposal_consulting' THEN ARRAY['asked_on', 'due_on']
        WHEN NEW.state = 'proposal_meeting' AND OLD.state <> NEW.state THEN ARRAY['summary']
        WHEN NEW.state = 'proposal_published' AND OLD.kind = 'admit' THEN ARRAY[
            'item_code', 'decision_id', 'ended_at']
        WHEN NEW.state = 'proposal_published' THEN ARRAY['decision_id', 'ended_at']
        WHEN NEW.state IN ('proposal_filed', 'proposal_rejected', 'proposal_withdrawn') THEN ARRAY['ended_at']
        ELSE '{}'::text[] END;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'proposal_draft' THEN
            RAISE EXCEPTION 'a proposal begins as a draft'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_path';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
        ('proposal_draft', 'proposal_submitted'), ('proposal_draft', 'proposal_withdrawn'),
        ('proposal_submitted', 'proposal_draft'), ('proposal_submitted', 'proposal_refused'),
        ('proposal_submitted', 'proposal_accepted'), ('proposal_submitted', 'proposal_filed'),
        ('proposal_submitted', 'proposal_withdrawn'), ('proposal_accepted', 'proposal_consulting'),
        ('proposal_accepted', 'proposal_withdrawn'), ('proposal_consulting', 'proposal_meeting'),
        ('proposal_consulting', 'proposal_withdrawn'), ('proposal_meeting', 'proposal_approved'),
        ('proposal_meeting', 'proposal_rejected'), ('proposal_meeting', 'proposal_withdrawn'),
        ('proposal_approved', 'proposal_published')
    ) THEN
        RAISE EXCEPTION 'a proposal does not go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_path';
    END IF;
    IF to_jsonb(NEW) - goes IS DISTINCT FROM to_jsonb(OLD) - goes
        OR OLD.state = NEW.state AND OLD.state NOT IN ('proposal_draft', 'proposal_meeting') THEN
        RAISE EXCEPTION 'each step writes its own, and what was handed in does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER proposal_guard BEFORE INSERT OR UPDATE ON admission_proposal
    FOR EACH ROW EXECUTE FUNCTION admission_proposal_guard();
"""
PROPOSAL_BACK = "DROP TRIGGER proposal_guard ON admission_proposal; DROP FUNCTION admission_proposal_guard();"

QUESTION = """
CREATE FUNCTION admission_question_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands text;
    weighed CONSTANT text[] := ARRAY['state', 'taken', 'taken_because'];
BEGIN
    SELECT state INTO stands FROM public.admission_proposal WHERE id = NEW.proposal_id FOR SHARE;
    IF stands <> 'proposal_consulting' OR TG_OP = 'INSERT' AND NEW.state <> 'question_asked' THEN
        RAISE EXCEPTION 'bodies are asked, answer and are weighed while opinions are sought'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'question_while_asked';
    END IF;
    IF TG_OP = 'UPDATE' AND ((OLD.state, NEW.state) NOT IN (
            ('question_asked', 'question_answered'), ('question_answered', 'question_weighed'))
        OR (NEW.id, NEW.proposal_id, NEW.body_id, NEW.why, NEW.due_on)
            IS DISTINCT FROM (OLD.id, OLD.proposal_id, OLD.body_id, OLD.why, OLD.due_on)
        OR OLD.state = 'question_answered'
            AND to_jsonb(NEW) - weighed IS DISTINCT FROM to_jsonb(OLD) - weighed) THEN
        RAISE EXCEPTION 'an answer is given once and stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'question_path';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER question_guard BEFORE INSERT OR UPDATE ON admission_question
    FOR EACH ROW EXECUTE FUNCTION admission_question_guard();
"""
QUESTION_BACK = "DROP TRIGGER question_guard ON admission_question; DROP FUNCTION admission_question_guard();"

JOINT = """
CREATE FUNCTION admission_joint_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    goes CONSTANT text[] := ARRAY['state', 'ended_at'] || CASE WHEN NEW.state = 'joint_held'
        THEN ARRAY['held_on', 'presided_by', 'minutes_id'] ELSE '{}'::text[] END;
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'joint_called'
        OR TG_OP = 'UPDATE' AND (OLD.state, NEW.state) NOT IN (
            ('joint_called', 'joint_held'), ('joint_called', 'joint_cancelled')) THEN
        RAISE EXCEPTION 'a joint meeting is called, then held or cancelled'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'joint_path';
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - goes IS DISTINCT FROM to_jsonb(OLD) - goes THEN
        RAISE EXCEPTION 'what was called together stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'joint_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER joint_guard BEFORE INSERT OR UPDATE ON admission_jointmeeting
    FOR EACH ROW EXECUTE FUNCTION admission_joint_guard();

CREATE FUNCTION admission_joint_item_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands text;
BEGIN
    SELECT state INTO stands FROM public.admission_jointmeeting WHERE id = NEW.meeting_id FOR SHARE;
    IF TG_OP = 'INSERT' AND (stands <> 'joint_called' OR NEW.conclusion <> '')
        OR TG_OP = 'UPDATE' AND stands <> 'joint_held' THEN
        RAISE EXCEPTION 'the agenda is set when a meeting is called, and concluded when it is held'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'joint_item_path';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.conclusion <> '' OR (NEW.id, NEW.meeting_id, NEW.proposal_id, NEW.no)
            IS DISTINCT FROM (OLD.id, OLD.meeting_id, OLD.proposal_id, OLD.no)) THEN
        RAISE EXCEPTION 'what was concluded stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'joint_item_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER joint_item_guard BEFORE INSERT OR UPDATE ON admission_jointitem
    FOR EACH ROW EXECUTE FUNCTION admission_joint_item_guard();

CREATE FUNCTION admission_attendance_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands text;
BEGIN
    SELECT state INTO stands FROM public.admission_jointmeeting WHERE id = NEW.meeting_id FOR SHARE;
    IF stands <> 'joint_held' THEN
        RAISE EXCEPTION 'who came is known once a meeting was held'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'joint_attended_once_held';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attendance_guard BEFORE INSERT ON admission_attendance
    FOR EACH ROW EXECUTE FUNCTION admission_attendance_guard();
"""
JOINT_BACK = """
DROP TRIGGER attendance_guard ON admission_attendance;
DROP FUNCTION admission_attendance_guard();
DROP TRIGGER joint_item_guard ON admission_jointitem;
DROP FUNCTION admission_joint_item_guard();
DROP TRIGGER joint_guard ON admission_jointmeeting;
DROP FUNCTION admission_joint_guard();
"""
TABLES = "admission_proposal, admission_question, admission_jointmeeting, admission_jointitem"
RIGHTS = f"""
REVOKE DELETE, TRUNCATE ON {TABLES}, admission_attendance FROM zhengyin_app;
REVOKE UPDATE ON admission_attendance FROM zhengyin_app;
"""
RIGHTS_BACK = f"GRANT UPDATE, DELETE ON {TABLES}, admission_attendance TO zhengyin_app;"


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (("admission", "0001_initial"),)
    operations = (
        migrations.RunSQL(PROPOSAL, PROPOSAL_BACK),
        migrations.RunSQL(QUESTION, QUESTION_BACK),
        migrations.RunSQL(JOINT, JOINT_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
