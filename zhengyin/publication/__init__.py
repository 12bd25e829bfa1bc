"""What is published of the lists, the same on every channel."""
