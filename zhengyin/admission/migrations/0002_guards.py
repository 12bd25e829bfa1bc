"""What the database itself says about proposals, answers and joint meetings, to every hand in psql."""

from django.db import migrations

PROPOSAL = """
CREATE FUNCTION admission_proposal_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    going CONSTANT text[] := ARRAY['state', 'item_code', 'rule', 'number', 'asked_on', 'due_on', 'summary',
        'ended_at', 'decision_id'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'proposal_draft' THEN
            RAISE EXCEPTION 'a proposal begins as a draft'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_path';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.county_code, NEW.lead_id, NEW.kind, NEW.applicant_id, NEW.drafted_by_id, NEW.drafted_at)
        IS DISTINCT FROM
        (OLD.id, OLD.county_code, OLD.lead_id, OLD.kind, OLD.applicant_id, OLD.drafted_by_id, OLD.drafted_at)
    THEN
        RAISE EXCEPTION 'a proposal is of one body'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_stays';
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
    IF OLD.state <> 'proposal_draft' AND to_jsonb(NEW) - going IS DISTINCT FROM to_jsonb(OLD) - going THEN
        RAISE EXCEPTION 'what was handed in does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_stays';
    END IF;
    IF OLD.state = NEW.state AND OLD.state NOT IN ('proposal_draft', 'proposal_meeting')
        OR OLD.number <> '' AND NEW.number <> OLD.number THEN
        RAISE EXCEPTION 'nothing is written to it without a step'
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
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'joint_called'
        OR TG_OP = 'UPDATE' AND (OLD.state, NEW.state) NOT IN (
            ('joint_called', 'joint_held'), ('joint_called', 'joint_cancelled')) THEN
        RAISE EXCEPTION 'a joint meeting is called, then held or cancelled'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'joint_path';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER joint_guard BEFORE INSERT OR UPDATE ON admission_jointmeeting
    FOR EACH ROW EXECUTE FUNCTION admission_joint_guard();

CREATE FUNCTION admission_joint_item_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.conclusion <> '' OR (NEW.meeting_id, NEW.proposal_id, NEW.no)
            IS DISTINCT FROM (OLD.meeting_id, OLD.proposal_id, OLD.no)) THEN
        RAISE EXCEPTION 'what was concluded stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'joint_item_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER joint_item_guard BEFORE UPDATE ON admission_jointitem
    FOR EACH ROW EXECUTE FUNCTION admission_joint_item_guard();
"""
JOINT_BACK = """
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
