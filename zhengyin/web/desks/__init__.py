"""What all staff desks share: the head, the tabs, the page after log-in."""
