"""Reading: who may see what, the facts of the rules, the pages' data."""
