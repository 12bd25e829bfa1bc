"""预约 from a telephone, and what became of it. No account."""
