"""Why a month cannot be signed, a letter not be recorded, a look not be taken. Pure."""
