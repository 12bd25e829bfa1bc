"""Settings, addresses and the WSGI entry; imports anything, imported by nothing."""
