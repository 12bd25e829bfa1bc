"""Measurements: `make bench`. Figures are printed with the machine they ran on."""
