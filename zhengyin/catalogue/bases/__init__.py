"""The table of laws and documents the lists rest on, what changed of them, and the review that follows."""
