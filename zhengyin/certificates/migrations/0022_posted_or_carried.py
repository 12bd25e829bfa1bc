"""邮寄（承运单位、单号） and 送到单位."""

from django.db import migrations, models
from django.db.models import Q

HOW = ["in_person", "by_proxy", "by_post", "to_unit"]
SIGNED_BY = ["slip", "drawn", "posted"]


class Migration(migrations.Migration):
    dependencies = [("certificates", "0021_mandates")]
    operations = [
        migrations.AlterField(
            "delivery",
            "how",
            models.CharField(max_length=12, choices=[(one, one.upper()) for one in HOW]),
        ),
        migrations.AlterField(
            "delivery",
            "signed_by",
            models.CharField(max_length=8, choices=[(one, one.upper()) for one in SIGNED_BY]),
        ),
        migrations.AddField("delivery", "carrier", models.CharField(max_length=20, default="")),
        migrations.AddField("delivery", "post_number", models.CharField(max_length=40, default="")),
        migrations.RemoveConstraint("delivery", "delivery_known_way"),
        migrations.RemoveConstraint("delivery", "delivery_known_signature"),
        migrations.AddConstraint(
            "delivery", models.CheckConstraint(condition=Q(how__in=HOW), name="delivery_known_way")
        ),
        migrations.AddConstraint(
            "delivery",
            models.CheckConstraint(condition=Q(signed_by__in=SIGNED_BY), name="delivery_known_signature"),
        ),
        migrations.AddConstraint(
            "delivery",
            models.CheckConstraint(
                condition=Q(how="by_post", signed_by="posted") & ~Q(carrier="") & ~Q(post_number="")
                | ~Q(how="by_post") & ~Q(signed_by="posted"),
                name="delivery_by_post_has_its_number",
            ),
        ),
    ]
