"""调整: an entry that stands is changed; what it said when that was handed in is kept beside the proposal."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

EARLIER = import_module("zhengyin.admission.migrations.0003_what_was_approved_goes_back")
KINDS = (*EARLIER.KINDS, "adjust")
PROPOSAL = EARLIER.PROPOSAL.replace("'entry', 'said', 'stop_on',", "'entry', 'said', 'before', 'stop_on',")
KNOWN = models.CheckConstraint(
    name="proposal_known_words",
    condition=Q(kind__in=KINDS, state__in=EARLIER.STATES) & (Q(rule="") | Q(rule__in=EARLIER.RULES)),
)
ADJUSTS = models.CheckConstraint(
    name="proposal_adjusts_what_stood",
    condition=~Q(kind="adjust") & Q(before={})
    | Q(kind="adjust")
    & ~Q(item_code="")
    & (Q(state__in=["proposal_draft", "proposal_withdrawn"]) | ~Q(before={})),
)


class Migration(migrations.Migration):
    """A kind, a column, what it must say."""

    dependencies = (("admission", "0003_what_was_approved_goes_back"),)
    operations = (
        migrations.AddField("proposal", "before", models.JSONField(default=dict)),
        migrations.RemoveConstraint("proposal", "proposal_known_words"),
        migrations.AddConstraint("proposal", KNOWN),
        migrations.AddConstraint("proposal", ADJUSTS),
        migrations.RunSQL(EARLIER.function_of(PROPOSAL), EARLIER.function_of(EARLIER.PROPOSAL)),
    )
