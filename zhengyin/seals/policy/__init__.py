"""Rules of the room, pure: facts in, reasons out."""
