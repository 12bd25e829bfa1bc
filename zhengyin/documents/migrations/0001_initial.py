"""The table of stored files."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("owner", models.UUIDField()),
                ("county_code", models.CharField(max_length=12)),
                ("name", models.CharField(max_length=64, unique=True)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("content_type", models.CharField(max_length=100)),
                ("purpose", models.CharField(max_length=40)),
                ("wrapped_key", models.BinaryField()),
                ("key_id", models.CharField(max_length=16)),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["owner", "name"], name="stored_file_by_owner")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="stored_file_sha256_is_hexadecimal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)), name="stored_file_is_not_empty"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "^[0-9a-f]{32}$")),
                        name="stored_file_name_is_random",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("purpose", ""), _negated=True),
                            models.Q(("county_code", ""), _negated=True),
                        ),
                        name="stored_file_is_placed",
                    ),
                ],
            },
        ),
    )
