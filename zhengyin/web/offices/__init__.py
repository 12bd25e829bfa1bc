"""任职: who holds an office where, given and ended by whoever the table of appointments names."""
