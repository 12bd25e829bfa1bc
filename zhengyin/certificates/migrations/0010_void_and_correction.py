"""已作废, with what became of the sheets, and 已更正; a new paper names the one it corrects or doubles."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

STATES = [
    "applied", "to_complete", "accepted", "verifying", "verified", "awaiting_second", "approved", "returned",
    "sealed", "delivered", "voided", "corrected", "withdrawn", "refused",
]  # fmt: skip
SEALED = ["sealed", "delivered", "voided", "corrected"]
APPROVED = ["approved", *SEALED]
KINDS = ["unstamped", "collected", "announced"]


def again(name: str, condition: Q) -> tuple[migrations.RemoveConstraint, migrations.AddConstraint]:
    """The same constraint with the new states in it."""
    return (
        migrations.RemoveConstraint("certificate", name),
        migrations.AddConstraint("certificate", models.CheckConstraint(condition=condition, name=name)),
    )


def to_another(name: str) -> migrations.AddField:
    return migrations.AddField(
        "certificate",
        name,
        models.ForeignKey(
            null=True,
            on_delete=django.db.models.deletion.PROTECT,
            related_name={"corrects": "corrections", "reissues": "reissued"}[name],
            to="certificates.certificate",
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("certificates", "0008_seen")]
    operations = [
        migrations.AlterField(
            "certificate",
            "state",
            models.CharField(max_length=20, choices=[(state, state.upper()) for state in STATES]),
        ),
        migrations.AddField(
            "certificate",
            "void_kind",
            models.CharField(max_length=12, default="", choices=[(kind, kind.upper()) for kind in KINDS]),
        ),
        to_another("corrects"),
        to_another("reissues"),
        *again("certificate_known_state", Q(state__in=STATES)),
        *again(
            "certificate_approved_by_somebody",
            ~Q(state__in=APPROVED) | (Q(approved_by__isnull=False) & ~Q(approved_digest="")),
        ),
        *again(
            "certificate_soft_needs_second_approver",
            ~Q(state__in=APPROVED, needs_second=True) | Q(countersigned_by__isnull=False),
        ),
        *again(
            "certificate_sealed_is_whole",
            ~Q(state__in=SEALED)
            | Q(
                sealed_by__isnull=False,
                year__isnull=False,
                no__isnull=False,
                document__isnull=False,
                token_index__isnull=False,
            ),
        ),
        migrations.AddConstraint(
            "certificate",
            models.CheckConstraint(
                condition=Q(state="voided", void_kind__in=KINDS) | (~Q(state="voided") & Q(void_kind="")),
                name="certificate_void_says_how",
            ),
        ),
        migrations.AddConstraint(
            "certificate",
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | Q(reissues__isnull=True),
                name="certificate_corrects_or_reissues",
            ),
        ),
        migrations.AddConstraint(
            "certificate",
            models.UniqueConstraint(
                fields=("corrects",),
                condition=~Q(state__in=["withdrawn", "refused"]),
                name="certificate_corrected_once",
            ),
        ),
    ]
