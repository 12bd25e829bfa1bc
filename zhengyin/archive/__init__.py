"""年终归档: the books of a year are closed by three people and leave as a package anybody can check."""
