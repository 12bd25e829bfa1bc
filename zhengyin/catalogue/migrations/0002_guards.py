"""What the database itself says about the lists: nothing is edited, nothing unfinished is published.

The application adds rows and closes periods; it has no right to change a text or to delete.
"""

from django.db import migrations

WHOLE = """
ALTER TABLE catalogue_listdocument
    ADD CONSTRAINT list_document_words CHECK (level IN ('nation', 'province', 'city', 'county')
        AND standing IN ('in_force', 'draft', 'third_party_copy', 'demonstration'));
ALTER TABLE catalogue_listentry
    ADD CONSTRAINT list_entry_words CHECK (
        kind IN ('prohibited', 'issuable', 'route', 'statutory_document', 'principle')),
    ADD CONSTRAINT list_entry_says_what_it_holds CHECK (
        coalesce(content->>'code', '') = code AND coalesce(content->>'kind', '') = kind
        AND coalesce(content->>'name', '') = name
        AND coalesce((content->>'demonstration')::boolean, false) = demonstration),
    ADD CONSTRAINT list_entry_issuable_has_basis CHECK (
        kind <> 'issuable' OR coalesce(jsonb_array_length(content->'bases'), 0) > 0),
    ADD CONSTRAINT list_entry_issuable_has_guide CHECK (
        kind <> 'issuable' OR (
            coalesce(content#>>'{guide,subject}', '') <> '' AND coalesce(content#>>'{guide,issuer}', '') <> ''
            AND coalesce(content#>>'{guide,basis}', '') <> ''
            AND coalesce(content#>>'{guide,conditions}', '') <> ''
            AND coalesce(jsonb_array_length(content#>'{guide,materials}'), 0) > 0
            AND coalesce(content#>>'{guide,procedure}', '') <> ''
            AND coalesce(content#>>'{guide,time_limit}', '') <> ''
            AND coalesce(content#>>'{guide,demanded_by}', '') <> ''
            AND coalesce(content#>>'{guide,sample}', '') <> '')),
    ADD CONSTRAINT list_entry_issuable_has_form CHECK (
        kind <> 'issuable' OR (coalesce(jsonb_array_length(content#>'{form,fields}'), 0) > 0
        AND coalesce(jsonb_array_length(content#>'{form,facts}'), 0) > 0)),
    ADD CONSTRAINT list_entry_demonstration_names_its_place CHECK (
        NOT demonstration OR coalesce(content->>'found_in', '') <> '');
"""

DEMONSTRATION = """
CREATE FUNCTION catalogue_demonstration_only() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.demonstration AND NOT EXISTS (SELECT FROM public.regions_installation WHERE demonstration) THEN
        RAISE EXCEPTION 'a demonstration entry loads only into a demonstration'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'catalogue_demonstration_only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER demonstration_only BEFORE INSERT OR UPDATE ON catalogue_listdocument
    FOR EACH ROW EXECUTE FUNCTION catalogue_demonstration_only();
CREATE TRIGGER demonstration_only BEFORE INSERT OR UPDATE ON catalogue_listentry
    FOR EACH ROW EXECUTE FUNCTION catalogue_demonstration_only();
"""

ENTERS = """
CREATE FUNCTION catalogue_entry_enters() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    document public.catalogue_listdocument;
    version public.catalogue_listversion;
BEGIN
    SELECT * INTO version FROM public.catalogue_listversion WHERE id = NEW.introduced_by_id;
    SELECT * INTO document FROM public.catalogue_listdocument WHERE key = version.document_id;
    IF document.level IS DISTINCT FROM NEW.level OR document.division_code IS DISTINCT FROM NEW.division_code
        OR document.demonstration IS DISTINCT FROM NEW.demonstration
        OR NEW.in_force_from < version.takes_effect_on THEN
        RAISE EXCEPTION 'an entry stands at its document''s level, not before its version'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'catalogue_entry_enters';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER enters BEFORE INSERT ON catalogue_listentry
    FOR EACH ROW EXECUTE FUNCTION catalogue_entry_enters();
"""

CLOSES = """
CREATE FUNCTION catalogue_entry_only_closes() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.ended_by_id IS NOT NULL OR NEW.ended_by_id IS NULL OR NEW.in_force_until IS NULL
        OR (OLD.in_force_until IS NOT NULL AND NEW.in_force_until > OLD.in_force_until)
        OR to_jsonb(NEW) - ARRAY['in_force_until', 'ended_by_id']
            <> to_jsonb(OLD) - ARRAY['in_force_until', 'ended_by_id']
    THEN
        RAISE EXCEPTION 'an entry is never edited: a later version closes its period, once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'catalogue_entry_only_closes';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_closes BEFORE UPDATE ON catalogue_listentry
    FOR EACH ROW EXECUTE FUNCTION catalogue_entry_only_closes();
"""

RIGHTS = """
REVOKE UPDATE, DELETE ON catalogue_listdocument, catalogue_listversion, catalogue_listentry FROM zhengyin_app;
GRANT UPDATE (in_force_until, ended_by_id) ON catalogue_listentry TO zhengyin_app;
"""


class Migration(migrations.Migration):
    dependencies = (("catalogue", "0001_initial"),)
    operations = tuple(
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (WHOLE, DEMONSTRATION, ENTERS, CLOSES, RIGHTS)
    )
