"""依据: the lead body's table of laws and documents, what changed of them, what is to be reviewed."""
