"""The township's desk: its committees, what each still lacks, names, seals, appointments."""
