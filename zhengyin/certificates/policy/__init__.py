"""The rules of the certificate, one file an act. Pure: facts in, refusals out."""
