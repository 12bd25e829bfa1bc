"""What programs ask is counted too."""

from django.db import migrations
from django.db.models import CheckConstraint, Q

KNOWN = ["hit", "miss", "differed", "applied", "not_tracked", "asked"]


class Migration(migrations.Migration):
    dependencies = [("verification", "0002_append_only")]
    operations = [
        migrations.RemoveConstraint("seen", "seen_known_kind"),
        migrations.AddConstraint(
            "seen", CheckConstraint(condition=Q(kind__in=KNOWN), name="seen_known_kind")
        ),
    ]
