"""告知函: its page, from the draft to the unit's answer; every desk of the committee reads it."""
