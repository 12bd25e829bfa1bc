"""Why a seal stopped, a handover or a certificate ended lies beside its line alone, erasable.

The tables held copies in the clear which no page read. Lines written before keep their columns: a
register is not rewritten.
"""

from django.db import migrations, models
from django.db.models import F, Q

UNSIGNED = Q(handed_by=None, received_by=None, supervised_by=None, signed_on=None, scan=None)
SIGNED = Q(
    handed_by__isnull=False, received_by__isnull=False, supervised_by__isnull=False, signed_on__isnull=False,
    scan__isnull=False, listed_at__isnull=False, new_custody__isnull=False,
)  # fmt: skip
FITS = (
    Q(state="handing_over", closed_at=None, new_custody=None) & UNSIGNED
    | Q(state="handed_over", closed_at__isnull=False) & SIGNED
    | Q(state="reappointed", closed_at__isnull=False) & Q(new_custody__isnull=False) & UNSIGNED
    | Q(state__in=("called_off", "broken_off"), closed_at__isnull=False, new_custody=None) & UNSIGNED
)


class Migration(migrations.Migration):
    dependencies = (("seals", "0013_custody_ends_not_ahead"),)

    operations = (
        migrations.RemoveConstraint(model_name="stop", name="seals_stop_says_why"),
        migrations.RemoveField(model_name="stop", name="words"),
        migrations.RemoveConstraint(model_name="handover", name="seals_handover_state_fits"),
        migrations.RemoveField(model_name="handover", name="handed_reason"),
        migrations.RemoveField(model_name="handover", name="close_reason"),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(name="seals_handover_state_fits", condition=FITS),
        ),
        migrations.RemoveConstraint(model_name="signingcertificate", name="seals_revoked_with_reason"),
        migrations.RemoveField(model_name="signingcertificate", name="revoke_reason"),
        migrations.AddConstraint(
            model_name="signingcertificate",
            constraint=models.CheckConstraint(
                name="seals_revoked_after_its_issue",
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("valid_from")),
            ),
        ),
    )
