"""Persons, accounts, offices held for a time, log-in: who acts, and by what right."""
