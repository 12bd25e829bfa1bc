"""The archive package of a year: what lies in it, how it is written, how anybody checks it."""
