"""定期清理 at the desks of lead body, departments and townships; findings by one-time link."""
