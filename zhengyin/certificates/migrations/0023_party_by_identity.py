"""An earlier paper of the same applicant is found by the number's index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("certificates", "0022_posted_or_carried")]
    operations = [
        migrations.AddIndex(
            "party",
            models.Index(
                fields=["identity_index"], name="party_by_identity",
                condition=models.Q(role="applicant") & ~models.Q(identity_index=b""),
            ),
        )
    ]  # fmt: skip
