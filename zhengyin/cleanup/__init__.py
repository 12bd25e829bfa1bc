"""定期清理 of a county's own lists, and its work plan."""
