"""The seal must be in hand when a work use is sealed, not whenever a sealed one is written to afterwards."""

from django.db import migrations

ONCE = """
DROP TRIGGER work_use_seal_in_hand ON workuse_workuse;
CREATE TRIGGER work_use_seal_in_hand AFTER UPDATE OF state ON workuse_workuse
    FOR EACH ROW WHEN (NEW.state = 'work_sealed' AND OLD.state <> NEW.state)
    EXECUTE FUNCTION workuse_seal_in_hand();
CREATE TRIGGER work_use_entered_seal_in_hand AFTER INSERT ON workuse_workuse
    FOR EACH ROW WHEN (NEW.state = 'work_sealed') EXECUTE FUNCTION workuse_seal_in_hand();
"""
BACK = """
DROP TRIGGER work_use_entered_seal_in_hand ON workuse_workuse;
DROP TRIGGER work_use_seal_in_hand ON workuse_workuse;
CREATE TRIGGER work_use_seal_in_hand AFTER INSERT OR UPDATE OF state ON workuse_workuse
    FOR EACH ROW WHEN (NEW.state = 'work_sealed') EXECUTE FUNCTION workuse_seal_in_hand();
"""


class Migration(migrations.Migration):
    dependencies = (("workuse", "0006_plain_words"),)

    operations = (migrations.RunSQL(ONCE, BACK),)
