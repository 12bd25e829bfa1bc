"""What every room may use: pure values and rules, no Django, no database, no clock."""
