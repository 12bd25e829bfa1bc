"""练习: the way there from a real desk, and the first page of the practice process."""
