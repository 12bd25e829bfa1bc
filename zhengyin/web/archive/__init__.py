"""年终归档: a committee's years, the act that comes next, the package; the township's receipts."""
