"""What the database itself says about a consultation and its answers, to every hand in psql."""

from django.db import migrations

CONSULTATION = """
CREATE FUNCTION consultation_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    goes CONSTANT text[] := ARRAY['state'] || CASE NEW.state
        WHEN 'consultation_draft' THEN ARRAY['title', 'text', 'contact', 'telephone']
        WHEN 'consultation_asking' THEN ARRAY['due_on', 'due_time', 'sent_at']
        WHEN 'consultation_weighing' THEN ARRAY['closed_at']
        WHEN 'consultation_published' THEN ARRAY['published_at']
        ELSE ARRAY['cancelled_at', 'cancelled_because'] END;
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'consultation_draft'
        OR TG_OP = 'UPDATE' AND (OLD.state, NEW.state) NOT IN (
            ('consultation_draft', 'consultation_draft'), ('consultation_draft', 'consultation_asking'),
            ('consultation_asking', 'consultation_weighing'),
            ('consultation_weighing', 'consultation_published'),
            ('consultation_draft', 'consultation_cancelled'),
            ('consultation_asking', 'consultation_cancelled'),
            ('consultation_weighing', 'consultation_cancelled')) THEN
        RAISE EXCEPTION 'a consultation is drafted, sent, closed, published, or cancelled'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_path';
    END IF;
    IF TG_OP = 'INSERT' THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - goes IS DISTINCT FROM to_jsonb(OLD) - goes THEN
        RAISE EXCEPTION 'each step writes its own, and what was sent does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_stays';
    END IF;
    IF NEW.state = 'consultation_asking' AND NOT (
        EXISTS (SELECT FROM public.consultation_clause WHERE consultation_id = NEW.id)
        AND EXISTS (SELECT FROM public.consultation_addressee WHERE consultation_id = NEW.id)) THEN
        RAISE EXCEPTION 'clauses go to units, or nothing is sent'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_sent_to_somebody';
    END IF;
    IF NEW.state = 'consultation_weighing'
        AND NEW.closed_at < public.consultation_over_at(NEW.due_on, NEW.due_time) THEN
        RAISE EXCEPTION 'units may answer until the deadline'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_open_until_due';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER consultation_guard BEFORE INSERT OR UPDATE ON consultation_consultation
    FOR EACH ROW EXECUTE FUNCTION consultation_guard();
"""
CONSULTATION_BACK = """
DROP TRIGGER consultation_guard ON consultation_consultation;
DROP FUNCTION consultation_guard();
"""

DEADLINE = """
CREATE FUNCTION consultation_over_at(due_on date, due_time time) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT (due_on + coalesce(due_time, '24:00'::time)) AT TIME ZONE 'Asia/Shanghai'
$$;
"""
DEADLINE_BACK = "DROP FUNCTION consultation_over_at(date, time);"

PARTS = """
CREATE FUNCTION consultation_part_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands text;
BEGIN
    SELECT state INTO stands FROM public.consultation_consultation
        WHERE id = NEW.consultation_id FOR SHARE;
    IF stands <> 'consultation_draft' THEN
        RAISE EXCEPTION 'clauses, enclosures and units are set before a draft is sent'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_parts_before_sending';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clause_guard BEFORE INSERT ON consultation_clause
    FOR EACH ROW EXECUTE FUNCTION consultation_part_guard();
CREATE TRIGGER enclosure_guard BEFORE INSERT ON consultation_enclosure
    FOR EACH ROW EXECUTE FUNCTION consultation_part_guard();
CREATE TRIGGER addressee_guard BEFORE INSERT ON consultation_addressee
    FOR EACH ROW EXECUTE FUNCTION consultation_part_guard();

CREATE FUNCTION consultation_enclosure_out() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands text;
BEGIN
    SELECT state INTO stands FROM public.consultation_consultation
        WHERE id = NEW.consultation_id FOR SHARE;
    IF stands <> 'consultation_draft' OR OLD.left_out OR NOT NEW.left_out
        OR to_jsonb(NEW) - 'left_out' IS DISTINCT FROM to_jsonb(OLD) - 'left_out' THEN
        RAISE EXCEPTION 'an enclosure is taken out of a draft, once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'enclosure_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER enclosure_out BEFORE UPDATE ON consultation_enclosure
    FOR EACH ROW EXECUTE FUNCTION consultation_enclosure_out();

CREATE FUNCTION consultation_addressee_answers() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands text;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'addressee_asked' THEN
            RAISE EXCEPTION 'a unit is asked before it answers'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'addressee_path';
        END IF;
        RETURN NEW;
    END IF;
    SELECT state INTO stands FROM public.consultation_consultation
        WHERE id = NEW.consultation_id FOR SHARE;
    IF stands <> 'consultation_asking' OR NEW.state <> 'addressee_answered'
        OR to_jsonb(NEW) - 'state' IS DISTINCT FROM to_jsonb(OLD) - 'state' THEN
        RAISE EXCEPTION 'a unit answers while it is asked, and stays the one that was asked'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'addressee_path';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER addressee_answers BEFORE INSERT OR UPDATE ON consultation_addressee
    FOR EACH ROW EXECUTE FUNCTION consultation_addressee_answers();
"""
PARTS_BACK = """
DROP TRIGGER addressee_answers ON consultation_addressee;
DROP FUNCTION consultation_addressee_answers();
DROP TRIGGER enclosure_out ON consultation_enclosure;
DROP FUNCTION consultation_enclosure_out();
DROP TRIGGER addressee_guard ON consultation_addressee;
DROP TRIGGER enclosure_guard ON consultation_enclosure;
DROP TRIGGER clause_guard ON consultation_clause;
DROP FUNCTION consultation_part_guard();
"""

REPLY = """
CREATE FUNCTION consultation_reply_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    asked public.consultation_consultation;
    late boolean;
BEGIN
    SELECT c.* INTO asked FROM public.consultation_consultation c
        JOIN public.consultation_addressee a ON a.consultation_id = c.id
        WHERE a.id = NEW.addressee_id FOR SHARE OF c;
    IF asked.state <> 'consultation_asking' THEN
        RAISE EXCEPTION 'units answer while they are asked'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reply_while_asking';
    END IF;
    late := CASE WHEN NEW.way = 'paper' THEN NEW.answered_on > asked.due_on
        ELSE NEW.recorded_at >= public.consultation_over_at(asked.due_on, asked.due_time) END;
    IF NEW.late <> late THEN
        RAISE EXCEPTION 'late is what came after the deadline'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reply_late_is_marked';
    END IF;
    IF late AND EXISTS (SELECT FROM public.consultation_reply
            WHERE addressee_id = NEW.addressee_id AND part = NEW.part) THEN
        RAISE EXCEPTION 'after the deadline nothing is replaced'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reply_stays_once_due';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reply_guard BEFORE INSERT ON consultation_reply
    FOR EACH ROW EXECUTE FUNCTION consultation_reply_guard();

CREATE FUNCTION consultation_said_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    answer public.consultation_reply;
    stands text;
BEGIN
    SELECT r.* INTO answer FROM public.consultation_reply r WHERE r.id = NEW.reply_id;
    SELECT c.state INTO stands FROM public.consultation_consultation c
        JOIN public.consultation_addressee a ON a.consultation_id = c.id
        WHERE a.id = answer.addressee_id FOR SHARE OF c;
    IF TG_OP = 'INSERT' AND (stands <> 'consultation_asking' OR answer.stance <> 'given'
            OR answer.part <> TG_ARGV[0]) THEN
        RAISE EXCEPTION 'what a unit said stands with the part it belongs to'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'said_with_its_part';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER opinion_said BEFORE INSERT ON consultation_opinion
    FOR EACH ROW EXECUTE FUNCTION consultation_said_guard('opinions');
CREATE TRIGGER item_said BEFORE INSERT ON consultation_listeditem
    FOR EACH ROW EXECUTE FUNCTION consultation_said_guard('items');

CREATE FUNCTION consultation_opinion_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    weighed CONSTANT text[] := ARRAY['state', 'taken', 'because'];
    asked uuid;
    stands text;
BEGIN
    SELECT c.id, c.state INTO asked, stands FROM public.consultation_consultation c
        JOIN public.consultation_addressee a ON a.consultation_id = c.id
        JOIN public.consultation_reply r ON r.addressee_id = a.id
        WHERE r.id = NEW.reply_id FOR SHARE OF c;
    IF TG_OP = 'INSERT' AND NEW.state <> 'clause_opinion_given'
        OR TG_OP = 'UPDATE' AND (stands <> 'consultation_weighing' OR NEW.state <> 'clause_opinion_weighed'
            OR to_jsonb(NEW) - weighed IS DISTINCT FROM to_jsonb(OLD) - weighed) THEN
        RAISE EXCEPTION 'an opinion is given, then weighed after the answers were closed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'clause_opinion_path';
    END IF;
    IF NEW.clause_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.consultation_clause
            WHERE id = NEW.clause_id AND consultation_id = asked) THEN
        RAISE EXCEPTION 'an opinion is about a clause of its own consultation'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'clause_opinion_of_its_own';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER opinion_guard BEFORE INSERT OR UPDATE ON consultation_opinion
    FOR EACH ROW EXECUTE FUNCTION consultation_opinion_guard();

CREATE FUNCTION consultation_taken_up_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands text;
BEGIN
    SELECT c.state INTO stands FROM public.consultation_consultation c
        JOIN public.consultation_addressee a ON a.consultation_id = c.id
        JOIN public.consultation_reply r ON r.addressee_id = a.id
        JOIN public.consultation_listeditem i ON i.reply_id = r.id
        WHERE i.id = NEW.item_id FOR SHARE OF c;
    IF stands NOT IN ('consultation_weighing', 'consultation_published') THEN
        RAISE EXCEPTION 'a list becomes drafts once it stands'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'taken_up_once_closed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER taken_up_guard BEFORE INSERT ON consultation_takenup
    FOR EACH ROW EXECUTE FUNCTION consultation_taken_up_guard();
"""
REPLY_BACK = """
DROP TRIGGER taken_up_guard ON consultation_takenup;
DROP FUNCTION consultation_taken_up_guard();
DROP TRIGGER opinion_guard ON consultation_opinion;
DROP FUNCTION consultation_opinion_guard();
DROP TRIGGER item_said ON consultation_listeditem;
DROP TRIGGER opinion_said ON consultation_opinion;
DROP FUNCTION consultation_said_guard();
DROP TRIGGER reply_guard ON consultation_reply;
DROP FUNCTION consultation_reply_guard();
"""
CHANGING = "consultation_consultation, consultation_enclosure, consultation_addressee, consultation_opinion"
STAYING = "consultation_clause, consultation_reply, consultation_listeditem, consultation_takenup"
RIGHTS = f"""
REVOKE DELETE, TRUNCATE ON {CHANGING}, {STAYING} FROM zhengyin_app;
REVOKE UPDATE ON {STAYING} FROM zhengyin_app;
"""
RIGHTS_BACK = f"GRANT UPDATE, DELETE ON {CHANGING}, {STAYING} TO zhengyin_app;"


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (("consultation", "0001_initial"),)
    operations = (
        migrations.RunSQL(DEADLINE, DEADLINE_BACK),
        migrations.RunSQL(CONSULTATION, CONSULTATION_BACK),
        migrations.RunSQL(PARTS, PARTS_BACK),
        migrations.RunSQL(REPLY, REPLY_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
