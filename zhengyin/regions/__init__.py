"""Places: divisions, committees, units that demand, and the settings of the packs."""
