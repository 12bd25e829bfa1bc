"""The rules of this room. Pure: facts in, refusals out."""
