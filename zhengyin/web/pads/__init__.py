"""应急用印单 and 补登: the pad, its slips, the entry after a power cut, what was put right."""
