"""Sent once more after a change: what was sent first stands, and the page says so."""

from zhengyin.certificates.queries.sent import Contents, Sent, as_kept, sent
from zhengyin.certificates.workflow import State
from zhengyin.shared.days import day_of
from zhengyin.shared.masking import mask_identity, mask_phone
from zhengyin.web.apply.carried import Carried
from zhengyin.web.apply.steps import application_of
from zhengyin.web.request import Request

ROLES = {"applicant": "申请人", "certified": "被证明人", "proxy": "代办人"}
MASKED = ("subject_name", "subject_identity")  # stand under the persons


def sent_otherwise(request: Request, carried: Carried) -> Sent | None:
    """The first sending, where it is not what was sent now or is no longer wanted; else None."""
    first = sent(carried.id)
    if first is None:
        return None
    now = as_kept(application_of(carried, day_of(request.at)), first.contents.form)
    return first if now != first.contents or first.state is State.WITHDRAWN else None


def rows_of(first: Sent) -> tuple[tuple[str, str], ...]:
    """What was sent first, in the words of the form; numbers masked."""
    said = first.contents
    rows = [("哪里要", said.demanding_unit), ("用途", said.purpose), ("份数", f"{said.copies}份")]
    rows += _persons(said)
    rows += [
        (field.label, said.values.get(field.key, "")) for field in said.form.fields if field.key not in MASKED
    ]
    return tuple(row for row in rows if row[1])


def _persons(said: Contents) -> list[tuple[str, str]]:
    return [
        (ROLES[one.role.value], "　".join(part for part in (
            one.name, one.relation, mask_identity(one.identity), mask_phone(one.phone)
        ) if part))
        for one in said.persons
    ]  # fmt: skip
