"""How log lines are written: nothing personal, nothing secret.

An address can carry a paper's token (/v/<token>), so a line names the kind of address, never the
address. What an error says can carry a row's values (a database tells them), so only the kind of
error and the places in the code are written.
"""

import logging
import traceback
from copy import copy
from types import TracebackType
from typing import Any

NOWHERE = "(an address of no page)"
_Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """One line for an event; places in the code below it where something broke."""

    def format(self, record: logging.LogRecord) -> str:
        """Replace addresses; the record itself stays as other handlers want it."""
        said = copy(record)
        said.exc_text = None
        if isinstance(record.args, tuple):
            said.args = tuple(_discreet(record, one) for one in record.args)
        return super().format(said)

    def formatException(self, ei: _Error) -> str:  # noqa: N802  # logging's own name
        """Every error of the chain with its places, without what it says."""
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            lines[:0] = [*traceback.format_tb(error.__traceback__), type(error).__qualname__ + "\n"]
            error = error.__cause__ or error.__context__
        return "".join(lines).rstrip("\n")


def _discreet(record: logging.LogRecord, said: Any) -> Any:
    if not (isinstance(said, str) and said.startswith("/")):
        return said
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return f"/{match.route}" if match else NOWHERE
