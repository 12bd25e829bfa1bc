"""What the database itself says about the ledger, to everybody who is not its superuser.

The functions fix their search_path: otherwise a temporary table named like one of ours would
be read in its place.
"""

from django.db import migrations

CHAIN = r"""
ALTER TABLE ledger_entry
    ADD CONSTRAINT ledger_entry_chain FOREIGN KEY (book_id, prev_no, previous_hash)
        REFERENCES ledger_entry (book_id, no, hash),
    ADD CONSTRAINT ledger_entry_genesis CHECK (
        prev_no IS NOT NULL OR previous_hash =
        encode(sha256(convert_to('sha256/zy1' || E'\t' || 'book' || E'\t' || book_id::text, 'UTF8')), 'hex')),
    ADD CONSTRAINT ledger_entry_kind FOREIGN KEY (kind) REFERENCES ledger_kind (name),
    ADD CONSTRAINT ledger_entry_algorithm CHECK (algorithm = 'sha256/zy1'),
    ADD CONSTRAINT ledger_entry_plain CHECK (
        kind || county_code || person_name || office || personal_digest || text_digest
        || document_digest || pad_number || slip_digest !~ '[\x01-\x1f\x7f\\]'
        AND columns !~ '[\x01-\x1f]' AND columns::jsonb IS NOT NULL),
    ADD CONSTRAINT ledger_entry_signed CHECK (
        person_name <> '' AND office <> '' AND county_code <> ''),
    ADD CONSTRAINT ledger_entry_hash CHECK (hash = encode(sha256(convert_to(
        algorithm || E'\t' || book_id::text || E'\t' || no::text || E'\t' || previous_hash
        || E'\t' || kind || E'\t' || subject::text || E'\t' || county_code
        || E'\t' || (extract(epoch FROM happened_at) * 1000000)::bigint::text
        || E'\t' || (extract(epoch FROM recorded_at) * 1000000)::bigint::text
        || E'\t' || person::text || E'\t' || person_name || E'\t' || office
        || E'\t' || coalesce(session::text, '') || E'\t' || columns
        || E'\t' || personal_digest || E'\t' || text_digest || E'\t' || document_digest
        || E'\t' || pad_number || E'\t' || slip_digest, 'UTF8')), 'hex'));
ALTER TABLE ledger_personal
    ADD CONSTRAINT ledger_personal_entry FOREIGN KEY (book_id, no) REFERENCES ledger_entry (book_id, no),
    ADD CONSTRAINT ledger_personal_salt CHECK (octet_length(salt) = 32);
"""

ENTRY = r"""
CREATE FUNCTION ledger_entry_enters() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    head public.ledger_book;
    kind public.ledger_kind;
    earliest timestamptz;
BEGIN
    SELECT * INTO head FROM public.ledger_book WHERE id = NEW.book_id FOR UPDATE;
    SELECT * INTO kind FROM public.ledger_kind WHERE name = NEW.kind;
    IF head.id IS NULL OR kind.name IS NULL THEN
        RAISE EXCEPTION 'no such book or kind of line' USING ERRCODE = 'foreign_key_violation';
    END IF;
    IF kind.book NOT IN ('', head.name) THEN
        RAISE EXCEPTION 'lines of kind % do not stand in book %', NEW.kind, head.name
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_kind_in_its_book';
    END IF;
    IF NEW.previous_hash <> head.last_hash OR NOT (NEW.no = head.last_no + 1
            OR NEW.kind = 'book.opened' AND head.last_no = 0) THEN
        RAISE EXCEPTION 'line % does not follow the head', NEW.no
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_follows_head';
    END IF;
    IF NEW.kind = 'book.opened' AND head.last_no <> 0 THEN
        RAISE EXCEPTION 'this book is open already'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_opened_first';
    END IF;
    earliest := greatest(now(), head.last_recorded_at);
    IF NEW.recorded_at < earliest OR NEW.recorded_at > greatest(clock_timestamp(), earliest) THEN
        RAISE EXCEPTION 'recorded_at is the database''s clock, within this transaction'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_recorded_now';
    END IF;
    IF kind.late <> (NEW.pad_number <> '') THEN
        RAISE EXCEPTION 'a late line, and no other, names its pad slip'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_late_names_slip';
    END IF;
    IF cardinality(kind.needs_earlier) > 0 AND NOT kind.late AND NOT EXISTS (
        SELECT FROM public.ledger_entry AS earlier
        JOIN public.ledger_book AS book ON book.id = earlier.book_id
        WHERE earlier.subject = NEW.subject AND earlier.kind = ANY (kind.needs_earlier)
            AND earlier.text_digest = NEW.text_digest AND NEW.text_digest <> ''
            AND earlier.person <> NEW.person AND book.owner = head.owner
            AND earlier.happened_at <= NEW.happened_at AND earlier.recorded_at <= NEW.recorded_at
    ) THEN
        RAISE EXCEPTION 'no earlier line of % by another person with the same text', kind.needs_earlier
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_needs_earlier';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledger_entry_enters BEFORE INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_enters();

CREATE FUNCTION ledger_entry_moves_head() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE public.ledger_book SET last_no = NEW.no, last_hash = NEW.hash, last_recorded_at = NEW.recorded_at
    WHERE id = NEW.book_id;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_moves_head AFTER INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_moves_head();
"""

HEAD = r"""
CREATE FUNCTION ledger_book_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.last_no = 0 AND NEW.last_recorded_at <= now() AND NEW.last_hash = encode(sha256(
            convert_to('sha256/zy1' || E'\t' || 'book' || E'\t' || NEW.id::text, 'UTF8')), 'hex') THEN
            RETURN NEW;
        END IF;
    ELSIF (NEW.id, NEW.owner, NEW.name, NEW.year) = (OLD.id, OLD.owner, OLD.name, OLD.year) AND EXISTS (
        SELECT FROM public.ledger_entry AS last WHERE last.book_id = NEW.id AND last.no = NEW.last_no
            AND last.hash = NEW.last_hash AND last.recorded_at = NEW.last_recorded_at
    ) AND NOT EXISTS (
        SELECT FROM public.ledger_entry AS later WHERE later.book_id = NEW.id AND later.no > NEW.last_no
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the head of a book names its last line'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_book_names_last';
END $$;
CREATE TRIGGER ledger_book_guard BEFORE INSERT OR UPDATE ON ledger_book
    FOR EACH ROW EXECUTE FUNCTION ledger_book_guard();
"""

PERSONAL = r"""
CREATE FUNCTION ledger_personal_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF EXISTS (SELECT FROM public.ledger_entry AS line WHERE line.book_id = NEW.book_id
                AND line.no = NEW.no AND line.personal_digest <> '' AND line.recorded_at >= now()) THEN
            RETURN NEW;
        END IF;
    ELSIF EXISTS (
        SELECT FROM public.ledger_entry AS line
        JOIN public.ledger_entry AS erasure ON erasure.subject = line.subject
            AND erasure.kind = 'personal.erased' AND erasure.text_digest = line.hash
        WHERE line.book_id = OLD.book_id AND line.no = OLD.no
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'personal fields enter with their line and leave by a line that erases them'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_personal_by_line';
END $$;
CREATE TRIGGER ledger_personal_guard BEFORE INSERT OR DELETE ON ledger_personal
    FOR EACH ROW EXECUTE FUNCTION ledger_personal_guard();
"""

NEVER = r"""
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is never allowed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER ledger_entry_never BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_book_never BEFORE DELETE OR TRUNCATE ON ledger_book
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_personal_never BEFORE UPDATE OR TRUNCATE ON ledger_personal
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry FROM zhengyin_app;
REVOKE DELETE, TRUNCATE ON ledger_book FROM zhengyin_app;
REVOKE UPDATE, TRUNCATE ON ledger_personal FROM zhengyin_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ledger_kind FROM zhengyin_app;
"""


class Migration(migrations.Migration):
    dependencies = (("ledger", "0001_initial"),)
    operations = (
        migrations.RunSQL(CHAIN),
        migrations.RunSQL(ENTRY),
        migrations.RunSQL(HEAD),
        migrations.RunSQL(PERSONAL),
        migrations.RunSQL(NEVER),
    )
