"""征求意见: a draft goes to named units and comes back with opinions by clause, a list and a liaison."""
