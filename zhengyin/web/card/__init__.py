"""一张纸说明书: one printed page for each office, and one for the door."""
