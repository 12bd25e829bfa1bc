"""What the database itself says about notices, objections and meetings, to every hand in psql."""

from django.db import migrations

# Days are China's, and by the database's own clock: nobody dates a notice over that is not.
NOTICE = """
ALTER TABLE deliberation_notice ADD CONSTRAINT public_notice_not_backdated
    CHECK (from_on >= (posted_at AT TIME ZONE 'Asia/Shanghai')::date);
CREATE FUNCTION deliberation_notice_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    unanswered boolean := EXISTS (SELECT FROM public.deliberation_objection AS objection
        WHERE objection.notice_id = NEW.id AND objection.state = 'objection_open');
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'notice_running' THEN
            RAISE EXCEPTION 'a notice begins by being put up'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'public_notice_path';
        END IF;
        RETURN NEW;
    END IF;
    IF (to_jsonb(NEW) - 'state' - 'until_on' - 'closed_by_id' - 'closed_at')
        <> (to_jsonb(OLD) - 'state' - 'until_on' - 'closed_by_id' - 'closed_at')
        OR NEW.until_on < OLD.until_on THEN
        RAISE EXCEPTION 'what hung on the wall does not change, and no day is taken off'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'public_notice_stays';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('notice_running', 'notice_passed'), ('notice_running', 'notice_failed'),
            ('notice_running', 'notice_stopped'), ('notice_passed', 'notice_running'))
        OR OLD.state IN ('notice_failed', 'notice_stopped')
        OR OLD.state = 'notice_passed' AND NEW.state = 'notice_running'
            AND NEW.until_on = OLD.until_on AND NOT unanswered
        OR OLD.state = 'notice_passed' AND NEW.state = 'notice_passed' THEN
        RAISE EXCEPTION 'a notice does not go from % to % like this', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'public_notice_path';
    END IF;
    IF NEW.state = 'notice_passed' AND NEW.until_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date THEN
        RAISE EXCEPTION 'its last day is not over'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'public_notice_passes_after_its_end';
    END IF;
    IF NEW.state = 'notice_passed' AND unanswered THEN
        RAISE EXCEPTION 'an objection waits for its answer'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'public_notice_passes_without_open_objection';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER deliberation_notice_guard BEFORE INSERT OR UPDATE ON deliberation_notice
    FOR EACH ROW EXECUTE FUNCTION deliberation_notice_guard();
"""
NOTICE_BACK = """
ALTER TABLE deliberation_notice DROP CONSTRAINT public_notice_not_backdated;
DROP TRIGGER deliberation_notice_guard ON deliberation_notice;
DROP FUNCTION deliberation_notice_guard();
"""

# The notice's row is locked by whoever confirms it; an objection that comes meanwhile waits, and
# then finds it confirmed and opens it again.
OBJECTION = """
CREATE FUNCTION deliberation_objection_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    notice public.deliberation_notice;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT * INTO notice FROM public.deliberation_notice WHERE id = NEW.notice_id FOR UPDATE;
        IF NEW.state <> 'objection_open' OR notice.state NOT IN ('notice_running', 'notice_passed') THEN
            RAISE EXCEPTION 'an objection begins open, to a notice that is not over for good'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'objection_path';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.state = 'objection_answered'
        OR (to_jsonb(NEW) - 'state' - 'handling' - 'answered_by_id' - 'answered_at')
        <> (to_jsonb(OLD) - 'state' - 'handling' - 'answered_by_id' - 'answered_at') THEN
        RAISE EXCEPTION 'an objection is only answered, and once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'objection_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER deliberation_objection_guard BEFORE INSERT OR UPDATE ON deliberation_objection
    FOR EACH ROW EXECUTE FUNCTION deliberation_objection_guard();
"""
OBJECTION_BACK = """
DROP TRIGGER deliberation_objection_guard ON deliberation_objection;
DROP FUNCTION deliberation_objection_guard();
"""

MEETING = """
CREATE FUNCTION deliberation_meeting_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    called text[] := ARRAY['id', 'county_code', 'organization_id', 'subject', 'kind', 'matter', 'place',
        'planned_on', 'rule', 'rule_standing', 'law', 'convened_by_id', 'convened_at'];
    closing text[] := ARRAY['state', 'quorum', 'majority', 'article', 'closed_by_id', 'closed_at'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'meeting_convened' THEN
            RAISE EXCEPTION 'a meeting begins by being called'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_path';
        END IF;
        RETURN NEW;
    END IF;
    IF (OLD.state, NEW.state) NOT IN (
            ('meeting_convened', 'meeting_voted'), ('meeting_voted', 'meeting_voted'),
            ('meeting_voted', 'meeting_passed'), ('meeting_voted', 'meeting_failed'),
            ('meeting_convened', 'meeting_stopped'), ('meeting_voted', 'meeting_stopped')) THEN
        RAISE EXCEPTION 'a meeting does not go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_path';
    END IF;
    IF EXISTS (SELECT FROM unnest(called) AS name WHERE to_jsonb(NEW) -> name <> to_jsonb(OLD) -> name)
        OR NEW.state <> 'meeting_voted' AND (to_jsonb(NEW) - closing) <> (to_jsonb(OLD) - closing) THEN
        RAISE EXCEPTION 'what was called stays, and what was counted is not recounted by closing it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER deliberation_meeting_guard BEFORE INSERT OR UPDATE ON deliberation_meeting
    FOR EACH ROW EXECUTE FUNCTION deliberation_meeting_guard();
"""
MEETING_BACK = """
DROP TRIGGER deliberation_meeting_guard ON deliberation_meeting;
DROP FUNCTION deliberation_meeting_guard();
"""

RIGHTS = """
REVOKE UPDATE, DELETE ON deliberation_notice, deliberation_objection, deliberation_meeting FROM zhengyin_app;
GRANT UPDATE (state, until_on, closed_by_id, closed_at) ON deliberation_notice TO zhengyin_app;
GRANT UPDATE (state, handling, answered_by_id, answered_at) ON deliberation_objection TO zhengyin_app;
GRANT UPDATE (state, held_on, presided_by, eligible, present, votes_for, votes_against, abstentions,
    conclusion, minutes, party_studied_on, recorded_by_id, quorum, majority, article, closed_by_id, closed_at)
    ON deliberation_meeting TO zhengyin_app;
"""
RIGHTS_BACK = """
GRANT UPDATE, DELETE ON deliberation_notice, deliberation_objection, deliberation_meeting TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (("deliberation", "0001_initial"),)
    operations = (
        migrations.RunSQL(NOTICE, NOTICE_BACK),
        migrations.RunSQL(OBJECTION, OBJECTION_BACK),
        migrations.RunSQL(MEETING, MEETING_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
