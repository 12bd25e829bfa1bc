"""The audit: every chain recomputed, every state replayed, every signature of time compared.

Pure over streams of lines; `reader` alone touches the database, `report` puts it together.
It knows no room: workflows, sessions and documents come as arguments from the command line.
"""
