"""A letter of access may be ended before its day: from then on it opens nothing."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

BODY = """
CREATE OR REPLACE FUNCTION supervision_look_enters() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    letter public.supervision_accessletter;
    today date := (NEW.looked_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
    SELECT * INTO letter FROM public.supervision_accessletter WHERE id = NEW.letter_id;
    IF letter.id IS NULL OR NEW.person_id NOT IN (letter.first_id, letter.second_id)
        OR NOT NEW.organization_id = ANY (letter.committees) OR NOT NEW.book = ANY (letter.books)
        OR today < letter.valid_from OR today >= letter.valid_until{ended}
        OR NEW.looked_at > clock_timestamp() OR NEW.sight = 'paper' AND NOT letter.papers THEN
        RAISE EXCEPTION 'the letter does not open this, to this person, today'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'look_within_the_letter';
    END IF;
    RETURN NEW;
END $$;
"""
ENDED = """
        OR EXISTS (SELECT FROM public.supervision_letterend e WHERE e.letter_id = letter.id)"""
RIGHTS = "REVOKE UPDATE, DELETE, TRUNCATE ON supervision_letterend FROM zhengyin_app;"


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("supervision", "0003_look_within_its_letter")]

    operations = [
        migrations.CreateModel(
            name="LetterEnd",
            fields=[
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="ended",
                        serialize=False,
                        to="supervision.accessletter",
                    ),
                ),
                ("reason", models.CharField(max_length=200)),
                ("ended_at", models.DateTimeField()),
                (
                    "ended_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="letterend",
            constraint=models.CheckConstraint(condition=~Q(reason=""), name="letter_end_has_its_reason"),
        ),
        migrations.RunSQL(BODY.replace("{ended}", ENDED), BODY.replace("{ended}", "")),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
    ]
