"""What the database itself says about messages: what was sent is over, what it says does not change."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION outbox_message_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' AND (NEW.state <> 'message_waiting' OR NEW.attempts <> 0) THEN
        RAISE EXCEPTION 'a message begins by waiting'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'outbox_message_begins';
    END IF;
    IF TG_OP = 'UPDATE' AND NOT (OLD.state = 'message_waiting'
        OR OLD.state = 'message_failed' AND NEW.state = 'message_waiting') THEN
        RAISE EXCEPTION 'what was sent is over, what failed is only sent again'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'outbox_message_path';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF OLD.state = 'message_waiting' THEN
            RAISE EXCEPTION 'what waits is not thrown away'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'outbox_message_waits';
        END IF;
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER outbox_message_guard BEFORE INSERT OR UPDATE OR DELETE ON outbox_message
    FOR EACH ROW EXECUTE FUNCTION outbox_message_guard();
ALTER TABLE outbox_message ADD CONSTRAINT outbox_sent_forgets_the_address
    CHECK ((state = 'message_sent') = (octet_length(to_encrypted) = 0));
"""
GUARD_BACK = """
ALTER TABLE outbox_message DROP CONSTRAINT outbox_sent_forgets_the_address;
DROP TRIGGER outbox_message_guard ON outbox_message;
DROP FUNCTION outbox_message_guard();
"""
# Whom it goes to, what it says and when its day ends stay as they were put.
RIGHTS = """
REVOKE UPDATE ON outbox_message FROM zhengyin_app;
GRANT UPDATE (to_encrypted, state, attempts, next_at, ended_at, error) ON outbox_message TO zhengyin_app;
"""
RIGHTS_BACK = "GRANT UPDATE ON outbox_message TO zhengyin_app;"


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies: ClassVar = [("outbox", "0001_initial")]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, GUARD_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    ]
