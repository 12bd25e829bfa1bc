"""公示和议事 of one case: what was held about it, its forms and prints, the card on the desks' pages."""
