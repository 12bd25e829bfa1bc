"""Public notices with their objections, meetings with their votes: what a matter waits for."""
