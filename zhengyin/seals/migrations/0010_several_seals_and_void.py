"""One office for several seals, one number for several rows of a handover; a seal declared void."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0003_found_by_digest"),
        ("people", "0005_telephones_change"),
        ("regions", "0005_committees_end"),
        ("seals", "0009_filing"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="handover",
            name="seals_handover_state_fits",
        ),
        migrations.RemoveConstraint(
            model_name="handover",
            name="seals_handover_three_people",
        ),
        migrations.RemoveConstraint(
            model_name="handover",
            name="seals_handover_number",
        ),
        migrations.RemoveConstraint(
            model_name="stop",
            name="seals_stop_reason",
        ),
        migrations.RemoveConstraint(
            model_name="stop",
            name="seals_ended_for_good",
        ),
        migrations.AlterField(
            model_name="custody",
            name="appointment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="custodies", to="people.appointment"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("close_reason", ""),
                        ("closed_at", None),
                        ("new_custody", None),
                        ("state", "handing_over"),
                        ("handed_by", None),
                        ("handed_reason", ""),
                        ("received_by", None),
                        ("scan", None),
                        ("signed_on", None),
                        ("supervised_by", None),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("state", "handed_over"),
                        ("handed_by__isnull", False),
                        ("listed_at__isnull", False),
                        ("new_custody__isnull", False),
                        ("received_by__isnull", False),
                        ("scan__isnull", False),
                        ("signed_on__isnull", False),
                        ("supervised_by__isnull", False),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("state", "reappointed"),
                        ("new_custody__isnull", False),
                        ("handed_by", None),
                        ("handed_reason", ""),
                        ("received_by", None),
                        ("scan", None),
                        ("signed_on", None),
                        ("supervised_by", None),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("new_custody", None),
                        ("state__in", ("called_off", "broken_off")),
                        models.Q(("close_reason", ""), _negated=True),
                        ("handed_by", None),
                        ("handed_reason", ""),
                        ("received_by", None),
                        ("scan", None),
                        ("signed_on", None),
                        ("supervised_by", None),
                    ),
                    _connector="OR",
                ),
                name="seals_handover_state_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["handing_over", "reappointed", "called_off", "broken_off"]),
                    models.Q(
                        models.Q(("handed_by", models.F("received_by")), _negated=True),
                        models.Q(("handed_by", models.F("supervised_by")), _negated=True),
                        models.Q(("received_by", models.F("supervised_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="seals_handover_three_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                fields=("committee", "year", "no", "seal"), name="seals_handover_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="stop",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "reason__in",
                        ["seal_lost", "seal_disputed", "seal_committee_ended", "seal_declared_void"],
                    )
                ),
                name="seals_stop_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="stop",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason__in", ("seal_committee_ended", "seal_declared_void")), _negated=True),
                    ("ended_at", None),
                    _connector="OR",
                ),
                name="seals_ended_for_good",
            ),
        ),
    ]
