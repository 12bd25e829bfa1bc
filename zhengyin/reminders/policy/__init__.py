"""The rules of the room. Pure."""
