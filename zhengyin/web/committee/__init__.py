"""What all desks of one committee share: the paper on screen, the prints, the register."""
