"""The three administrators: accounts and computers, security, logs. None sees the content of a case."""
