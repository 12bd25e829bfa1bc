"""The pages for whoever receives a paper."""
