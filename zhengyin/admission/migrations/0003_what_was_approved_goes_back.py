"""What the joint meeting approved may be withdrawn; exits and filings are refused by rules of their own."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

GUARDS = import_module("zhengyin.admission.migrations.0002_guards")
KINDS = ("admit", "exit", "file")
STATES = (
    "proposal_draft", "proposal_submitted", "proposal_accepted", "proposal_consulting", "proposal_meeting",
    "proposal_approved", "proposal_published", "proposal_filed", "proposal_refused", "proposal_rejected",
    "proposal_withdrawn",
)  # fmt: skip
RULES = (
    "no_basis", "document", "prohibited", "cannot_know", "still_needed", "no_other_way", "not_a_filing",
    "not_so",
)  # fmt: skip


def function_of(text: str) -> str:
    """The guard's function alone, put in place of the one there is."""
    return text[: text.index("CREATE TRIGGER")].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


PROPOSAL = GUARDS.PROPOSAL.replace(
    "('proposal_approved', 'proposal_published')",
    "('proposal_approved', 'proposal_published'), ('proposal_approved', 'proposal_withdrawn')",
)
KNOWN = models.CheckConstraint(
    name="proposal_known_words",
    condition=Q(kind__in=KINDS, state__in=STATES) & (Q(rule="") | Q(rule__in=RULES)),
)


class Migration(migrations.Migration):
    """One path more, four rules more."""

    dependencies = (("admission", "0002_guards"),)
    operations = (
        migrations.RemoveConstraint("proposal", "proposal_known_words"),
        migrations.AddConstraint("proposal", KNOWN),
        migrations.RunSQL(function_of(PROPOSAL), function_of(GUARDS.PROPOSAL)),
    )
