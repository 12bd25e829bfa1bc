"""准入、退出、报备 at the desks of lead body, departments and townships; opinions by one-time link."""
