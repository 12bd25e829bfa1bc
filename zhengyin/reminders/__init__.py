"""Who is reminded of what: only who said yes, once a working day, in words that name nobody."""
