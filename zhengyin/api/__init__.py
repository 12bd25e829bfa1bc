"""What other programs ask: the public answers as JSON, at /api/v1."""
