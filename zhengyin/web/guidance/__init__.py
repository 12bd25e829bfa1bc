"""Questions about items: asked by committees, answered by departments at a desk or by one-time link."""
