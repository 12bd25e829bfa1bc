"""The county's desk: townships, departments and auditors appointed."""
