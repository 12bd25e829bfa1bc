"""What somebody objected to, or what was counted, is not stopped: it passes or fails."""

from importlib import import_module

from django.db import migrations

guards = import_module("zhengyin.deliberation.migrations.0002_guards")
STOP = """
    IF NEW.state = 'notice_stopped' AND EXISTS (SELECT FROM public.deliberation_objection AS objection
        WHERE objection.notice_id = NEW.id) THEN
        RAISE EXCEPTION 'what was objected to passes or fails'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'public_notice_stopped_without_objection';
    END IF;
    RETURN NEW;
END $$;"""


def _function(trigger: str) -> str:
    """The guard's function as it stood, to be written over."""
    function = trigger[trigger.index("CREATE FUNCTION") : trigger.index("CREATE TRIGGER")]
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


NOTICE_BEFORE, MEETING_BEFORE = _function(guards.NOTICE), _function(guards.MEETING)
NOTICE = NOTICE_BEFORE.replace("\n    RETURN NEW;\nEND $$;", STOP)
MEETING = MEETING_BEFORE.replace(", ('meeting_voted', 'meeting_stopped'))", ")")
assert NOTICE != NOTICE_BEFORE and MEETING != MEETING_BEFORE


class Migration(migrations.Migration):
    """The two guards once more, each with its new line."""

    dependencies = (("deliberation", "0002_guards"),)
    operations = (
        migrations.RunSQL(NOTICE, NOTICE_BEFORE),
        migrations.RunSQL(MEETING, MEETING_BEFORE),
    )
