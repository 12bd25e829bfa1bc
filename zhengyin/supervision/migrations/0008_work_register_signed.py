"""工作用印登记簿 is signed month by month too."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Widen the books a signature may name."""

    dependencies = (("supervision", "0007_day_check"),)
    operations = (
        migrations.RemoveConstraint("checkedbook", "checked_book_known"),
        migrations.AddConstraint(
            "checkedbook",
            models.CheckConstraint(
                condition=Q(book__in=("certificates", "work", "notices")), name="checked_book_known"
            ),
        ),
    )
