"""Free words beside the lines of signatures and comparisons; erasable, so they stand nowhere else."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from zhengyin.registers.queries import lines_of


def notes_beside(subjects: Iterable[UUID]) -> Mapping[UUID, str]:
    """By subject what was typed; none where nothing was, or it was erased. Two queries for however many."""
    said = ((line.subject, (line.personal or {}).get("note", "")) for line in lines_of(*subjects))
    return {subject: note for subject, note in said if note}
