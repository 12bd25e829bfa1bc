"""Messages that leave the house: queued in the act's transaction, sent with retry."""
