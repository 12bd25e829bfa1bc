"""What stands in a line's own columns holds no number of a person or a telephone (docs/decisions/0037).

And a special seal is the committee's own, as the rule says. Older rows lose their numbers; an older seal
of others, if there is one, is left to the township and only never made again.
"""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import Q

# Seals of the party, of cooperatives, of supervision, and the money seal (委托代理) never stand here.
OF_OTHERS = "党|支部|总支|合作社|监督|财务|团委|共青团|妇联|妇女联合会"
NUMBER = r"[0-9]{11,}[0-9Xx]?|[0-9]{3,4}-?[0-9]{7,8}"
CLEAN = r"""
CREATE FUNCTION pg_temp.plain(words text) RETURNS text LANGUAGE sql AS $$
    SELECT regexp_replace(words, '[0-9]{11,}[0-9Xx]?|[0-9]{3,4}-?[0-9]{7,8}', '（号码不写）', 'g')
$$;
ALTER TABLE seals_custody DISABLE TRIGGER USER;
UPDATE seals_custody SET place = pg_temp.plain(place);
ALTER TABLE seals_custody ENABLE TRIGGER USER;
ALTER TABLE seals_takeout DISABLE TRIGGER USER;
UPDATE seals_takeout SET place = pg_temp.plain(place);
ALTER TABLE seals_takeout ENABLE TRIGGER USER;
ALTER TABLE seals_handover DISABLE TRIGGER USER;
UPDATE seals_handover SET condition = pg_temp.plain(condition), keys = pg_temp.plain(keys),
    archives = pg_temp.plain(archives);
ALTER TABLE seals_handover ENABLE TRIGGER USER;
ALTER TABLE seals_destruction DISABLE TRIGGER USER;
UPDATE seals_destruction SET place = pg_temp.plain(place), how = pg_temp.plain(how);
ALTER TABLE seals_destruction ENABLE TRIGGER USER;
DROP FUNCTION pg_temp.plain(text);
"""


class Migration(migrations.Migration):
    dependencies = (("seals", "0014_free_words_beside_the_line"),)

    operations = (
        migrations.RunSQL(CLEAN, migrations.RunSQL.noop),
        AddConstraintNotValid(
            model_name="seal",
            constraint=models.CheckConstraint(
                name="seals_seal_is_the_committees", condition=~Q(purpose__regex=OF_OTHERS)
            ),
        ),
        migrations.AddConstraint(
            model_name="custody",
            constraint=models.CheckConstraint(
                name="seals_custody_place_is_plain", condition=~Q(place__regex=NUMBER)
            ),
        ),
        migrations.AddConstraint(
            model_name="takeout",
            constraint=models.CheckConstraint(
                name="seals_take_out_place_is_plain", condition=~Q(place__regex=NUMBER)
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                name="seals_handover_list_is_plain",
                condition=~Q(condition__regex=NUMBER) & ~Q(keys__regex=NUMBER) & ~Q(archives__regex=NUMBER),
            ),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.CheckConstraint(
                name="seals_destroyed_plain", condition=~Q(place__regex=NUMBER) & ~Q(how__regex=NUMBER)
            ),
        ),
    )
