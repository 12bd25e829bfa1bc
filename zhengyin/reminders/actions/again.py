"""再发一次: what failed goes back into the queue."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.outbox import actions as outbox
from zhengyin.outbox.models import Message
from zhengyin.outbox.words import WORDS
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.reminders.lines import SENT_AGAIN
from zhengyin.reminders.policy.again import refusals_to_look_after
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def send_again(*, message_id: UUID, organization_id: UUID, actor: Actor, at: datetime) -> Message:
    """Send a failed message of the administration's county again.

    Refused: outbox_is_not_yours, message_has_not_failed, message_is_of_another_day.
    """
    row = Message.objects.select_for_update().get(pk=message_id)
    place = Organization.objects.get(pk=organization_id)
    refuse_if(
        refusals_to_look_after(
            administers=actor.has(Office.SYSTEM_ADMINISTRATOR, organization_id),
            same_county=row.county_code == place.county_code,
        )
    )
    error = row.error
    sent = outbox.send_again(message_id=message_id, at=at)
    registers.write(
        kind=SENT_AGAIN,
        owner=place.id,
        county_code=place.county_code,
        subject=row.id,
        happened_at=at,
        signature=actor.signature(Office.SYSTEM_ADMINISTRATOR),
        columns={"channel": WORDS[row.channel], "day": day_of(row.put_at).isoformat(), "error": error},
    )
    return sent
