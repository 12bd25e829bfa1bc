"""The rules of admission, consultation and the joint meeting. Pure."""
