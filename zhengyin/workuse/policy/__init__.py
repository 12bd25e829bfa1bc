"""The rules of this room. Pure."""
