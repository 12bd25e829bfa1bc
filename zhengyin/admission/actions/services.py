"""公共服务事项、工作任务: they begin and end by the decision that was published, in its transaction."""

from collections.abc import Sequence
from datetime import date, timedelta

from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal, Service
from zhengyin.catalogue.models import ListDecision

CODE = "SV-ZR"


def put_services(rows: Sequence[Proposal], decision: ListDecision, day: date) -> None:
    """Each that is let in gets the county's next code; each that leaves ends on `day` (O3.2b)."""
    for row in rows:
        if row.kind == Kind.EXIT:
            Service.objects.filter(county_code=row.county_code, code=row.item_code, ended_by=None).update(
                in_force_until=day, ended_by=decision
            )
            continue
        row.item_code = f"{CODE}-{Service.objects.filter(county_code=row.county_code).count() + 1:02}"
        last = decision.valid_until
        Service.objects.create(
            county_code=row.county_code, code=row.item_code, name=row.item_name, what=row.entry["what"],
            content={**row.said, "bases": row.entry["bases"]}, applicant_name=row.applicant_name,
            decision=decision, in_force_from=day, in_force_until=last + timedelta(days=1) if last else None,
        )  # fmt: skip
