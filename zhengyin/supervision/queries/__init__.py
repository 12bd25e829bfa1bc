"""Reading: months and who signed them, where committees stand, figures, letters and what they open."""
