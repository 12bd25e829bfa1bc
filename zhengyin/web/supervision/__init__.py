"""按月核对: what was recorded month by month; the supervision committee signs it."""
