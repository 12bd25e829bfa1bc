"""Reading: what waits for whom, what the owner chose, what is copied."""

from zhengyin.reminders.queries.choices import RemindersPage, facts_for_choose, reminders_page
from zhengyin.reminders.queries.copying import (
    Matter,
    ToCopy,
    copy_texts,
    lacking,
    text_for,
    text_of,
    to_body,
    to_committee,
)
from zhengyin.reminders.queries.table import TABLE, Reminder
from zhengyin.reminders.queries.telling import told_to

__all__ = [
    "TABLE",
    "Matter",
    "Reminder",
    "RemindersPage",
    "ToCopy",
    "copy_texts",
    "facts_for_choose",
    "lacking",
    "reminders_page",
    "text_for",
    "text_of",
    "to_body",
    "to_committee",
    "told_to",
]
