"""征求意见 by clauses: at the desk of whoever asks, of the units asked, by one-time link, for everybody."""
