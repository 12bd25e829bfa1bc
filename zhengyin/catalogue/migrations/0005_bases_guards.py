"""What the database itself says about bases: rows are added, never edited, and nothing is dated back."""

from django.db import migrations

WORDS = """
ALTER TABLE catalogue_basisdocument
    ADD CONSTRAINT basis_known_words CHECK (
        standing IN ('in_force', 'draft', 'third_party_copy', 'demonstration')
        AND confidence IN ('source', 'partial', 'memory')),
    ADD CONSTRAINT basis_own_is_signed CHECK (
        (starts_with(key, 'own_') AND recorded_by_id IS NOT NULL AND no = 1)
        OR (NOT starts_with(key, 'own_') AND recorded_by_id IS NULL));
ALTER TABLE catalogue_basischange
    ADD CONSTRAINT basis_change_counts_from_then CHECK (
        counts_from = greatest(takes_effect_on, (recorded_at AT TIME ZONE 'Asia/Shanghai')::date));
"""
WORDS_BACK = """
ALTER TABLE catalogue_basisdocument DROP CONSTRAINT basis_known_words, DROP CONSTRAINT basis_own_is_signed;
ALTER TABLE catalogue_basischange DROP CONSTRAINT basis_change_counts_from_then;
"""

DEMONSTRATION = """
CREATE TRIGGER demonstration_only BEFORE INSERT OR UPDATE ON catalogue_basisdocument
    FOR EACH ROW EXECUTE FUNCTION catalogue_demonstration_only();
"""
DEMONSTRATION_BACK = "DROP TRIGGER demonstration_only ON catalogue_basisdocument;"

CHANGE = """
CREATE FUNCTION catalogue_basis_change_binds() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    division text;
BEGIN
    SELECT division_code INTO division FROM public.catalogue_basisdocument WHERE id = NEW.basis_id;
    IF division NOT IN ('000000000000', rpad(left(NEW.county_code, 2), 12, '0'),
                        rpad(left(NEW.county_code, 4), 12, '0'), NEW.county_code) THEN
        RAISE EXCEPTION 'a county records what changed of documents that bind it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'basis_change_binds';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER binds BEFORE INSERT ON catalogue_basischange
    FOR EACH ROW EXECUTE FUNCTION catalogue_basis_change_binds();
"""
CHANGE_BACK = "DROP TRIGGER binds ON catalogue_basischange; DROP FUNCTION catalogue_basis_change_binds();"

MISTAKE = """
CREATE FUNCTION catalogue_basis_mistake_later() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM public.catalogue_basisdocument WHERE id = NEW.document_id
               AND (recorded_by_id IS NULL OR recorded_at > NEW.recorded_at))
        OR EXISTS (SELECT FROM public.catalogue_basischange WHERE id = NEW.change_id
                   AND recorded_at > NEW.recorded_at) THEN
        RAISE EXCEPTION 'a mistake is recorded after it was made, and of the county''s own records'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'basis_mistake_later';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER later BEFORE INSERT ON catalogue_basismistake
    FOR EACH ROW EXECUTE FUNCTION catalogue_basis_mistake_later();
"""
MISTAKE_BACK = "DROP TRIGGER later ON catalogue_basismistake; DROP FUNCTION catalogue_basis_mistake_later();"

REVIEW = """
CREATE FUNCTION catalogue_basis_review_fits() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.catalogue_listentry WHERE id = NEW.entry_id AND code = NEW.entry_code)
        OR NEW.change_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM public.catalogue_basischange c
            JOIN public.catalogue_basisdocument was ON was.id = c.basis_id
            JOIN public.catalogue_basisdocument stands ON stands.key = was.key
            WHERE c.id = NEW.change_id AND c.county_code = NEW.county_code AND stands.id = NEW.basis_id) THEN
        RAISE EXCEPTION 'a review is of one entry and of a change its own county recorded'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'basis_review_fits';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER fits BEFORE INSERT ON catalogue_basisreview
    FOR EACH ROW EXECUTE FUNCTION catalogue_basis_review_fits();
"""
REVIEW_BACK = "DROP TRIGGER fits ON catalogue_basisreview; DROP FUNCTION catalogue_basis_review_fits();"

TABLES = "catalogue_basisdocument, catalogue_basischange, catalogue_basismistake, catalogue_basisreview"
RIGHTS = f"REVOKE UPDATE, DELETE ON {TABLES} FROM zhengyin_app;"
RIGHTS_BACK = f"GRANT UPDATE, DELETE ON {TABLES} TO zhengyin_app;"


class Migration(migrations.Migration):
    dependencies = (("catalogue", "0004_bases"),)
    operations = (
        migrations.RunSQL(WORDS, WORDS_BACK),
        migrations.RunSQL(DEMONSTRATION, DEMONSTRATION_BACK),
        migrations.RunSQL(CHANGE, CHANGE_BACK),
        migrations.RunSQL(MISTAKE, MISTAKE_BACK),
        migrations.RunSQL(REVIEW, REVIEW_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
