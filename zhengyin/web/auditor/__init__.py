"""Reading by 调阅函: opening is an act and a line; what was opened is read in the same session."""
