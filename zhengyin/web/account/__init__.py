"""Log-in, 换人 and the own account."""
