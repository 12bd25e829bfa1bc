"""The rules of clean-up rounds and work plans. Pure."""
