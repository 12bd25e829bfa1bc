"""The handler's desk: the work list, the counter, the page of a case."""
